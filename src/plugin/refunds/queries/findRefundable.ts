import type { Tx } from '../../kernel/payload'
import type { RefundItem, RefundPhase, RefundUntil } from '../rules'

import { statesIn, type WorkState } from '../../fulfilment'
import { type SQL, sql } from '../../kernel/payload'

/** A payment of which money is left that may go back. */
export type RefundablePayment = {
  channel: null | string
  id: string
  /** Rupiah that nobody has asked back yet. */
  left: number
  paidAt: Date
}

/** What of an order decides about its money. */
export type Refundable = {
  email: string
  items: RefundItem[]
  locale: 'en' | 'id'
  name: string
  orderId: string
  orderNumber: string
  payments: RefundablePayment[]
  phone: string
  customerId: null | string
  token: string
}

type Row = Omit<Refundable, 'items' | 'payments'> & {
  items: {
    days: null | number
    kind: null | WorkState['kind']
    state: null | string
    until: null | RefundUntil
  }[]
  payments: (Omit<RefundablePayment, 'paidAt'> & { paidAt: string })[]
}

const DEFAULT_DAYS = 7

const PAYMENTS = sql`(select coalesce(json_agg(json_build_object('id', p.id, 'channel', p.channel,
    'paidAt', p.paid_at, 'left', coalesce((select -sum(l.amount) from ledger_entries l
        where l.payment_id = p.id and l.account in ('receivable', 'refunds')), 0)
      - coalesce((select sum(r.amount) from refunds r where r.payment_id = p.id
        and r.state in ('requested', 'approved')), 0)) order by p.attempt), '[]')
  from payments p where p.order_id = o.id and p.state = 'paid')`

const ITEMS = sql`(select coalesce(json_agg(json_build_object('days', i.refund_days,
    'until', i.refund_until, 'kind', f.kind, 'state', f.state)), '[]')
  from order_items i left join fulfilments f on f.order_item_id = i.id where i.order_id = o.id)`

const PHASES: readonly RefundPhase[] = ['waiting', 'working', 'delivered', 'done', 'cancelled']

const toItem = ({ days, kind, state, until }: Row['items'][number]): RefundItem => ({
  days: days ?? DEFAULT_DAYS,
  phase:
    kind && state ? (PHASES.find((phase) => statesIn(kind, phase).includes(state)) ?? null) : null,
  until: until ?? 'start',
})

/** What of an order may go back, or null. Under the order's lock when something is to be done with it. */
export const findRefundable = async (
  tx: Pick<Tx, 'rows'>,
  where: SQL,
): Promise<null | Refundable> => {
  const [row] = await tx.rows<Row>(sql`
    select o.id as "orderId", o.number as "orderNumber", o.token, o.email, o.phone, o.locale,
      o.customer_name as name, o.customer_id::text as "customerId", ${PAYMENTS} as payments,
      ${ITEMS} as items
    from orders o where ${where}`)
  return row
    ? {
        ...row,
        items: row.items.map(toItem),
        payments: row.payments
          .map((payment) => ({ ...payment, paidAt: new Date(payment.paidAt) }))
          .filter(({ left }) => left > 0),
      }
    : null
}
