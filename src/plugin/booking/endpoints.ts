import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { PlaceKind } from './rules'

import { DomainError } from '../kernel/errors'
import {
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  parseInput,
  staffActor,
} from '../kernel/payload'
import { callOff } from './actions/endBooking'
import { setPlace } from './actions/setPlace'
import { setTime } from './actions/setTime'
import { isPlaceUrl } from './rules'
import { placeBody, reasonText, startsAtText } from './schema'

const itemOf = ({ params }: EndpointCall<unknown>): string => parseInput(z.uuid(), params.id)

/** A link that leads to the service that it names, or none yet. */
const placeOf = (body: { placeKind: PlaceKind; placeUrl: null | string }) => {
  const url = body.placeUrl?.trim() || null
  if (url !== null && !isPlaceUrl(body.placeKind, url)) {
    throw new DomainError('booking.badPlace', { field: 'placeUrl' })
  }
  return { kind: body.placeKind, url }
}

const timeBody = placeBody.extend({
  host: z.uuid(),
  reason: reasonText.optional(),
  startsAt: startsAtText,
})

const postTime = async (call: EndpointCall<z.output<typeof timeBody>>): Promise<Response> => {
  const { body, req } = call
  await setTime(req.payload, {
    actor: staffActor(req),
    hostId: body.host,
    itemId: itemOf(call),
    place: placeOf(body),
    reason: body.reason,
    startsAt: body.startsAt,
  })
  return Response.json({ ok: true })
}

const postPlace = async (call: EndpointCall<z.output<typeof placeBody>>): Promise<Response> => {
  const { body, req } = call
  await setPlace(req.payload, { actor: staffActor(req), itemId: itemOf(call), ...placeOf(body) })
  return Response.json({ ok: true })
}

const cancelBody = z.strictObject({ reason: reasonText })

const postCancel = async (call: EndpointCall<z.output<typeof cancelBody>>): Promise<Response> => {
  const { body, req } = call
  const { reason } = body
  if (reason.length < 5) {
    throw new DomainError('event.reasonRequired', { field: 'reason' })
  }
  await callOff(req.payload, { actor: staffActor(req), itemId: itemOf(call), reason })
  return Response.json({ ok: true })
}

/** What the moves of a consultation's delivery are fired through, besides its buttons. */
const DOORS = [
  { events: ['schedule', 'unschedule'], machine: 'consulting' },
  { events: ['cancel', 'confirm', 'move', 'place'], machine: 'booking' },
]

const door = <B>(
  path: string,
  body: z.ZodType<B>,
  handler: (call: EndpointCall<B>) => Promise<Response>,
): Omit<Endpoint, 'root'> => {
  const access = { access: (req: Parameters<typeof staffActor>[0]) => isAdmin({ req }) }
  // Doors are for staff who are logged in: nobody can knock often enough to need a limit.
  const endpoint = defineEndpoint(
    { ...access, body, handler, method: 'post', path },
    { rateFactor: 0 },
  )
  return { ...endpoint, custom: { ...endpoint.custom, doors: DOORS } }
}

/**
 * Below `/api/bookings/items/:id`, the id of an order item: `time` agrees on a time or another one,
 * `place` sets the link, `cancel` calls it off. Admins and owners.
 */
export const createBookingEndpoints = (): Omit<Endpoint, 'root'>[] => [
  door('/items/:id/time', timeBody, postTime),
  door('/items/:id/place', placeBody, postPlace),
  door('/items/:id/cancel', cancelBody, postCancel),
]
