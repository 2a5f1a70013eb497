import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { type OrderStatus, toneOf } from '../../order/status'

type StatusBadgeProps = { locale: StoreLocale; status: OrderStatus }

const marks = { danger: '!', info: '…', neutral: '–', success: '✓', warning: '!' }

/** Word, mark and colour of an order's state, standing still in a list. */
export async function StatusWord({ locale, status }: StatusBadgeProps) {
  const t = await getTranslations({ locale, namespace: 'order.paymentStates' })
  const tone = toneOf[status]
  return (
    <span className="badge" data-tone={tone}>
      <span aria-hidden="true" className="font-extrabold">
        {marks[tone]}
      </span>
      {t(status)}
    </span>
  )
}

/** The same on the order's own page, where screen readers hear it change. */
export function StatusBadge(props: StatusBadgeProps) {
  return (
    <p role="status">
      <StatusWord {...props} />
    </p>
  )
}
