import type { Payload } from 'payload'

import type { Finding, Invariant } from './invariant'

import { type PaymentState, resolvePaymentState } from '../instalments'
import { queryRows, sql } from '../kernel/payload'

type Debt = { amount: number; paid: number; refunded: number; seq: number; state: string }
type Row = { debts: Debt[]; number: string; stored: PaymentState }

const findOrders = (payload: Payload): Promise<Row[]> =>
  queryRows<Row>(
    payload,
    sql`select o.number, o.payment_state::text as stored,
        coalesce(json_agg(json_build_object('seq', i.seq, 'amount', i.amount, 'state', i.state,
          'paid', a.paid, 'refunded', a.refunded) order by i.seq) filter (where i.id is not null), '[]') as debts
      from orders o left join instalments i on i.order_id = o.id
        left join lateral (select coalesce(sum(x.amount), 0) as paid,
            coalesce(sum(x.amount) filter (where p.state = 'refunded'), 0) as refunded
          from allocations x join payments p on p.id = x.payment_id where x.instalment_id = i.id) a on true
      group by o.id`,
  )

const judgeOrder = ({ debts, number, stored }: Row): Finding[] => {
  const derived = resolvePaymentState(debts)
  const wrong = stored === derived ? [] : [derived]
  return wrong.map((state) => ({
    sentence: `order ${number} says ${stored} but its money says ${state}`,
    subject: number,
  }))
}

const judgeDebt = (number: string, { amount, paid, seq, state }: Debt): Finding[] => {
  const isPaid = paid >= amount
  const isRight = state === 'paid' ? isPaid : state !== 'open' || !isPaid
  return isRight
    ? []
    : [
        {
          sentence: `instalment ${seq} of ${number} is ${state} with Rp${paid} of Rp${amount} paid`,
          subject: number,
        },
      ]
}

/** I4: what is stored for speed equals what the pure rules make of the money. */
export const statesFollowMoney: Invariant = {
  code: 'I4',
  find: async (payload) =>
    (await findOrders(payload)).flatMap((row) => [
      ...judgeOrder(row),
      ...row.debts.flatMap((debt) => judgeDebt(row.number, debt)),
    ]),
  promise: 'Payment states and instalment states are those that the money itself says',
}
