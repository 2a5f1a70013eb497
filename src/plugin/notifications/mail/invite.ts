import type { Payload, SendEmailOptions } from 'payload'

import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

import type { Notification } from '../schema'

import { clock } from '../../kernel/time'
import { messageCatalogue } from '../messages'
import { cleanHeaderText } from './headers'

/** An appointment for a calendar (RFC 5545, RFC 5546). */
export type Invite = {
  endsAt: Date
  /** Whoever gives the session. */
  host: { email: string; name: string }
  /** The same over all changes. */
  id: string
  /** Link or name of the place. */
  location: string
  /** `PUBLISH` is a file that somebody loads down; the others travel by mail. */
  method: 'CANCEL' | 'PUBLISH' | 'REQUEST'
  /** Rises with every change. */
  revision: number
  startsAt: Date
  title: string
  url: string
}

type Person = { email: string; name: string }

/** An empty calendar of ours. */
export const startCalendar = (method: ICalCalendarMethod): ICalCalendar =>
  ical({ method, prodId: { company: 'Lunas', language: 'ID', product: 'Lunas' } })

/** The shop as organiser: a parameter's text can hold no quotes, and mail addresses bring theirs along. */
export const toOrganiser = ({ email, name }: Person): Person => ({
  email,
  name: cleanHeaderText(name.replaceAll('"', ''), 80),
})

/**
 * One appointment as the text of an `.ics`: UTC, one UID for ever, SEQUENCE as the revision, the shop as
 * organiser, because its address is where answers arrive.
 *
 * @param args.organiser Sender of the mail
 */
export const buildCalendar = (args: {
  attendee?: Person
  invite: Invite
  organiser: Person
}): string => {
  const { attendee, invite, organiser } = args
  const { endsAt, host, id, location, method, revision, startsAt, title, url } = invite
  const domain = organiser.email.split('@').at(-1) ?? 'localhost'
  const calendar = startCalendar(ICalCalendarMethod[method])
  calendar.createEvent({
    ...(attendee
      ? {
          attendees: [
            {
              email: attendee.email,
              name: cleanHeaderText(attendee.name, 80),
              role: ICalAttendeeRole.REQ,
              rsvp: false,
              status: ICalAttendeeStatus.ACCEPTED,
            },
          ],
        }
      : {}),
    description: `${cleanHeaderText(host.name, 80)}\n${url}`,
    end: endsAt,
    id: `${id}@${domain}`,
    location: cleanHeaderText(location, 500),
    organizer: toOrganiser(organiser),
    sequence: revision,
    stamp: clock.now(),
    start: startsAt,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: cleanHeaderText(title, 120),
    url,
  })
  return calendar.toString()
}

/**
 * What a mail carries for the reader's calendar; nothing for messages without an appointment. Gmail
 * takes it only when METHOD stands in the part's header and in the file, and nothing else is attached.
 */
export const buildInvitation = (args: {
  from: Pick<Payload['email'], 'defaultFromAddress' | 'defaultFromName'>
  notification: Notification
}): Pick<SendEmailOptions, 'icalEvent'> => {
  const { from, notification } = args
  const { event, params, recipientAddress, recipientName } = notification
  // A row's event and its parameters were written together; here the compiler sees only their unions.
  const build = messageCatalogue[event].invite as ((given: typeof params) => Invite) | undefined
  if (!build) {
    return {}
  }
  const invite = build(params)
  const content = buildCalendar({
    attendee: { email: recipientAddress, name: recipientName },
    invite,
    organiser: { email: from.defaultFromAddress, name: from.defaultFromName },
  })
  return { icalEvent: { content, filename: 'sesi.ics', method: invite.method } }
}
