import type { Payload } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Section } from '../../kernel/admin/Section'
import { slugsOf } from '../../kernel/payload'
import { formatInstant, formatSpan } from '../../kernel/time'
import { bookingMachine, LIVE_STATES } from '../machine'
import { findPanelSession, type PanelBooking } from '../queries/findSession'
import { canBeBooked } from '../rules'
import { PLACE_WORDS } from '../words'
import { SessionForms } from './SessionForms'
import { SESSION_PANEL } from './sessionTexts'
import { SummaryButton } from './SummaryButton'

type BookingProps = { booking: PanelBooking; locale: Locale }

const isLive = ({ state }: PanelBooking): boolean => LIVE_STATES.some((live) => live === state)

const Booking = ({ booking, locale }: BookingProps): ReactElement => {
  const text = SESSION_PANEL[locale]
  const { endsAt, hostName, keptUntil, moved, placeKind, placeUrl, startsAt, state } = booking
  const span = { from: new Date(startsAt), to: new Date(endsAt) }
  return (
    <div className="lunas-session__booking">
      <p>
        <MachineBadge locale={locale} machine={bookingMachine} state={state} />{' '}
        <strong>
          <time dateTime={startsAt}>{formatSpan(span, locale)}</time>
        </strong>
      </p>
      <p>
        {hostName ?? '–'} · {PLACE_WORDS[placeKind].label[locale]}
        {placeUrl ? (
          <>
            {': '}
            <a href={placeUrl} rel="noopener noreferrer" target="_blank">
              {placeUrl}
            </a>
          </>
        ) : null}
        {moved > 0 ? ` · ${text.movedBy(moved)}` : ''}
        {keptUntil ? ` · ${text.kept} ${formatInstant(new Date(keptUntil), locale)}` : ''}
      </p>
    </div>
  )
}

/** On the page of a consultation's delivery: its appointment, what can be done about it, its summary. */
export const SessionPart = async (props: {
  fulfilmentId: string
  locale: Locale
  payload: Payload
}): Promise<null | ReactElement> => {
  const { fulfilmentId, locale, payload } = props
  const session = await findPanelSession(payload, fulfilmentId)
  if (!session) {
    return null
  }
  const text = SESSION_PANEL[locale]
  const { bookings, hosts, itemId, state, summaryId } = session
  const live = bookings.find(isLive)
  const past = bookings.filter((booking) => !isLive(booking))
  const { sessionSummaries, bookings: slug } = slugsOf(payload)
  return (
    <Section id="lunas-session" title={text.title}>
      {live ? <Booking booking={live} locale={locale} /> : null}
      {!live && past.length === 0 ? <p>{text.none}</p> : null}
      {canBeBooked({ delivery: state, order: 'open' }) ? (
        <SessionForms
          assignee={session.assignee}
          hosts={hosts}
          live={live ?? null}
          path={`/${slug}/items/${itemId}`}
        />
      ) : null}
      {past.length > 0 ? (
        <details className="lunas-session__past">
          <summary>
            {text.past} ({past.length})
          </summary>
          {past.map((booking) => (
            <Booking booking={booking} key={booking.id} locale={locale} />
          ))}
        </details>
      ) : null}
      <h3 className="lunas-session__summary">{text.summary}</h3>
      <p>{text.summaryHint}</p>
      <SummaryButton collection={sessionSummaries} id={summaryId} itemId={itemId} />
    </Section>
  )
}
