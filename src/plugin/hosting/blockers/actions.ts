import type { Actor, Tx } from '../../kernel/payload'
import type { BlockerKind } from './machine'

import { fireEvent, newId, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { hostingRuntime } from '../runtime'
import { blockerMachine } from './machine'

type Reason = { actor: Actor; orderId: string; reason: string }

const tellSwitches = async (
  tx: Tx,
  wish: { on: boolean; orderId: string; reason: string },
): Promise<void> => {
  for (const { want } of hostingRuntime.get(tx.payload).switches) {
    await want(tx, wish)
  }
}

/** The reasons for which a service is off, the oldest first. The caller holds the order's lock. */
export const findBlockers = (
  tx: Pick<Tx, 'rows'>,
  orderId: string,
): Promise<{ id: string; kind: BlockerKind }[]> =>
  tx.rows(sql`select id, kind from service_blockers where order_id = ${orderId}
    and state = 'active' order by created_at, id`)

/**
 * Gives a service a reason to be off; a second one of the same kind changes nothing. Answers whether
 * it is new. The caller holds the order's lock.
 */
export const blockService = async (
  tx: Tx,
  { actor, kind, orderId, reason }: { kind: BlockerKind } & Reason,
): Promise<boolean> => {
  const before = await findBlockers(tx, orderId)
  const at = clock.now().toISOString()
  const added = await tx.rows(sql`insert into service_blockers
      (id, order_id, kind, state, reason, set_by, created_at, updated_at)
    values (${newId()}, ${orderId}, ${kind}, ${blockerMachine.initial}, ${reason}, ${actor.label}, ${at}, ${at})
    on conflict (order_id, kind) where state = 'active' do nothing returning id`)
  if (added.length > 0 && before.length === 0) {
    await tellSwitches(tx, { on: false, orderId, reason })
  }
  return added.length > 0
}

/**
 * Takes reasons of these kinds away; the service is wanted on when none is left. Answers whether it
 * was wanted off before and is wanted on now. The caller holds the order's lock.
 */
export const unblockService = async (
  tx: Tx,
  { actor, kinds, orderId, reason }: { kinds: readonly BlockerKind[] } & Reason,
): Promise<boolean> => {
  const before = await findBlockers(tx, orderId)
  const gone = before.filter(({ kind }) => kinds.includes(kind))
  for (const { id } of gone) {
    await fireEvent({
      actor,
      event: 'clear',
      id,
      machine: blockerMachine,
      note: { reason },
      set: sql`cleared_at = ${clock.now().toISOString()}`,
      table: 'service_blockers',
      tx,
    })
  }
  const isOnAgain = gone.length > 0 && gone.length === before.length
  if (isOnAgain) {
    await tellSwitches(tx, { on: true, orderId, reason })
  }
  return isOnAgain
}
