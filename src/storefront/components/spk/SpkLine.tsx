import { getTranslations } from 'next-intl/server'

import { spkLabel } from '@/plugin/spk'

import type { CustomerOrder } from '../../account/visitor'
import type { StoreLocale } from '../../i18n/locales'
import { spkPath } from '../../spk/place'
import { StoreLink } from '../StoreLink'

type SpkLineProps = { locale: StoreLocale; order: Pick<CustomerOrder, 'number' | 'spk' | 'token'> }

/** How the agreement stands, in one line of the list of orders. */
export async function SpkLine({ locale, order: { number, spk, token } }: SpkLineProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return spk ? (
    <p className="text-sm">
      <span className="font-semibold">SPK: {spkLabel(spk.state)[locale]}</span>
      {' · '}
      <StoreLink className="link" locale={locale} path={spkPath({ kind: 'order', word: token })}>
        {t('open')}
        <span className="sr-only"> {number}</span>
      </StoreLink>
    </p>
  ) : null
}
