import { addDays, type WibDay } from '@/plugin/kernel/time'

/** How somebody pays, the same way each month. */
export const BEHAVIOURS = [
  'onTime',
  'early',
  'fewDaysLate',
  'afterChoice',
  'afterSuspension',
  'inParts',
  'twice',
  'allAtOnce',
  'virtualAccount',
  'keepsChance',
  'breaksChance',
  'choosesSuspension',
  'never',
] as const

/** How somebody pays. */
export type Behaviour = (typeof BEHAVIOURS)[number]

/** One contract of the simulated year. */
export type Person = {
  behaviour: Behaviour
  customerId: string
  /** WIB day of the order. */
  startOn: WibDay
  tenor: number
}

/** Something that a person, or staff for him, does on a day, as days from a due day. */
export type Deed = {
  day: number
  /** Rupiah for partial payments, as a share of the instalment. */
  does: 'chance' | 'chooseSuspend' | 'payAll' | 'payHalf' | 'payRest' | 'payTwice' | 'payVa'
}

/** What each behaviour does about one instalment. The first one everybody but nobody pays on its day. */
export const DEEDS: Record<Behaviour, readonly Deed[]> = {
  afterChoice: [{ day: 5, does: 'payRest' }],
  afterSuspension: [{ day: 9, does: 'payRest' }],
  allAtOnce: [{ day: 0, does: 'payRest' }],
  breaksChance: [
    { day: 4, does: 'chance' },
    { day: 20, does: 'payRest' },
  ],
  choosesSuspension: [
    { day: 4, does: 'chooseSuspend' },
    { day: 11, does: 'payRest' },
  ],
  early: [{ day: -10, does: 'payRest' }],
  fewDaysLate: [{ day: 2, does: 'payRest' }],
  inParts: [
    { day: 2, does: 'payHalf' },
    { day: 8, does: 'payRest' },
  ],
  keepsChance: [
    { day: 4, does: 'chance' },
    { day: 12, does: 'payRest' },
  ],
  never: [],
  onTime: [{ day: 0, does: 'payRest' }],
  twice: [{ day: 0, does: 'payTwice' }],
  virtualAccount: [{ day: 0, does: 'payVa' }],
}

/** Days for which a chance is granted. */
export const CHANCE_DAYS = 10

const TENORS = [2, 3, 4, 6] as const

/** Who takes part: every behaviour, every tenor, starting on the days of the first half of the year. */
export const buildPeople = (args: {
  count: number
  customerIdOf: (index: number) => string
  first: WibDay
}): Person[] =>
  Array.from({ length: args.count }, (_, index) => ({
    behaviour: BEHAVIOURS[index % BEHAVIOURS.length] ?? 'onTime',
    customerId: args.customerIdOf(index),
    startOn: addDays(args.first, (index * 7) % 180),
    tenor: TENORS[Math.floor(index / BEHAVIOURS.length) % TENORS.length] ?? 3,
  }))
