import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { type SQL, sql, statementsOn } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildCalendar } from '../../notifications'
import { getTold } from '../messages'
import { bookingRuntime } from '../runtime'
import { PLACE_WORDS } from '../words'
import { findScene } from './scene'
import { findSlotsOf } from './slots'

/**
 * The times that a customer can pick for an item, the earliest first, each once.
 *
 * @throws DomainError `notFound`
 */
export const findTimes = async (payload: Payload, where: SQL): Promise<Date[]> => {
  const tx = statementsOn(payload)
  const scene = await findScene(tx, where)
  if (!scene) {
    throw new DomainError('notFound')
  }
  const slots = await findSlotsOf(tx, scene, clock.now())
  return [...new Set(slots.map(({ startsAt }) => startsAt.getTime()))].map((ms) => new Date(ms))
}

/**
 * The agreed session of an item as the text of an `.ics`, to be loaded down.
 *
 * @throws DomainError `notFound` while nothing is agreed
 */
export const getCalendarFile = async (payload: Payload, where: SQL): Promise<string> => {
  const tx = statementsOn(payload)
  const scene = await findScene(tx, where)
  if (scene?.live?.state !== 'booked') {
    throw new DomainError('notFound')
  }
  const told = await getTold(tx, scene.live.id)
  return buildCalendar({
    invite: {
      endsAt: new Date(told.endsAt),
      host: { email: told.hostEmail, name: told.hostName },
      id: told.id,
      location: told.placeUrl ?? PLACE_WORDS[told.placeKind].label[told.locale],
      method: 'PUBLISH',
      revision: told.sequence,
      startsAt: new Date(told.startsAt),
      title: told.title,
      url: bookingRuntime.get(payload).buildOrderUrl({ locale: told.locale, token: told.token }),
    },
    organiser: {
      email: payload.email.defaultFromAddress,
      name: payload.email.defaultFromName,
    },
  })
}

/** The item of an order behind its link. */
export const itemOfOrder = (args: { item: string; token: string }): SQL =>
  sql`i.id = ${args.item} and o.token = ${args.token}`
