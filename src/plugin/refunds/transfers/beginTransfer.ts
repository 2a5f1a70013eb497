import type { Payload } from 'payload'
import type { z } from 'zod'

import type { Actor } from '../../kernel/payload'
import type { transferSchema } from '../schema'
import type { LockedRefund } from '../actions/lockRefund'

import { DomainError } from '../../kernel/errors'
import { newId, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { findKept } from '../actions/finishRefund'
import { lockRefund } from '../actions/lockRefund'
import { findWays } from '../queries/findWays'
import { refundsRuntime } from '../runtime'
import { queueTransfer } from './jobs'
import { isOnTheWay } from './lockTransfer'
import { transferMachine } from './machine'

type Order = z.output<typeof transferSchema>

const assertMayBegin = async (tx: Tx, refund: LockedRefund): Promise<void> => {
  if (refund.state !== 'approved') {
    throw new DomainError('refund.notApproved')
  }
  if (await isOnTheWay(tx, refund.id)) {
    throw new DomainError('refund.onTheWay')
  }
  const ways = await findWays(tx, refund.paymentId)
  if (!ways.includes('transfer')) {
    throw new DomainError('refund.notOffered', { field: 'bank' })
  }
  const kept = await findKept(tx, refund.paymentId)
  if (refund.amount > kept) {
    throw new DomainError('refund.tooMuch', { left: kept })
  }
}

const insertTransfer = async (
  tx: Tx,
  args: { actor: Actor; order: Order; refund: LockedRefund },
): Promise<string> => {
  const { actor, order, refund } = args
  const id = newId()
  const at = clock.now().toISOString()
  await tx.rows(sql`
    insert into refund_transfers (id, number, state, refund_id, amount, bank, account, asks, asked_by,
      created_at, updated_at)
    select ${id}::uuid, ${refund.number}::text || '-' || (count(*) + 1)::text,
      ${transferMachine.initial}, ${refund.id}::uuid, ${refund.amount}::numeric, ${order.bank},
      ${order.account}, 0, ${actor.label ?? ''}, ${at}::timestamptz, ${at}::timestamptz
    from refund_transfers where refund_id = ${refund.id}`)
  return id
}

/**
 * Begins a transfer of an approved refund: a worker asks the service whose account it is. No money
 * moves before an owner has seen the name and sends.
 *
 * @throws DomainError `notFound`, `refund.transferOff`, `refund.badBank`, `refund.notApproved`,
 * `refund.onTheWay`, `refund.notOffered`, `refund.tooMuch`
 */
export const beginTransfer = async (
  payload: Payload,
  args: { actor: Actor; order: Order; refundId: string },
): Promise<{ id: string }> => {
  const { actor, order, refundId } = args
  const { disburser } = refundsRuntime.get(payload)
  if (!disburser) {
    throw new DomainError('refund.transferOff')
  }
  if (!disburser.banks.some(({ code }) => code === order.bank)) {
    throw new DomainError('refund.badBank', { field: 'bank' })
  }
  return runInTransaction(payload, async (tx) => {
    const refund = await lockRefund(tx, refundId)
    await assertMayBegin(tx, refund)
    const id = await insertTransfer(tx, { actor, order, refund })
    await queueTransfer(tx, id)
    return { id }
  })
}
