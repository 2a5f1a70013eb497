import type { PlaceKind } from '../rules'

import { type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { canBeBooked, findRefusal, MOVES_ALLOWED, PLACE_SHOWN_MS } from '../rules'
import { PLACE_WORDS } from '../words'

/** An appointment as its customer sees it. */
export type PublicAppointment = {
  endsAt: string
  host: string
  id: string
  /** Until when the time is kept for him, while he has not paid. */
  keptUntil?: string
  /** The service on which it is held. */
  place: string
  /** From 24 hours before. */
  placeUrl?: string
  startsAt: string
  state: 'booked' | 'reserved'
}

/** What a customer sees of the session that he has bought, and what he can do about it. */
export type PublicSession = {
  appointment: null | PublicAppointment
  /** Whether he may pick a time, or another one. */
  canPick: boolean
  /** Length of the session in minutes. */
  minutes: number
  movesLeft: number
  /** Why he may not, when only the shop can help him. */
  refusal?: 'missedTooOften' | 'movesUsed' | 'tooLate'
  /** The text of the editor, once it was sent. */
  summary?: unknown
}

/** What {@link selectSession} reads. */
export type SessionRow = {
  delivery: null | string
  endsAt: null | string
  host: null | string
  id: null | string
  keptUntil: null | string
  missed: number
  moved: null | number
  order: string
  placeKind: null | PlaceKind
  placeUrl: null | string
  quantity: number
  startsAt: null | string
  state: 'booked' | 'reserved' | null
  summary: unknown
}

/** The session of one item as a JSON expression: a {@link SessionRow}, or null for other kinds. */
export const selectSession = (item: SQL, order: SQL): SQL => sql`(
  select json_build_object('order', ${order}.state, 'quantity', ${item}.quantity::int,
    'delivery', f.state, 'id', b.id, 'state', b.state, 'startsAt', b.starts_at, 'endsAt', b.ends_at,
    'host', s.name, 'moved', b.moved::int, 'keptUntil', b.kept_until, 'placeKind', b.place_kind,
    'placeUrl', b.place_url,
    'missed', (select count(*)::int from bookings m where m.order_item_id = ${item}.id and m.state = 'missed'),
    'summary', (select y.body from session_summaries y where y.order_item_id = ${item}.id
      and f.state in ('followUp', 'done')))
  from (select) one
    left join fulfilments f on f.order_item_id = ${item}.id
    left join bookings b on b.order_item_id = ${item}.id and b.state in ('reserved', 'booked')
    left join staff s on s.id = b.host_id
  where ${item}.kind = 'consulting')`

const toInstant = (at: string): string => new Date(at).toISOString()

/** What nobody has paid for in time is as good as given back, though the clock has not come round. */
const hasLapsed = ({ delivery, keptUntil, state }: SessionRow, now: Date): boolean =>
  state === 'reserved' && delivery === null && keptUntil !== null && new Date(keptUntil) <= now

const toAppointment = (row: SessionRow, now: Date): null | PublicAppointment => {
  const { endsAt, host, id, keptUntil, placeKind, placeUrl, startsAt, state } = row
  if (!id || !state || !startsAt || !endsAt || hasLapsed(row, now)) {
    return null
  }
  const isShown = new Date(startsAt).getTime() - now.getTime() <= PLACE_SHOWN_MS
  return {
    endsAt: toInstant(endsAt),
    host: host ?? '',
    id,
    ...(state === 'reserved' && keptUntil ? { keptUntil: toInstant(keptUntil) } : {}),
    place: PLACE_WORDS[placeKind ?? 'other'].label.id,
    ...(placeUrl && isShown && state === 'booked' ? { placeUrl } : {}),
    startsAt: toInstant(startsAt),
    state,
  }
}

/** The projection of a session that its customer may see; null for what is no consultation. */
export const toPublicSession = (row: null | SessionRow): null | PublicSession => {
  if (!row) {
    return null
  }
  const now = clock.now()
  const appointment = toAppointment(row, now)
  const moved = row.moved ?? 0
  const isOpen = canBeBooked({ delivery: row.delivery, order: row.order })
  const live = appointment && {
    moved,
    startsAt: new Date(appointment.startsAt),
    state: appointment.state,
  }
  const refusal = isOpen ? findRefusal({ live, missed: row.missed }, now) : null
  return {
    appointment,
    canPick: isOpen && refusal === null,
    minutes: row.quantity * 60,
    movesLeft: Math.max(0, MOVES_ALLOWED - moved),
    ...(refusal ? { refusal: refusal.slice('booking.'.length) as 'tooLate' } : {}),
    ...(row.summary ? { summary: row.summary } : {}),
  }
}

/** The session of an item that was just ordered: nothing is picked yet. */
export const buildFirstSession = (item: {
  kind: string
  quantity: number
}): null | PublicSession =>
  item.kind === 'consulting'
    ? { appointment: null, canPick: true, minutes: item.quantity * 60, movesLeft: MOVES_ALLOWED }
    : null
