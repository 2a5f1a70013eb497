import { z } from 'zod'

import { isStorable } from '../kernel/text'
import { PLACE_KINDS } from './rules'

/** An instant as ISO text with its offset, on a whole minute. */
export const startsAtText = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() % 60_000 === 0, 'booking.slotUnavailable')

/** Why, in a few words. */
export const reasonText = z
  .string()
  .max(500)
  .refine(isStorable)
  .transform((text) => text.trim())

/** Where a session is held. */
export const placeBody = z.strictObject({
  placeKind: z.enum(PLACE_KINDS),
  placeUrl: z.string().max(500).nullable(),
})

/** What a shop decides about appointments. */
export type BookingOptions = {
  /** How long a time is kept for an order that is not paid yet, in minutes. Default 60. */
  keepMinutes?: number
}

/** Checks the options of appointments and fills in what they leave out. */
export const bookingOptions = z
  .strictObject({ keepMinutes: z.int().min(5).max(1_440).default(60) })
  .prefault({})
