import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { PlaceKind } from '../rules'

import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { bookingMachine } from '../machine'
import { buildForCustomer, buildForHost, getTold } from '../messages'
import { lockScene } from '../queries/scene'

/**
 * Sets the link of an agreed session. Both are told, as a revision of the invitation. The same link
 * once more changes nothing.
 *
 * @throws DomainError `notFound`, `booking.none`
 */
export const setPlace = (
  payload: Payload,
  args: { actor: Actor; itemId: string; kind: PlaceKind; url: null | string },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { actor, itemId, kind, url } = args
    const { live } = await lockScene(tx, sql`i.id = ${itemId}`)
    if (live?.state !== 'booked') {
      throw new DomainError('booking.none')
    }
    if (live.placeKind === kind && live.placeUrl === url) {
      return
    }
    await fireEvent({
      actor,
      event: 'place',
      id: live.id,
      locked: live.state,
      machine: bookingMachine,
      set: sql`place_kind = ${kind}, place_url = ${url}, sequence = sequence + 1`,
      table: 'bookings',
      tx,
    })
    const told = await getTold(tx, live.id)
    await queueMessages({
      messages: [
        buildForCustomer(payload, { event: 'session.placeChanged', told }),
        buildForHost(payload, { event: 'session.placeChangedForHost', told }),
      ],
      tx,
    })
  })
