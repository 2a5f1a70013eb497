import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { Tx } from '../kernel/payload'
import type { MailBlock, QueuedMessage, SessionParams } from '../notifications'

import { slugsOf, sql } from '../kernel/payload'
import { queueMessages } from '../notifications'
import { MOVES_ALLOWED, type PlaceKind } from './rules'
import { bookingRuntime } from './runtime'
import { PLACE_WORDS } from './words'

/** An appointment as messages speak of it. */
export type ToldBooking = {
  customerId: null | string
  customerName: string
  deliveryId: null | string
  email: string
  endsAt: string
  hostEmail: string
  hostName: string
  id: string
  itemId: string
  locale: Locale
  moved: number
  number: string
  orderId: string
  phone: string
  placeKind: PlaceKind
  placeUrl: null | string
  sequence: number
  startsAt: string
  state: string
  title: string
  token: string
}

/**
 * The appointment as it stands now, in this transaction.
 *
 * @throws Error when there is none
 */
export const getTold = async (tx: Pick<Tx, 'rows'>, id: string): Promise<ToldBooking> => {
  const [row] = await tx.rows<ToldBooking>(sql`
    select b.id, b.state, b.starts_at as "startsAt", b.ends_at as "endsAt", b.order_item_id as "itemId",
      b.order_id as "orderId", b.moved::int as moved, b.sequence::int as sequence,
      b.place_kind as "placeKind", b.place_url as "placeUrl", coalesce(s.name, s.email, '') as "hostName",
      coalesce(s.email, '') as "hostEmail", i.title, o.number, o.token, o.locale, o.email, o.phone,
      o.customer_name as "customerName", o.customer_id::text as "customerId", f.id as "deliveryId"
    from bookings b join order_items i on i.id = b.order_item_id join orders o on o.id = b.order_id
      left join staff s on s.id = b.host_id left join fulfilments f on f.order_item_id = i.id
    where b.id = ${id}`)
  if (!row) {
    throw new Error(`No appointment ${id}`)
  }
  return row
}

const paramsOf = (told: ToldBooking, url: string, locale: Locale): SessionParams => ({
  customerEmail: told.email,
  customerName: told.customerName,
  endsAt: new Date(told.endsAt).toISOString(),
  hostEmail: told.hostEmail,
  hostName: told.hostName,
  movesLeft: Math.max(0, MOVES_ALLOWED - told.moved),
  orderNumber: told.number,
  place: PLACE_WORDS[told.placeKind].label[locale],
  placeUrl: told.placeUrl,
  revision: told.sequence,
  sessionId: told.id,
  startsAt: new Date(told.startsAt).toISOString(),
  title: told.title,
  url,
})

/** News about a session. */
export type SessionEvent = Extract<QueuedMessage['event'], `session.${string}`>

type CustomerEvent = Exclude<SessionEvent, `${string}ForHost`>
type HostEvent = Extract<SessionEvent, `${string}ForHost`>

/** What a message says beside the session itself. */
type Extra = { reason?: string | undefined; step?: string; summary?: MailBlock[] }

const extrasOf = ({ reason, summary }: Extra): Pick<SessionParams, 'reason' | 'summary'> => ({
  ...(reason ? { reason } : {}),
  ...(summary ? { summary } : {}),
})

const stepOf = (told: ToldBooking, step?: string): string =>
  [told.id, told.sequence, ...(step ? [step] : [])].join('/')

/** Reads what a message about a session is about. */
export const readStep = (step: string): { id: string; revision: number } => {
  const [id = '', revision = ''] = step.split('/')
  return { id, revision: Number(revision) }
}

/** To the customer. */
export const buildForCustomer = (
  payload: Payload,
  args: { event: CustomerEvent; told: ToldBooking } & Extra,
): QueuedMessage => {
  const { event, told, ...extra } = args
  const { locale, token } = told
  const url = bookingRuntime.get(payload).buildOrderUrl({ locale, token })
  return {
    event,
    params: { ...paramsOf(told, url, locale), ...extrasOf(extra) },
    recipient: {
      address: told.email,
      ...(told.customerId ? { customerId: told.customerId } : {}),
      kind: 'customer',
      locale,
      name: told.customerName,
      phone: told.phone,
    },
    step: stepOf(told, extra.step),
    subject: { id: told.orderId, type: 'order' },
  }
}

const panelUrl = (payload: Payload, { deliveryId, id }: ToldBooking): string => {
  const { bookings, fulfilments } = slugsOf(payload)
  const { serverUrl } = bookingRuntime.get(payload)
  const page = deliveryId ? `${fulfilments}/${deliveryId}` : `${bookings}/${id}`
  return `${serverUrl}${payload.config.routes.admin}/collections/${page}`
}

/** To whoever gives the session, in Indonesian. */
export const buildForHost = (
  payload: Payload,
  args: { event: HostEvent; told: ToldBooking } & Extra,
): QueuedMessage => {
  const { event, told, ...extra } = args
  return {
    event,
    params: { ...paramsOf(told, panelUrl(payload, told), 'id'), ...extrasOf(extra) },
    recipient: { address: told.hostEmail, kind: 'staff', locale: 'id', name: told.hostName },
    step: stepOf(told, extra.step),
    subject: { id: told.orderId, type: 'order' },
  }
}

/** Whoever gave the session before somebody else took it over. */
export type FormerHost = { email: string; id: string; name: string }

/** Tells both that a time is agreed on, or another one. What is only kept is told to nobody. */
export const tellAgreed = async (args: {
  formerHost?: FormerHost | undefined
  id: string
  isMoved: boolean
  reason?: string | undefined
  tx: Tx
}): Promise<void> => {
  const { formerHost, id, isMoved, reason, tx } = args
  const told = await getTold(tx, id)
  if (told.state !== 'booked') {
    return
  }
  const { payload } = tx
  const isKnownToHost = isMoved && !formerHost
  const left = formerHost && { ...told, hostEmail: formerHost.email, hostName: formerHost.name }
  const messages = [
    buildForCustomer(payload, {
      event: isMoved ? 'session.moved' : 'session.booked',
      reason,
      told,
    }),
    buildForHost(payload, {
      event: isKnownToHost ? 'session.movedForHost' : 'session.bookedForHost',
      reason,
      told,
    }),
    ...(left
      ? [buildForHost(payload, { event: 'session.cancelledForHost', reason, told: left })]
      : []),
  ]
  await queueMessages({ messages, tx })
}
