import { addDays, addMonths, daysBetween, type WibDay } from '../kernel/time'

/** The last day of a contract that begins on a day and runs for so many months. */
const resolveEndsOn = (beginsOn: WibDay, months: number): WibDay =>
  addDays(addMonths({ anchor: beginsOn, months }), -1)

/** The last day of a contract that follows on one that ends on a day. */
export const resolveNextEnd = (endsOn: WibDay, months: number): WibDay =>
  resolveEndsOn(addDays(endsOn, 1), months)

/** Whether a service may be renewed: from the first reminder on, and after its end as long as it is there. */
export const canRenew = (args: {
  days: readonly number[]
  endsOn: null | WibDay
  today: WibDay
}): boolean => {
  const first = args.days[0] ?? 0
  return args.endsOn !== null && daysBetween({ from: args.today, to: args.endsOn }) <= first
}
