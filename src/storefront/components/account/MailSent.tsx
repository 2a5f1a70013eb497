import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'

type MailSentProps = {
  locale: StoreLocale
  /** The form that was sent, for whoever waits in vain. */
  path: string
}

/** The one answer to everybody who asked for a link. */
export async function MailSent({ locale, path }: MailSentProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  return (
    <>
      <PageHead title={t('mailTitle')} />
      <p className="notice">{t('mailText')}</p>
      <p className="mt-8 flex flex-wrap gap-x-6 gap-y-3">
        <StoreLink className="link" locale={locale} path={path}>
          {t('mailAgain')}
        </StoreLink>
        <StoreLink className="link" locale={locale} path="/akun">
          {t('backToLogin')}
        </StoreLink>
      </p>
    </>
  )
}
