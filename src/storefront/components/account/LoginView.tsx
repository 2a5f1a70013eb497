import { getTranslations } from 'next-intl/server'

import { logIn } from '../../account/actions'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'
import { AccountForm } from './AccountForm'
import { findFields, findFormCopy } from './fields'

type LoginViewProps = {
  locale: StoreLocale
  /** Where to go after the login. */
  next: string
}

/** The login, and the ways to an account or a new password. */
export async function LoginView({ locale, next }: LoginViewProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const { email, password } = await findFields(locale)
  const path = next === '/akun' ? '/akun' : `/akun?lanjut=${encodeURIComponent(next)}`
  return (
    <>
      <PageHead lead={t('loginLead')} title={t('loginTitle')} />
      <AccountForm
        action={logIn}
        copy={await findFormCopy(locale, t('logIn'))}
        fields={[email, password]}
        hidden={{ locale, next }}
        permalink={localPath({ locale, path })}
      />
      <ul className="mt-8 grid gap-3">
        <li>
          <StoreLink className="link" locale={locale} path="/akun/daftar">
            {t('noAccount')}
          </StoreLink>
        </li>
        <li>
          <StoreLink className="link" locale={locale} path="/akun/lupa">
            {t('forgot')}
          </StoreLink>
        </li>
      </ul>
    </>
  )
}
