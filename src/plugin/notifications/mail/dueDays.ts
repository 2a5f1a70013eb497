import {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator'

import { cleanHeaderText } from './headers'
import { startCalendar, toOrganiser } from './invite'

/** A day on which something is due, for a calendar. */
export type DueDay = {
  description: string
  /** WIB day. */
  dueOn: string
  /** The same over all files. */
  id: string
  title: string
  url: string
}

const HOUR_S = 3_600

/** How long before the first second of the day: at nine in the morning, three days and one day before. */
const ALARMS = [3 * 24 * HOUR_S - 9 * HOUR_S, 24 * HOUR_S - 9 * HOUR_S]

/**
 * Days as the text of an `.ics` (RFC 5545): dates without a time or zone, each with two alarms, and nobody
 * is busy on them.
 *
 * @param args.organiser Sender of the shop's mails
 */
export const buildDueDays = (args: {
  days: readonly DueDay[]
  now: Date
  organiser: { email: string; name: string }
}): string => {
  const { days, now, organiser } = args
  const domain = organiser.email.split('@').at(-1) ?? 'localhost'
  const calendar = startCalendar(ICalCalendarMethod.PUBLISH)
  for (const { description, dueOn, id, title, url } of days) {
    const summary = cleanHeaderText(title, 160)
    calendar.createEvent({
      alarms: ALARMS.map((trigger) => ({
        description: summary,
        trigger,
        type: ICalAlarmType.display,
      })),
      allDay: true,
      busystatus: ICalEventBusyStatus.FREE,
      description,
      id: `${id}@${domain}`,
      organizer: toOrganiser(organiser),
      stamp: now,
      start: new Date(`${dueOn}T00:00:00Z`),
      summary,
      transparency: ICalEventTransparency.TRANSPARENT,
      url,
    })
  }
  return calendar.toString()
}
