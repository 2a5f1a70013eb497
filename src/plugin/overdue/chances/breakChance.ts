import type { WibDay } from '../../kernel/time'
import type { QueuedMessage } from '../../notifications'
import type { Scene } from '../sweep/scene'

import { fireEvent, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { arrearsParams, toCustomer } from '../messages'
import { standingOf } from '../rules/standingOf'
import { chanceMachine } from './machine'

/** A chance has lapsed without the money: it ends, and the customer is told. Under the order's lock. */
export const breakChance = async (args: {
  scene: Scene
  today: WibDay
  tx: Tx
}): Promise<QueuedMessage> => {
  const { scene, today, tx } = args
  const { chance } = scene
  if (!chance) {
    throw new Error(`Order ${scene.orderId} has no chance that could be broken`)
  }
  await fireEvent({
    actor: SYSTEM,
    event: 'break',
    id: chance.id,
    machine: chanceMachine,
    set: sql`ended_at = ${clock.now().toISOString()}`,
    table: 'chances',
    tx,
  })
  const told = { scene: { ...scene, chance: null }, standing: standingOf(scene, today), today, tx }
  const params = { ...arrearsParams(told), until: chance.until }
  return toCustomer(told, { event: 'chance.broken', params }, chance.id)
}
