import type { TransitionNote } from '../../kernel/payload'

import { DomainError } from '../../kernel/errors'
import { type Actor, fireEvent, type Tx } from '../../kernel/payload'
import { buildPosting } from '../../payments'
import { instalmentMachine } from '../machine'
import { instalmentsRuntime } from '../runtime'
import { findInstalments } from '../queries'

const POSTINGS = {
  void: { account: 'sales', kind: 'instalment.voided' },
  waive: { account: 'waived', kind: 'instalment.waived' },
} as const

/** How a debt ends without money. */
export type Closing = keyof typeof POSTINGS

/**
 * Ends a debt without money: what is still owed on it leaves the receivables. The caller holds the
 * order's lock and derives the payment state anew.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`, `event.guardRefused`,
 * `transition.conflict`
 */
export const closeInstalment = async (args: {
  actor: Actor
  event: Closing
  id: string
  note: TransitionNote
  orderId: string
  seen?: string | undefined
  tx: Tx
}): Promise<{ seq: number; to: string }> => {
  const { actor, event, id, note, orderId, seen, tx } = args
  const debt = (await findInstalments(tx, orderId)).find((each) => each.id === id)
  if (!debt) {
    throw new DomainError('notFound', { subject: instalmentMachine.name })
  }
  const left = debt.amount - debt.paid
  const { waiverLimit: limit } = instalmentsRuntime.get(tx.payload)
  const { to } = await fireEvent({
    actor,
    event,
    facts: { left, limit, paid: debt.paid - debt.refunded, role: actor.role },
    id,
    machine: instalmentMachine,
    note,
    seen,
    table: 'instalments',
    tx,
  })
  const { account, kind } = POSTINGS[event]
  const lines = [
    { account, amount: left },
    { account: 'receivable' as const, amount: -left },
  ]
  await tx.rows(buildPosting({ kind, lines, orderId }))
  return { seq: debt.seq, to }
}
