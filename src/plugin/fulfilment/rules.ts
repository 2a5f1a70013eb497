import type { Labels } from '../kernel/errors'
import type { WorkCalendar } from '../kernel/time'
import type { PledgeHours, Phase, Step } from './kind'

import { addDays, addWorkingTime, endOfWibDay, wibDayOf } from '../kernel/time'
import { resolveNextFollowUp } from './followUps/rules'

/** One thing to tick off; `doneAt` is an ISO instant. `byShop`: nobody ticks it by hand. */
export type ChecklistItem = {
  byShop?: true
  doneAt?: string
  doneBy?: string
  key: string
  text: Labels
}

/** What of a checklist nobody has ticked yet. */
export const findUnchecked = (checklist: readonly ChecklistItem[]): Labels[] =>
  checklist.filter(({ doneAt }) => doneAt === undefined).map(({ text }) => text)

/** The instants that run from a payment. */
export const resolvePledges = (args: {
  calendar: WorkCalendar
  now: Date
  pledges: PledgeHours
}): { deliverBy: Date; startBy: Date } => {
  const { calendar, now, pledges } = args
  return {
    deliverBy: addWorkingTime(now, pledges.deliverHours, calendar),
    startBy: addWorkingTime(now, pledges.startHours, calendar),
  }
}

/** What a move does to the clocks of a delivery. Absent: stays as it is. */
export type Clocks = {
  deliverBy?: Date
  deliveredAt?: Date
  /** When the next promise breaks; null when nothing is promised. */
  dueAt: Date | null
  /** When the customer is asked next how it went; null when nobody will ask. */
  nextFollowUpAt?: Date | null
  /** Until when the customer may come back; null while there is nothing to come back to. */
  followUpUntil?: Date | null
  startedAt?: Date
}

/** What of a delivery its clocks are made of. */
export type Timed = { deliverBy: Date; startBy: Date }

const isOpen = (phase: Phase): boolean => phase === 'waiting' || phase === 'working'

const dueOf = (args: {
  answerBy: () => Date
  deliverBy: Date
  row: Timed
  to: Step
}): Date | null => {
  const { answerBy, deliverBy, row, to } = args
  switch (to.pledge) {
    case 'answer':
      return answerBy()
    case 'deliver':
      return deliverBy
    case 'start':
      return row.startBy
    case null:
      return null
  }
}

/**
 * The clocks after a move from one step to another. What is delivered stops the clock and opens the
 * days in which the customer may come back; what comes back has to be delivered again within the
 * hours that a first step may take.
 */
export const resolveClocks = (args: {
  calendar: WorkCalendar
  /** Days after a delivery on which the customer is asked how it went, rising. */
  followUps: readonly number[]
  from: Step
  now: Date
  pledges: PledgeHours
  row: Timed
  to: Step
}): Clocks => {
  const { calendar, followUps: days, from, now, pledges, row, to } = args
  const answerBy = (): Date => addWorkingTime(now, pledges.startHours, calendar)
  const returns = !isOpen(from.phase) && to.phase === 'working'
  const arrives = isOpen(from.phase) && to.phase === 'delivered'
  const deliverBy = returns ? answerBy() : row.deliverBy
  const until = endOfWibDay(addDays(wibDayOf(now), pledges.followUpDays))
  return {
    dueAt: dueOf({ answerBy, deliverBy, row, to }),
    ...(returns ? { deliverBy } : {}),
    ...(from.phase === 'waiting' && to.phase === 'working' ? { startedAt: now } : {}),
    ...(arrives
      ? {
          deliveredAt: now,
          followUpUntil: until,
          nextFollowUpAt: resolveNextFollowUp({ after: now, days, deliveredAt: now }),
        }
      : {}),
    ...(returns || to.phase === 'cancelled' ? { nextFollowUpAt: null } : {}),
    ...(returns || to.phase === 'done' || to.phase === 'cancelled' ? { followUpUntil: null } : {}),
  }
}

/** How many items of an order stand where. */
export type Standing = {
  delivered: number
  done: number
  /** Waiting, in work, or not even begun. */
  open: number
}

/** What an order does when its items have moved. */
export type OrderStep = 'close' | 'fulfil' | 'reopen'

/**
 * Where an order follows its items: delivered when nothing of it is open, closed when nothing of it
 * can come back, open again when something does.
 */
export const resolveOrderSteps = (state: string, items: Standing): OrderStep[] => {
  const { delivered, done, open } = items
  if (open > 0) {
    return state === 'fulfilled' || state === 'closed' ? ['reopen'] : []
  }
  if (delivered + done === 0) {
    return []
  }
  const arrives: OrderStep[] = state === 'open' ? ['fulfil'] : []
  const ends: OrderStep[] =
    delivered === 0 && (state === 'open' || state === 'fulfilled') ? ['close'] : []
  return [...arrives, ...ends]
}

/** Which reminder is due: the one before a deadline, or the one after it. Never both. */
export type Stage = 'late' | 'soon'

/** The latest reminder that is due at `now`; none before `horizon` reaches the deadline. */
export const resolveStage = (args: { dueAt: Date; horizon: Date; now: Date }): null | Stage => {
  const { dueAt, horizon, now } = args
  if (dueAt <= now) {
    return 'late'
  }
  return dueAt <= horizon ? 'soon' : null
}
