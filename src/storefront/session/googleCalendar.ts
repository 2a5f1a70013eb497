import type { PublicOrder } from '../shop'

type Appointment = NonNullable<NonNullable<PublicOrder['items'][number]['session']>['appointment']>

const stamp = (iso: string): string => iso.replaceAll(/[-:]|\.\d{3}/g, '')

/** Google's form for a new entry, filled in; its reader still presses save. */
export const googleCalendarUrl = (args: {
  appointment: Pick<Appointment, 'endsAt' | 'place' | 'placeUrl' | 'startsAt'>
  title: string
  url: string
}): string => {
  const { appointment, title, url } = args
  const { endsAt, place, placeUrl, startsAt } = appointment
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    dates: `${stamp(startsAt)}/${stamp(endsAt)}`,
    details: url,
    location: placeUrl ?? place,
    text: title,
  })
  return `https://calendar.google.com/calendar/render?${query}`
}
