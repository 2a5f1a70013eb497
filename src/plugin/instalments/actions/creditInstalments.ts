import { fireEvent, newId, type SQL, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { instalmentMachine } from '../machine'
import type { InstalmentWithMoney } from '../queries'
import {
  type Allocation,
  allocateOldestFirst,
  type PaymentState,
  resolvePaymentState,
} from '../rules'
import { findRebated, rebateInstalments, type Rebate } from './rebateInstalments'

const buildAllocations = (allocations: Allocation[], paymentId: string): SQL => {
  const at = clock.now().toISOString()
  const values = allocations.map(
    ({ amount, instalmentId }) =>
      sql`(${newId()}::uuid, ${paymentId}::uuid, ${instalmentId}::uuid, ${amount}::numeric,
        ${at}::timestamptz, ${at}::timestamptz)`,
  )
  return sql`insert into allocations
    (id, payment_id, instalment_id, amount, created_at, updated_at) values ${sql.join(values, sql`, `)}`
}

const settle = (args: { along: SQL[]; id: string; tx: Tx }): Promise<unknown> =>
  fireEvent({
    ...args,
    actor: SYSTEM,
    event: 'settle',
    locked: 'open',
    machine: instalmentMachine,
    table: 'instalments',
  })

/** Writes `parts`; they go along with the first instalment that the allocations settle. */
const write = async (args: { allocations: Allocation[]; parts: SQL[]; tx: Tx }): Promise<void> => {
  const { allocations, parts, tx } = args
  const settled = allocations.filter(({ settles }) => settles)
  if (settled.length === 0) {
    const named = parts.map((part, index) => sql`${sql.identifier(`part_${index}`)} as (${part})`)
    await tx.rows(sql`with ${sql.join(named, sql`, `)} select 1`)
  }
  for (const [index, { instalmentId }] of settled.entries()) {
    await settle({ along: index === 0 ? parts : [], id: instalmentId, tx })
  }
}

const applyTo = (
  instalment: InstalmentWithMoney,
  allocations: Allocation[],
): InstalmentWithMoney => {
  const allocation = allocations.find(({ instalmentId }) => instalmentId === instalment.id)
  return allocation
    ? {
        ...instalment,
        paid: instalment.paid + allocation.amount,
        state: allocation.settles ? 'paid' : instalment.state,
      }
    : instalment
}

/** What came of money that was put on debts. */
export type Credited = {
  allocated: number
  instalments: InstalmentWithMoney[]
  paymentState: PaymentState
}

/**
 * Puts money on an order's instalments in their turn, settles those that are paid in full, and gives up
 * the rest where the contract forgives it for paying early. Answers what was taken, the instalments as
 * they stand then and the payment state that follows.
 *
 * @param args.along What else is to be written with it, once the payment state is known
 * @param args.amount What may be put on debts, in rupiah
 * @param args.instalments All of the order's, read after taking the order's lock, which is still held
 */
export const creditInstalments = async (args: {
  along?: (paymentState: PaymentState) => SQL[]
  amount: number
  instalments: readonly InstalmentWithMoney[]
  orderId: string
  paymentId: string
  rebate?: Rebate | undefined
  tx: Tx
}): Promise<Credited> => {
  const { along, amount, orderId, paymentId, rebate, tx } = args
  const today = wibDayOf(clock.now())
  const { allocations, left } = allocateOldestFirst({ ...args, today })
  const credited = args.instalments.map((instalment) => applyTo(instalment, allocations))
  const rebated = findRebated(credited, rebate)
  const instalments = credited.map((each) =>
    rebated.includes(each) ? { ...each, state: 'waived' } : each,
  )
  const paymentState = resolvePaymentState(instalments)
  const others = along?.(paymentState) ?? []
  const parts = allocations.length > 0 ? [buildAllocations(allocations, paymentId)] : []
  if (parts.length + others.length > 0) {
    await write({ allocations, parts: [...parts, ...others], tx })
  }
  await rebateInstalments({ orderId, paymentId, rebated, tx })
  return { allocated: amount - left, instalments, paymentState }
}
