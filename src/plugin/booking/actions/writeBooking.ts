import type { Actor, Tx } from '../../kernel/payload'
import type { FormerHost } from '../messages'
import type { LiveBooking, Scene } from '../queries/scene'
import type { PlaceKind } from '../rules'

import { scheduleDelivery } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { findSqlConstraint, fireEvent, newId, sql } from '../../kernel/payload'
import { clock, formatInstant } from '../../kernel/time'
import { bookingMachine } from '../machine'
import { lengthOf } from '../queries/scene'
import { resolveBlock } from '../rules'
import { bookingRuntime } from '../runtime'

/** When, with whom and where a session shall be. */
export type SessionDate = {
  bufferMs: number
  hostId: string
  place: { kind: PlaceKind; url: null | string }
  startsAt: Date
}

/** What the table of moves looks at. */
export const factsOf = (
  scene: Pick<Scene, 'delivery'>,
  live?: Pick<LiveBooking, 'startsAt'>,
): { isBegun: boolean; isPaid: boolean } => ({
  isBegun: live ? new Date(live.startsAt) <= clock.now() : false,
  isPaid: scene.delivery !== null,
})

const keptUntil = (tx: Tx): string => {
  const { keepMinutes } = bookingRuntime.get(tx.payload)
  return new Date(clock.now().getTime() + keepMinutes * 60_000).toISOString()
}

/** A new appointment, kept for the moment; its id. */
const insertBooking = async (tx: Tx, scene: Scene, date: SessionDate): Promise<string> => {
  const { bufferMs, hostId, place, startsAt } = date
  const { blocksFrom, blocksUntil, endsAt } = resolveBlock({
    bufferMs,
    lengthMs: lengthOf(scene),
    startsAt,
  })
  const id = newId()
  const now = clock.now().toISOString()
  await tx.rows(sql`
    insert into bookings (id, order_item_id, order_id, host_id, state, starts_at, ends_at,
      blocks_from, blocks_until, agreed_at, kept_until, place_kind, place_url, sequence, moved,
      created_at, updated_at)
    values (${id}, ${scene.itemId}, ${scene.orderId}, ${hostId}, ${bookingMachine.initial},
      ${startsAt.toISOString()}, ${endsAt.toISOString()}, ${blocksFrom.toISOString()},
      ${blocksUntil.toISOString()}, ${now}, ${keptUntil(tx)}, ${place.kind}, ${place.url}, 0, 0,
      ${now}, ${now})`)
  return id
}

/** The same appointment at another time: a revision of its invitation. */
const moveBooking = async (args: {
  actor: Actor
  date: SessionDate
  live: LiveBooking
  reason?: string | undefined
  scene: Scene
  tx: Tx
}): Promise<void> => {
  const { actor, date, live, reason, scene, tx } = args
  const { bufferMs, hostId, place, startsAt } = date
  const block = resolveBlock({ bufferMs, lengthMs: lengthOf(scene), startsAt })
  const counts = actor.role === 'customer' && live.state === 'booked'
  await fireEvent({
    actor,
    event: 'move',
    id: live.id,
    locked: live.state,
    machine: bookingMachine,
    note: {
      metadata: { from: new Date(live.startsAt).toISOString(), to: startsAt.toISOString() },
      ...(reason ? { reason } : {}),
    },
    set: sql`starts_at = ${startsAt.toISOString()}, ends_at = ${block.endsAt.toISOString()},
      blocks_from = ${block.blocksFrom.toISOString()},
      blocks_until = ${block.blocksUntil.toISOString()}, host_id = ${hostId},
      agreed_at = ${clock.now().toISOString()}, reminded = null, sequence = sequence + 1,
      moved = moved + ${counts ? 1 : 0}, place_kind = ${place.kind}, place_url = ${place.url},
      kept_until = case when state = 'reserved' then ${keptUntil(tx)}::timestamptz end`,
    table: 'bookings',
    tx,
  })
}

/** What is paid is agreed at once, and its delivery is scheduled. Under the order's lock. */
export const agree = async (args: {
  actor: Actor
  id: string
  scene: Scene
  startsAt: Date
  state: 'booked' | 'reserved'
  hostId: string
  tx: Tx
}): Promise<void> => {
  const { actor, hostId, id, scene, startsAt, state, tx } = args
  if (!scene.delivery) {
    return
  }
  if (state === 'reserved') {
    await fireEvent({
      actor,
      event: 'confirm',
      facts: factsOf(scene),
      id,
      locked: state,
      machine: bookingMachine,
      set: sql`kept_until = null`,
      table: 'bookings',
      tx,
    })
  }
  const endsAt = new Date(startsAt.getTime() + lengthOf(scene))
  await scheduleDelivery(tx, { actor, deliveryId: scene.delivery.id, endsAt, hostId })
}

const formerOf = (live: LiveBooking): Pick<WrittenBooking, 'formerHost'> => ({
  formerHost: { email: live.hostEmail, id: live.hostId, name: live.hostName },
})

/** Turns the database's refusal of two sessions at one time into words. */
const refuseOverlap = (error: unknown, startsAt: Date): never => {
  const name = findSqlConstraint(error)
  if (name === 'bookings_one_at_a_time' || name === 'bookings_live_once') {
    throw new DomainError('booking.slotTaken', {
      at: formatInstant(startsAt),
      field: 'startsAt',
    })
  }
  throw error
}

/** What came of it. */
export type WrittenBooking = { formerHost?: FormerHost; id: string; isMoved: boolean }

/**
 * Makes the item's appointment, or moves the one that stands. What is paid is agreed at once; for
 * what is not, the time is kept for a while. Under the order's lock.
 *
 * @throws DomainError `booking.slotTaken`, `event.notAllowed`, `event.notPermitted`
 */
export const writeBooking = async (args: {
  actor: Actor
  date: SessionDate
  reason?: string | undefined
  scene: Scene
  tx: Tx
}): Promise<WrittenBooking> => {
  const { actor, date, scene, tx } = args
  const { hostId, startsAt } = date
  const { live } = scene
  try {
    const id = live?.id ?? (await insertBooking(tx, scene, date))
    if (live) {
      await moveBooking({ ...args, live })
    }
    await agree({ actor, hostId, id, scene, startsAt, state: live?.state ?? 'reserved', tx })
    const isMoved = live?.state === 'booked'
    return { id, isMoved, ...(live && isMoved && live.hostId !== hostId && formerOf(live)) }
  } catch (error) {
    return refuseOverlap(error, startsAt)
  }
}
