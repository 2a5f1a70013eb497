import { type SQL, sql, type Tx } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'

/** What a customer owes beyond its day on one order; rupiah, the oldest due day in WIB. */
export type Arrears = {
  amount: number
  orderId: string
  orderNumber: string
  since: string
  token: string
}

const overdueOf = (where: SQL): SQL => sql`
  select o.id as "orderId", o.number as "orderNumber", o.token, min(n.due_on) as since,
    sum(n.amount - coalesce((select sum(a.amount) from allocations a
      where a.instalment_id = n.id), 0))::float8 as amount
  from contracts c join orders o on o.id = c.order_id
    join instalments n on n.order_id = o.id and n.state = 'open' and n.kind <> 'lateFee'
      and n.due_on < ${wibDayOf(clock.now())}
  where ${where} and o.state not in ('cancelled', 'placed')
  group by o.id order by since`

/**
 * Whether a customer is in arrears, and with what: the one question that stands before an SPK is
 * confirmed and before a new order in instalments. Late fees alone are no arrears.
 */
export const findArrears = (tx: Pick<Tx, 'rows'>, customerId: string): Promise<Arrears[]> =>
  tx.rows<Arrears>(overdueOf(sql`c.customer_id = ${customerId}`))
