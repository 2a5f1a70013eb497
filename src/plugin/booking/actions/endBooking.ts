import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { LiveBooking, Scene } from '../queries/scene'

import { unscheduleDelivery } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql, SYSTEM } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { bookingMachine } from '../machine'
import { buildForCustomer, buildForHost, getTold } from '../messages'
import { findScene, lockScene } from '../queries/scene'
import { factsOf } from './writeBooking'

type Ending = {
  actor: Actor
  event: 'cancel' | 'hold' | 'miss'
  live: LiveBooking
  reason?: string | undefined
  scene: Scene
  tx: Tx
}

const tellEnd = async ({ event, live, reason, tx }: Ending): Promise<void> => {
  const { payload } = tx
  if (event === 'hold' || live.state !== 'booked') {
    return
  }
  const told = await getTold(tx, live.id)
  const messages =
    event === 'miss'
      ? [buildForCustomer(payload, { event: 'session.missed', reason, told })]
      : [
          buildForCustomer(payload, { event: 'session.cancelled', reason, told }),
          buildForHost(payload, { event: 'session.cancelledForHost', reason, told }),
        ]
  await queueMessages({ messages, tx })
}

const end = async (ending: Ending): Promise<void> => {
  const { actor, event, live, reason, scene, tx } = ending
  await fireEvent({
    actor,
    event,
    facts: factsOf(scene, live),
    id: live.id,
    locked: live.state,
    machine: bookingMachine,
    ...(reason ? { note: { reason } } : {}),
    // A cancelled event is a revision of its invitation, too (RFC 5546 §3.2.5).
    ...(event === 'cancel' ? { set: sql`sequence = sequence + 1` } : {}),
    table: 'bookings',
    tx,
  })
  await tellEnd(ending)
}

/** The appointment of an item ends with its delivery's own move. Under the order's lock. */
export const followEnd = async (
  tx: Tx,
  args: {
    event: 'cancel' | 'hold' | 'miss'
    itemId: string
    reason?: string | undefined
  },
): Promise<void> => {
  const scene = await findScene(tx, sql`i.id = ${args.itemId}`)
  if (scene?.live) {
    await end({ ...args, actor: SYSTEM, live: scene.live, scene, tx })
  }
}

/**
 * Calls a session off: both are told, and another time has to be found.
 *
 * @throws DomainError `notFound`, `booking.none`
 */
export const callOff = (
  payload: Payload,
  args: { actor: Actor; itemId: string; reason: string },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { actor, itemId, reason } = args
    const scene = await lockScene(tx, sql`i.id = ${itemId}`)
    const { delivery, live } = scene
    if (!live) {
      throw new DomainError('booking.none')
    }
    await end({ actor, event: 'cancel', live, reason, scene, tx })
    if (delivery?.state === 'scheduled') {
      await unscheduleDelivery(tx, { actor, deliveryId: delivery.id, reason })
    }
  })
