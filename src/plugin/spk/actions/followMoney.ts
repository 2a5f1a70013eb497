import type { Actor, Tx } from '../../kernel/payload'

import { sql, SYSTEM } from '../../kernel/payload'
import { findSpk, type SpkScene } from '../queries/scene'
import { CONFIRMED_STATES, LIVE_STATES } from '../states'
import { fireSpk } from './fireSpk'
import { tellCancelled } from './tellCancelled'

const CONFIRMED = sql.join(
  CONFIRMED_STATES.map((state) => sql`${state}`),
  sql`, `,
)

const openOf = (orderId: string) => sql`s.order_id = ${orderId} and s.state <> 'superseded'`

/** Whether the agreement of an order is confirmed, so that it may be paid. */
export const isSpkConfirmed = async (tx: Pick<Tx, 'rows'>, orderId: string): Promise<boolean> => {
  const [row] = await tx.rows<{ isConfirmed: boolean }>(sql`
    select exists (select 1 from spks s where ${openOf(orderId)} and s.state in (${CONFIRMED}))
      as "isConfirmed"`)
  return row?.isConfirmed ?? false
}

/** Fires what money makes of a sealed agreement. Under the order's lock. */
export const fireMoney = async (
  tx: Tx,
  scene: SpkScene,
  { isPaidOff }: { isPaidOff: boolean },
): Promise<void> => {
  if (scene.state === 'sealed') {
    await fireSpk(tx, scene, { actor: SYSTEM, event: 'activate' })
  }
  if (scene.state === 'active' && isPaidOff) {
    await fireSpk(tx, scene, { actor: SYSTEM, event: 'complete' })
  }
}

/**
 * Money has come in: a sealed agreement is in force, and fulfilled once everything is paid. One that is
 * still being sealed follows when it is. Under the order's lock.
 */
export const followSpkMoney = async (
  tx: Tx,
  args: { isPaidOff: boolean; orderId: string },
): Promise<void> => {
  const scene = await findSpk(tx, openOf(args.orderId))
  if (scene) {
    await fireMoney(tx, scene, args)
  }
}

/**
 * The order is cancelled: so is its agreement, unless it was confirmed. Its links end and the customer is
 * told. Under the order's lock.
 */
export const endSpk = async (
  tx: Tx,
  args: { actor: Actor; orderId: string; reason: string },
): Promise<void> => {
  const { actor, orderId, reason } = args
  const scene = await findSpk(tx, openOf(orderId))
  if (scene && (LIVE_STATES as readonly string[]).includes(scene.state)) {
    await fireSpk(tx, scene, { actor: { ...SYSTEM, ...actor }, event: 'cancel', note: { reason } })
    await tellCancelled(tx, scene, reason)
  }
}
