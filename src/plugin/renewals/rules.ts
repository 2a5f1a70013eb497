import { addDays, addMonths, daysBetween, type WibDay } from '../kernel/time'

/** The last day of a contract that begins on a day and runs for so many months. */
export const resolveEndsOn = (beginsOn: WibDay, months: number): WibDay =>
  addDays(addMonths({ anchor: beginsOn, months }), -1)

/** The last day of a contract that follows on one that ends on a day. */
export const resolveNextEnd = (endsOn: WibDay, months: number): WibDay =>
  resolveEndsOn(addDays(endsOn, 1), months)

/**
 * The reminder that is due: the latest one whose day has come, in days before the end; null before the
 * first. The end itself is 0.
 */
export const findReminder = (args: {
  /** Falling. */
  days: readonly number[]
  endsOn: WibDay
  today: WibDay
}): null | number => {
  const left = daysBetween({ from: args.today, to: args.endsOn })
  if (left < 0) {
    return null
  }
  return args.days.filter((day) => left <= day).at(-1) ?? null
}

/** Whether a service may be renewed: from the first reminder on, and after its end as long as it is there. */
export const canRenew = (args: {
  days: readonly number[]
  endsOn: null | WibDay
  today: WibDay
}): boolean => {
  const first = args.days[0] ?? 0
  return args.endsOn !== null && daysBetween({ from: args.today, to: args.endsOn }) <= first
}
