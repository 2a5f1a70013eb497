import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { type OrderStatus, toneOf } from '../../order/status'
import { ToneBadge } from '../ToneBadge'

type StatusBadgeProps = { locale: StoreLocale; status: OrderStatus }

/** Word, mark and colour of an order's state, standing still in a list. */
export async function StatusWord({ locale, status }: StatusBadgeProps) {
  const t = await getTranslations({ locale, namespace: 'order.paymentStates' })
  return <ToneBadge tone={toneOf[status]}>{t(status)}</ToneBadge>
}

/** The same on the order's own page, where screen readers hear it change. */
export function StatusBadge(props: StatusBadgeProps) {
  return (
    <p role="status">
      <StatusWord {...props} />
    </p>
  )
}
