import { getTranslations } from 'next-intl/server'

import { askForPassword, openAccount } from '../../account/actions'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'
import { AccountForm, type AccountFormProps } from './AccountForm'
import { findFields, findFormCopy } from './fields'

type LocaleProps = { locale: StoreLocale }

type AskViewProps = LocaleProps &
  Pick<AccountFormProps, 'action' | 'fields'> & { lead: string; path: string; title: string }

async function AskView({ action, fields, lead, locale, path, title }: AskViewProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  return (
    <>
      <PageHead lead={lead} title={title} />
      <AccountForm
        action={action}
        copy={await findFormCopy(locale, t('open'))}
        fields={fields}
        hidden={{ locale }}
        permalink={localPath({ locale, path })}
      />
      <p className="mt-8">
        <StoreLink className="link" locale={locale} path="/akun">
          {t('backToLogin')}
        </StoreLink>
      </p>
    </>
  )
}

/** Opens an account: name, address and number; the password comes by mail. */
export async function OpenAccountView({ locale }: LocaleProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const { email, name, phone } = await findFields(locale)
  const texts = { lead: t('openLead'), title: t('openTitle') }
  const form = { action: openAccount, fields: [name, email, phone], path: '/akun/daftar' }
  return <AskView {...form} {...texts} locale={locale} />
}

/** Asks for a link that sets a new password. */
export async function ForgotView({ locale }: LocaleProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const { email } = await findFields(locale)
  const texts = { lead: t('forgotLead'), title: t('forgotTitle') }
  const form = { action: askForPassword, fields: [email], path: '/akun/lupa' }
  return <AskView {...form} {...texts} locale={locale} />
}
