import type { Payload } from 'payload'
import type { z } from 'zod'

import type { Actor } from '../../kernel/payload'
import type { executeSchema } from '../schema'
import type { LockedRefund } from './lockRefund'

import { keepFiles, readFiles, type SentFile } from '../../attachments'
import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildPosting, paymentMachine, paymentsRuntime } from '../../payments'
import { refundMachine } from '../machine'
import { tellOfTransfer } from '../messages'
import { lockRefund } from './lockRefund'

/** Field of the form that holds the proof. */
export const PROOF_FIELD = 'proof'

/** What of the payment is still with the shop, by the books. */
const findKept = async (tx: Tx, paymentId: string): Promise<number> => {
  const [row] = await tx.rows<{ kept: string }>(
    sql`select coalesce(-sum(amount), 0) as kept from ledger_entries
      where payment_id = ${paymentId} and account in ('receivable', 'refunds')`,
  )
  return Number(row?.kept ?? 0)
}

const book = (tx: Tx, { amount, orderId, paymentId }: LockedRefund): Promise<unknown> => {
  const lines = [
    { account: 'refunds' as const, amount },
    { account: 'gateway' as const, amount: -amount },
  ]
  return tx.rows(buildPosting({ kind: 'payment.refunded', lines, orderId, paymentId }))
}

type Execution = {
  actor: Actor
  id: string
  proof: readonly SentFile[]
  sent: z.output<typeof executeSchema>
}

/** A payment of which nothing is left is refunded; what follows from that is derived anew. */
const follow = async (
  tx: Tx,
  args: { actor: Actor; evidence: string; isWhole: boolean; refund: LockedRefund },
): Promise<void> => {
  const { actor, evidence, isWhole, refund } = args
  const { number, orderId, paymentId } = refund
  if (isWhole) {
    await fireEvent({
      actor,
      event: 'refund',
      id: paymentId,
      machine: paymentMachine,
      note: { metadata: { evidence }, reason: number },
      table: 'payments',
      tx,
    })
  }
  await paymentsRuntime.get(tx.payload).owner.recount(tx, orderId)
}

/**
 * Records that an owner has sent the money, with its proof: the books, the state of the payment, and
 * with the last rupiah the end of the deliveries, all at once. The customer is told.
 *
 * @throws DomainError `notFound`, `attachment.…`, `refund.tooMuch` when less is left by now,
 * `event.notAllowed`, `event.notPermitted`
 */
export const executeRefund = async (payload: Payload, execution: Execution): Promise<void> => {
  const { actor, id, proof, sent } = execution
  const files = await readFiles(proof, { field: PROOF_FIELD, takesPdf: true })
  if (files.length === 0) {
    throw new DomainError('refund.proofRequired', { field: PROOF_FIELD })
  }
  await runInTransaction(payload, async (tx) => {
    const refund = await lockRefund(tx, id)
    const { evidence, method } = sent
    await fireEvent({
      actor,
      event: 'execute',
      id,
      locked: refund.state,
      machine: refundMachine,
      note: { metadata: { evidence } },
      set: sql`evidence = ${evidence}, method = ${method},
        executed_at = ${clock.now().toISOString()}`,
      table: 'refunds',
      tx,
    })
    const kept = await findKept(tx, refund.paymentId)
    if (refund.amount > kept) {
      throw new DomainError('refund.tooMuch', { left: kept })
    }
    await book(tx, refund)
    await keepFiles(tx, { files, subject: { id, kind: 'refund' } })
    await follow(tx, { actor, evidence, isWhole: kept === refund.amount, refund })
    await tellOfTransfer(tx, { evidence, refund })
  })
}
