import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { Scene } from '../queries/scene'
import type { PlaceKind } from '../rules'

import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { tellAgreed } from '../messages'
import { findHosts } from '../queries/slots'
import { lockScene } from '../queries/scene'
import { canBeBooked } from '../rules'
import { lapseStale } from './lapseKept'
import { writeBooking } from './writeBooking'

/** A date as a member of staff sets it. */
export type StaffDate = {
  actor: Actor
  hostId: string
  itemId: string
  place: { kind: PlaceKind; url: null | string }
  reason?: string | undefined
  startsAt: Date
}

const assertHost = async (tx: Tx, hostId: string): Promise<void> => {
  const rows = await tx.rows(
    sql`select id from staff where id = ${hostId} and role in ('admin', 'owner')`,
  )
  if (rows.length === 0) {
    throw new DomainError('fulfilment.badAssignee', { field: 'host' })
  }
}

const assertMayBeSet = (scene: Scene, { reason, startsAt }: StaffDate): void => {
  if (
    !scene.delivery ||
    !canBeBooked({ delivery: scene.delivery.state, order: scene.orderState })
  ) {
    throw new DomainError('booking.closed')
  }
  if (startsAt <= clock.now()) {
    throw new DomainError('booking.inThePast', { field: 'startsAt' })
  }
  if (scene.live?.state === 'booked' && (reason ?? '').length < 5) {
    throw new DomainError('event.reasonRequired', { field: 'reason' })
  }
}

/**
 * Staff agree on a time with the customer, or on another one: any time to come, also outside the
 * hours that customers may pick, as long as its host is free.
 *
 * @throws DomainError `notFound`, `booking.closed`, `booking.inThePast`, `booking.slotTaken`,
 * `event.reasonRequired`, `fulfilment.badAssignee`
 */
export const setTime = (payload: Payload, asked: StaffDate): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { actor, hostId, itemId, place, reason, startsAt } = asked
    const scene = await lockScene(tx, sql`i.id = ${itemId}`)
    assertMayBeSet(scene, asked)
    await assertHost(tx, hostId)
    await lapseStale(tx, clock.now())
    const [host] = await findHosts(tx, hostId)
    const date = { bufferMs: host?.bufferMs ?? 0, hostId, place, startsAt }
    const written = await writeBooking({ actor, date, reason, scene, tx })
    await tellAgreed({ ...written, reason, tx })
  })
