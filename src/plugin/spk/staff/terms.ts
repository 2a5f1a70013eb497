import type { PlanTerms } from '../../plans'
import type { SpkContent, SpkInstalment, SpkLine } from '../content'
import type { SpkScene } from '../queries/scene'

import { sayTerms } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { sql, type Tx } from '../../kernel/payload'

type Contract = {
  cashPrice: number
  markup: number
  setupFee: number
  terms: PlanTerms
  total: number
}

/** What an order says of itself in its agreement. */
export type OrderTerms = Pick<
  SpkContent,
  'instalments' | 'late' | 'lines' | 'months' | 'orderNumber' | 'price'
> & {
  /** Whether being late ever suspends the service by its plan. */
  canSuspend: boolean
}

type Row = { contract: Contract | null; instalments: SpkInstalment[]; lines: SpkLine[] }

const lateOf = (terms: PlanTerms): SpkContent['late'] => {
  const [, said = ''] = sayTerms(terms, 'id')[0] ?? []
  return {
    fee: terms.lateFee ? `Keterlambatan dikenai denda ${said}` : null,
    suspendAfterDays: terms.ladder.offsets.suspend ?? 0,
  }
}

const downPaymentOf = (rows: readonly SpkInstalment[], setupFee: number): number => {
  const upFront = rows
    .filter(({ kind }) => kind === 'downPayment')
    .reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(0, upFront - setupFee)
}

/**
 * What was agreed on with an order: its lines, its price and its schedule, read as they stand.
 *
 * @throws DomainError `notFound` for an order that is not paid in instalments
 */
export const getOrderTerms = async (
  tx: Pick<Tx, 'rows'>,
  { orderId, orderNumber }: Pick<SpkScene, 'orderId' | 'orderNumber'>,
): Promise<OrderTerms> => {
  const [row] = await tx.rows<Row>(sql`
    select (select json_build_object('cashPrice', c.cash_price, 'markup', c.markup,
        'setupFee', c.setup_fee, 'terms', c.terms, 'total', c.total)
      from contracts c where c.order_id = ${orderId}) as contract,
    (select coalesce(json_agg(json_build_object('amount', n.amount, 'dueOn', n.due_on, 'seq', n.seq::int,
        'kind', case when n.kind = 'downPayment' then 'downPayment' else 'instalment' end) order by n.seq), '[]')
      from instalments n where n.order_id = ${orderId} and n.state = 'open' and n.kind <> 'lateFee') as instalments,
    (select coalesce(json_agg(json_build_object('amount', i.amount, 'quantity', i.quantity::int,
        'title', i.title, 'unitPrice', i.unit_price, 'spec', coalesce((select string_agg(l.label || ' ' || l.value, ', ' order by f._order)
          from products_specification f join products_specification_locales l on l._parent_id = f.id and l._locale = 'id'
          where f._parent_id = i.product_id), '')) order by i.seq), '[]')
      from order_items i where i.order_id = ${orderId}) as lines`)
  const { contract, instalments = [], lines = [] } = row ?? {}
  if (!contract) {
    throw new DomainError('notFound', { subject: 'contract' })
  }
  const { cashPrice, markup, setupFee, terms, total } = contract
  return {
    canSuspend: terms.ladder.offsets.suspend !== null,
    instalments,
    late: lateOf(terms),
    lines,
    months: terms.contractMonths,
    orderNumber,
    price: {
      cash: cashPrice,
      downPayment: downPaymentOf(instalments, setupFee),
      markup,
      setupFee,
      total,
    },
  }
}
