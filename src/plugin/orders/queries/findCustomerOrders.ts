import type { Payload } from 'payload'

import type { PublicOrder, PublicPayment } from '../publicOrder'

import { queryRows, type SQL, sql } from '../../kernel/payload'
import { clock, type WibDay, wibDayOf } from '../../kernel/time'
import { type PublicSpk, selectSpk, type SpkRow, toPublicSpk } from '../../spk'
import { attemptTurn } from './selectAttempt'

/** How a purchase in instalments stands, in one line; rupiah, WIB days. */
export type ContractLine = {
  /** Instalments and the down payment. */
  count: number
  next: null | { dueOn: WibDay; left: number }
  /** What is overdue, without late fees; 0 while nothing is. */
  overdue: number
  paidCount: number
}

/** One line of a customer's own list. */
export type CustomerOrder = Pick<
  PublicOrder,
  'number' | 'paymentState' | 'placedAt' | 'state' | 'token' | 'total'
> & {
  /** Null for what is paid at once. */
  contract: ContractLine | null
  payment: null | Pick<PublicPayment, 'state'>
  /** How its agreement stands; null where none is needed. */
  spk: null | PublicSpk
}

/** One page of the list, and whether older orders follow. */
export type CustomerOrders = { hasMore: boolean; orders: CustomerOrder[] }

const PER_PAGE = 20

/** How the contract of an order `o` stands; counted as `resolveStanding` does. */
const selectContractLine = (today: WibDay): SQL => sql`(
  select json_build_object('count', count(*),
    'paidCount', count(*) filter (where d.state in ('paid', 'waived')),
    'overdue', coalesce(sum(d."left") filter (where d.state = 'open' and d.due_on < ${today}), 0),
    'next', (array_agg(json_build_object('dueOn', d.due_on, 'left', d."left") order by d.seq)
      filter (where d.state = 'open'))[1])
  from (select n.seq, n.state, n.due_on, n.amount - coalesce((select sum(a.amount) from allocations a
      where a.instalment_id = n.id), 0) as "left"
    from instalments n where n.order_id = o.id and n.kind <> 'lateFee'
      and n.state not in ('replaced', 'void')) d
  where exists (select from contracts c where c.order_id = o.id) having count(*) > 0)`

/** The orders that a customer placed while logged in, newest first. */
export const findCustomerOrders = async (args: {
  customerId: string
  /** Counted from 1. */
  page: number
  payload: Payload
}): Promise<CustomerOrders> => {
  const { customerId, page, payload } = args
  const rows = await queryRows<{ spk: null | SpkRow } & Omit<CustomerOrder, 'spk'>>(
    payload,
    sql`select o.token, o.number, o.state::text as state, o.payment_state::text as "paymentState",
        o.total::float8 as total, o.placed_at as "placedAt",
        (select json_build_object('state', p.state) from payments p where p.order_id = o.id
          order by ${attemptTurn()} limit 1) as payment,
        ${selectContractLine(wibDayOf(clock.now()))} as contract, ${selectSpk(sql`o.id`)} as spk
      from orders o where o.customer_id = ${customerId}::uuid
      order by o.placed_at desc, o.id desc
      limit ${PER_PAGE + 1} offset ${(page - 1) * PER_PAGE}`,
  )
  return {
    hasMore: rows.length > PER_PAGE,
    orders: rows.slice(0, PER_PAGE).map((row) => ({
      ...row,
      placedAt: new Date(row.placedAt).toISOString(),
      spk: toPublicSpk(row.spk),
    })),
  }
}
