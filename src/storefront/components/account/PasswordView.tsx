import { getTranslations } from 'next-intl/server'

import { setPassword } from '../../account/actions'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { EmptyState } from '../EmptyState'
import { PageHead } from '../PageHead'
import { AccountForm } from './AccountForm'
import { findFields, findFormCopy } from './fields'

type PasswordViewProps = { isAlive: boolean; locale: StoreLocale; path: string; token: string }

/** Sets the password by the link of a mail; a dead link says so, and leads to a new one. */
export async function PasswordView({ isAlive, locale, path, token }: PasswordViewProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  if (!isAlive) {
    const texts = { action: t('newLink'), text: t('expiredText'), title: t('expiredTitle') }
    return <EmptyState {...texts} locale={locale} path="/akun/lupa" />
  }
  const { newPassword } = await findFields(locale)
  return (
    <>
      <PageHead lead={t('passwordLead')} title={t('passwordTitle')} />
      <AccountForm
        action={setPassword}
        copy={await findFormCopy(locale, t('save'))}
        fields={[newPassword]}
        hidden={{ locale, token }}
        permalink={localPath({ locale, path })}
      />
    </>
  )
}
