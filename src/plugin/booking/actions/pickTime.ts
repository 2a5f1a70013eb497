import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { Scene } from '../queries/scene'

import { DomainError } from '../../kernel/errors'
import { runInTransaction, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { tellAgreed } from '../messages'
import { findHosts, findSlotsOf } from '../queries/slots'
import { lockScene } from '../queries/scene'
import { canBeBooked, findRefusal, type PlaceKind, type Slot } from '../rules'
import { lapseStale } from './lapseKept'
import { type SessionDate, writeBooking } from './writeBooking'

/** Whoever holds the order's link acts as its customer. */
const customerOf = ({ customerId, customerName }: Scene): Actor => ({
  ...(customerId ? { id: customerId } : {}),
  label: customerName,
  role: 'customer',
})

/** Where a host gives his sessions unless somebody says otherwise. */
const findPlace = async (tx: Tx, hostId: string): Promise<SessionDate['place']> => {
  const [row] = await tx.rows<{ kind: PlaceKind; url: null | string }>(
    sql`select place_kind::text as kind, place_url as url from availabilities
      where host_id = ${hostId}`,
  )
  return row ?? { kind: 'other', url: null }
}

/** A link that staff have set for this session stays with it, unless somebody else gives it. */
const placeFor = async (tx: Tx, scene: Scene, hostId: string): Promise<SessionDate['place']> => {
  const { live } = scene
  return live?.placeUrl && live.hostId === hostId
    ? { kind: live.placeKind as PlaceKind, url: live.placeUrl }
    : findPlace(tx, hostId)
}

const assertMayPick = (scene: Scene, now: Date): void => {
  if (!canBeBooked({ delivery: scene.delivery?.state ?? null, order: scene.orderState })) {
    throw new DomainError('booking.closed')
  }
  const { live } = scene
  const refusal = findRefusal(
    { live: live && { ...live, startsAt: new Date(live.startsAt) }, missed: scene.missed },
    now,
  )
  if (refusal) {
    throw new DomainError(refusal)
  }
}

const getSlot = async (tx: Tx, scene: Scene, startsAt: Date): Promise<Slot> => {
  const slots = await findSlotsOf(tx, scene, clock.now())
  const slot = slots.find((each) => each.startsAt.getTime() === startsAt.getTime())
  if (!slot) {
    throw new DomainError('booking.slotUnavailable', { field: 'startsAt' })
  }
  return slot
}

const dateOf = async (tx: Tx, scene: Scene, { hostId, startsAt }: Slot): Promise<SessionDate> => {
  const [host] = await findHosts(tx, hostId)
  return {
    bufferMs: host?.bufferMs ?? 0,
    hostId,
    place: await placeFor(tx, scene, hostId),
    startsAt,
  }
}

/**
 * The customer picks a time for his session, or another one. The same time once more changes nothing.
 *
 * @throws DomainError `notFound`, `booking.closed`, `booking.missedTooOften`, `booking.movesUsed`,
 * `booking.slotTaken`, `booking.slotUnavailable`, `booking.tooLate`
 */
export const pickTime = (
  payload: Payload,
  args: { reason?: string | undefined; startsAt: Date; where: SQL },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { reason, startsAt, where } = args
    const now = clock.now()
    const scene = await lockScene(tx, where)
    if (scene.live && new Date(scene.live.startsAt).getTime() === startsAt.getTime()) {
      return
    }
    assertMayPick(scene, now)
    await lapseStale(tx, now)
    const date = await dateOf(tx, scene, await getSlot(tx, scene, startsAt))
    const written = await writeBooking({ actor: customerOf(scene), date, reason, scene, tx })
    await tellAgreed({ ...written, reason, tx })
  })
