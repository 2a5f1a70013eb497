import { addDays, startOfWibDay, wibDayOf } from '../../kernel/time'

/** Nine in the morning, WIB, when somebody reads his mail. */
const SENT_AT_MS = 9 * 60 * 60 * 1000
/** A mail that asks how it went is not sent later than so many days after its day. */
const STALE_MS = 3 * 24 * 60 * 60 * 1000

type Delivered = {
  /** Days after the delivery, rising. */
  days: readonly number[]
  deliveredAt: Date
}

const instantOf = (deliveredAt: Date, day: number): Date =>
  new Date(startOfWibDay(addDays(wibDayOf(deliveredAt), day)).getTime() + SENT_AT_MS)

/** When the next follow-up mail goes out after `after`; null when none is left. */
export const resolveNextFollowUp = (args: { after: Date } & Delivered): Date | null =>
  args.days
    .map((day) => instantOf(args.deliveredAt, day))
    .find((at) => at.getTime() > args.after.getTime()) ?? null

/**
 * Which follow-up is to be sent now, as its number of days: the latest whose time has come, and none
 * that is stale. After a standstill nobody gets two at once.
 */
export const findDueFollowUp = (args: { now: Date } & Delivered): number | undefined =>
  args.days.findLast((day) => {
    const late = args.now.getTime() - instantOf(args.deliveredAt, day).getTime()
    return late >= 0 && late <= STALE_MS
  })
