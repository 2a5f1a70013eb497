import { fireEvent, newId, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { instalmentMachine } from '../machine'
import {
  type Allocation,
  allocateOldestFirst,
  type OpenInstalment,
  type PaymentState,
  resolvePaymentState,
} from '../rules'

type Row = { amount: string; paid: string; refunded: string } & Pick<
  OpenInstalment,
  'id' | 'seq' | 'state'
>

/** The instalments of an order with what was paid on each. The caller holds the order's lock. */
export const findInstalments = async (
  tx: Tx,
  orderId: string,
): Promise<(OpenInstalment & { refunded: number })[]> => {
  const rows = await tx.rows<Row>(
    sql`select i.id, i.seq::int as seq, i.amount, i.state::text as state, a.paid, a.refunded
      from instalments i, lateral (select coalesce(sum(a.amount), 0) as paid,
          coalesce(sum(a.amount) filter (where p.state = 'refunded'), 0) as refunded
        from allocations a join payments p on p.id = a.payment_id where a.instalment_id = i.id) a
      where i.order_id = ${orderId} order by i.seq`,
  )
  return rows.map((row) => ({
    ...row,
    amount: Number(row.amount),
    paid: Number(row.paid),
    refunded: Number(row.refunded),
  }))
}

const insertAllocations = (args: {
  allocations: Allocation[]
  paymentId: string
  tx: Tx
}): Promise<unknown> => {
  const at = clock.now().toISOString()
  const values = args.allocations.map(
    ({ amount, instalmentId }) =>
      sql`(${newId()}::uuid, ${args.paymentId}::uuid, ${instalmentId}::uuid, ${amount}::numeric,
        ${at}::timestamptz, ${at}::timestamptz)`,
  )
  return args.tx.rows(sql`insert into allocations
    (id, payment_id, instalment_id, amount, created_at, updated_at) values ${sql.join(values, sql`, `)}`)
}

const applyTo = (instalment: OpenInstalment, allocations: Allocation[]): OpenInstalment => {
  const allocation = allocations.find(({ instalmentId }) => instalmentId === instalment.id)
  return allocation
    ? {
        ...instalment,
        paid: instalment.paid + allocation.amount,
        state: allocation.settles ? 'paid' : instalment.state,
      }
    : instalment
}

/**
 * Puts money on an order's instalments, the oldest first, and settles those that are paid in full.
 * Answers what was taken and the payment state that follows. The caller holds the order's lock.
 */
export const creditInstalments = async (args: {
  amount: number
  orderId: string
  paymentId: string
  tx: Tx
}): Promise<{ allocated: number; paymentState: PaymentState }> => {
  const { amount, orderId, paymentId, tx } = args
  const instalments = await findInstalments(tx, orderId)
  const { allocations, left } = allocateOldestFirst({ amount, instalments })
  if (allocations.length > 0) {
    await insertAllocations({ allocations, paymentId, tx })
  }
  for (const { instalmentId } of allocations.filter(({ settles }) => settles)) {
    await fireEvent({
      actor: SYSTEM,
      event: 'settle',
      id: instalmentId,
      machine: instalmentMachine,
      table: 'instalments',
      tx,
    })
  }
  const after = instalments.map((instalment) => applyTo(instalment, allocations))
  return { allocated: amount - left, paymentState: resolvePaymentState(after) }
}
