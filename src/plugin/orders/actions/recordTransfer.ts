import type { Payload } from 'payload'

import { readFiles, type SentFile } from '../../attachments'
import { DomainError } from '../../kernel/errors'
import { type Actor, runInTransaction, sql } from '../../kernel/payload'
import { clock, type WibDay, wibDayOf } from '../../kernel/time'
import { cancelAttempts, type Recorded, recordMoney } from '../../payments'
import { chooseOwed } from './chooseOwed'
import { findOwed, type LockedOrder, lockOrder } from './lockOrder'
import { assertAgreed } from './openPayment'

/** Field of the form that holds the proof. */
export const PROOF_FIELD = 'proof'

/** What staff write down about a transfer to the shop's own account; rupiah. */
export type Transfer = {
  actor: Actor
  amount: number
  bankReference: string
  key: string
  orderId: string
  proof: readonly SentFile[]
  receivedOn: WibDay
}

/** What the money was for: what is due, else the next debt; nothing when nothing is owed. */
const askedOf = (order: LockedOrder) => {
  const chosen = findOwed(order).length > 0 ? chooseOwed(order, {}) : { owed: [], total: 0 }
  return {
    amount: chosen.total,
    instalmentSet: chosen.owed.map(({ seq }) => seq).join(','),
    rebate: 0,
  }
}

/**
 * Records a bank transfer by hand, with its proof. It pays the oldest debt first, also in part; what
 * lies above what is due goes onto the next instalment or aside, by the contract's rule. Invoices that
 * were open are cancelled: what they asked for may be paid.
 *
 * @throws DomainError `order.notFound`, `order.cancelled`, `spk.notConfirmed`, `transfer.proofRequired`,
 * `transfer.badDay`, `transfer.recordedTwice`, `attachment.…`
 */
export const recordTransfer = async (payload: Payload, transfer: Transfer): Promise<Recorded> => {
  const { actor, orderId, proof, receivedOn } = transfer
  if (receivedOn > wibDayOf(clock.now())) {
    throw new DomainError('transfer.badDay', { field: 'receivedOn' })
  }
  const files = await readFiles(proof, { field: PROOF_FIELD, takesPdf: true })
  if (files.length === 0) {
    throw new DomainError('transfer.proofRequired', { field: PROOF_FIELD })
  }
  return runInTransaction(payload, async (tx) => {
    const order = await lockOrder(tx, sql`o.id = ${orderId}`)
    if (order.state === 'cancelled') {
      throw new DomainError('order.cancelled')
    }
    assertAgreed(order)
    const asked = askedOf(order)
    const attempt = order.lastAttempt + 1
    const recorded = await recordMoney(tx, { ...transfer, asked, attempt, files })
    await cancelAttempts({ actor, note: { reason: 'transfer bank dicatat' }, orderId, tx })
    return recorded
  })
}
