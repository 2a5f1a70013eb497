import { z } from 'zod'

import type { PledgeHours } from './kind'

import { CLOCK_TIME, clockMs, type OpenHours } from '../kernel/time'
import { type FulfilmentKind, fulfilmentKinds, KINDS } from './kinds'

/** Days of the week as options name them, Sunday first. */
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

type Weekday = (typeof WEEKDAYS)[number]

/** Opening and closing as WIB clocks, or null for a day off. */
type DayHours = null | readonly [from: string, to: string]

/** What a shop decides about its deliveries. */
export type FulfilmentOptions = {
  /**
   * Days after the delivery on which the customer is asked how it went, per kind, at most five; an empty
   * list asks nobody. Default: consultation 3, files 7, analysis 14.
   */
  followUps?: Partial<Record<FulfilmentKind, readonly number[]>>
  /** How long things may take, per kind; what is left out stays as the kind has it. */
  pledges?: Partial<Record<FulfilmentKind, Partial<PledgeHours>>>
  /** Working hours before a deadline at which whoever is responsible is reminded. Default 4. */
  remindHours?: number
  /**
   * When the shop works, WIB, such as `{ sat: null, fri: ['08:00', '16:30'] }`. Days that are left
   * out keep the default: Monday to Friday 09:00 to 17:00, Saturday 09:00 to 13:00, Sunday off.
   */
  workingHours?: Partial<Record<Weekday, DayHours>>
}

const DEFAULT_WEEK: Record<Weekday, DayHours> = {
  fri: ['09:00', '17:00'],
  mon: ['09:00', '17:00'],
  sat: ['09:00', '13:00'],
  sun: null,
  thu: ['09:00', '17:00'],
  tue: ['09:00', '17:00'],
  wed: ['09:00', '17:00'],
}

const clockTime = z.string().regex(CLOCK_TIME, 'must be a time such as 09:00')

const dayHours = z
  .tuple([clockTime, clockTime])
  .refine(([from, to]) => from < to, 'must open before it closes')
  .nullable()

const toWeek = (given: Partial<Record<Weekday, DayHours>>): (null | OpenHours)[] =>
  WEEKDAYS.map((day) => {
    const hours = given[day] === undefined ? DEFAULT_WEEK[day] : given[day]
    return hours ? { from: clockMs(hours[0]), to: clockMs(hours[1]) } : null
  })

const week = z
  .partialRecord(z.enum(WEEKDAYS), dayHours)
  .default({})
  .transform(toWeek)
  .refine((days) => days.some((hours) => hours), 'must leave one day on which somebody works')

const hours = z.int().min(1).max(2_000)

const pledge = z.strictObject({
  deliverHours: hours.optional(),
  followUpDays: z.int().min(0).max(3_650).optional(),
  startHours: hours.optional(),
})

const pledgesOf = (
  given: Partial<Record<FulfilmentKind, z.output<typeof pledge>>>,
): Record<FulfilmentKind, PledgeHours> =>
  Object.fromEntries(
    fulfilmentKinds.map((kind) => [kind, { ...KINDS[kind].pledges, ...given[kind] }]),
  ) as Record<FulfilmentKind, PledgeHours>

const FOLLOW_UPS: Record<FulfilmentKind, number[]> = {
  consulting: [3],
  'security-analysis': [14],
  template: [7],
}

const followUpDays = z
  .array(z.int().min(1).max(365))
  .max(5)
  .transform((days) => [...new Set(days)].sort((a, b) => a - b))

const startsBeforeItDelivers = (pledges: Record<FulfilmentKind, PledgeHours>): boolean =>
  Object.values(pledges).every(({ deliverHours, startHours }) => startHours <= deliverHours)

const kindKey = z.enum(fulfilmentKinds as [FulfilmentKind, ...FulfilmentKind[]])

/** Checks the options of deliveries and fills in what they leave out. */
export const fulfilmentOptions = z
  .strictObject({
    followUps: z
      .partialRecord(kindKey, followUpDays)
      .default({})
      .transform((given): Record<FulfilmentKind, number[]> => ({ ...FOLLOW_UPS, ...given })),
    pledges: z
      .partialRecord(kindKey, pledge)
      .default({})
      .transform(pledgesOf)
      .refine(startsBeforeItDelivers, 'deliverHours must not be shorter than startHours'),
    remindHours: z.int().min(1).max(200).default(4),
    workingHours: week,
  })
  .prefault({})

/** Options of deliveries with every default filled in. */
export type ResolvedFulfilment = z.output<typeof fulfilmentOptions>
