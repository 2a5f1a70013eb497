import { getTranslations } from 'next-intl/server'

import { resolveStanding, STANDING_TONES } from '../../hosting/words'
import type { PublicService } from '../../hosting/services'
import type { StoreLocale } from '../../i18n/locales'
import { ToneBadge } from '../ToneBadge'

/** What the parts of a service's page know. */
export type ServiceProps = { locale: StoreLocale; service: PublicService }

/** Word, mark and colour of how a service stands. */
export async function ServiceBadge({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.standing' })
  const standing = resolveStanding(service)
  return <ToneBadge tone={STANDING_TONES[standing]}>{t(standing)}</ToneBadge>
}
