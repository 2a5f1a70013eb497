import { fireEvent, newId, type SQL, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { instalmentMachine } from '../machine'
import type { InstalmentWithMoney } from '../queries'
import {
  type Allocation,
  allocateOldestFirst,
  type PaymentState,
  resolvePaymentState,
} from '../rules'

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

/** Writes what was allocated; it goes along with the first instalment that it settles. */
const write = async (args: {
  allocations: Allocation[]
  paymentId: string
  tx: Tx
}): Promise<void> => {
  const { allocations, paymentId, tx } = args
  const settled = allocations.filter(({ settles }) => settles)
  if (settled.length === 0 && allocations.length > 0) {
    await tx.rows(buildAllocations(allocations, paymentId))
  }
  for (const [index, { instalmentId }] of settled.entries()) {
    const along = index === 0 ? [buildAllocations(allocations, paymentId)] : []
    await settle({ along, id: instalmentId, tx })
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

/**
 * Puts money on an order's instalments, the oldest first, and settles those that are paid in full.
 * Answers what was taken, the instalments as they stand then and the payment state that follows.
 *
 * @param args.instalments All of the order's, read after taking the order's lock, which is still held
 */
export const creditInstalments = async (args: {
  amount: number
  instalments: readonly InstalmentWithMoney[]
  paymentId: string
  tx: Tx
}): Promise<{
  allocated: number
  instalments: InstalmentWithMoney[]
  paymentState: PaymentState
}> => {
  const { amount, paymentId, tx } = args
  const { allocations, left } = allocateOldestFirst(args)
  await write({ allocations, paymentId, tx })
  const instalments = args.instalments.map((instalment) => applyTo(instalment, allocations))
  return { allocated: amount - left, instalments, paymentState: resolvePaymentState(instalments) }
}
