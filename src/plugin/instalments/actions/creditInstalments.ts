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

/** The instalments of an order with what was paid on each. The caller holds the order's lock. */
export const findInstalments = async (tx: Tx, orderId: string): Promise<OpenInstalment[]> => {
  const rows = await tx.rows<
    { amount: string; paid: string } & Omit<OpenInstalment, 'amount' | 'paid'>
  >(
    sql`select i.id, i.seq::int as seq, i.amount, i.state::text as state,
        coalesce((select sum(a.amount) from allocations a where a.instalment_id = i.id), 0) as paid
      from instalments i where i.order_id = ${orderId} order by i.seq`,
  )
  return rows.map((row) => ({ ...row, amount: Number(row.amount), paid: Number(row.paid) }))
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
