import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'

/** What stands behind a link that is over: the other way in. */
export async function SpkEnded({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return (
    <div className="wrap-narrow">
      <PageHead lead={t('endedLead')} title={t('endedTitle')} />
      <StoreLink className="btn btn-primary" locale={locale} path="/akun">
        {t('endedLogin')}
      </StoreLink>
    </div>
  )
}
