import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { MessageParams, MessageText, NotificationEvent, QueuedEvent } from './schema'

import { queryRows, type SQL, sql } from '../kernel/payload'
import { isNotificationEvent } from './messages'
import { buildContent } from './messages/buildContent'
import { notificationsRuntime } from './runtime'
import { textColumn } from './texts/textColumn'

/** One line of a customer's own list. */
export type Notice = {
  /** Written as money; absent where no amount matters. */
  amount?: { label: string; value: string }
  /** ISO instant. */
  at: string
  event: NotificationEvent
  heading: string
  id: string
  intro: string
  isRead: boolean
  /** Where it leads to. */
  link: { label: string; url: string }
}

/** One page of the list, newest first, and how many of the whole list are unread. */
export type Notices = { hasMore: boolean; notices: Notice[]; unread: number }

type Row = {
  createdAt: Date | string
  event: string
  id: string
  isRead: boolean
  params: MessageParams<QueuedEvent>
  text: MessageText | null
}

const PER_PAGE = 20

/** Columns of a {@link Row}, read in this language. */
const columns = (locale: Locale): SQL => sql`id, event, params, created_at as "createdAt",
  read_at is not null as "isRead",
  ${textColumn(sql.raw('notifications.event'), sql`${locale}`)} as text`

const showRow = (args: { locale: Locale; row: Row; shopName: string }): Notice[] => {
  const { locale, shopName } = args
  const { createdAt, event, id, isRead, params, text } = args.row
  if (!isNotificationEvent(event)) {
    return []
  }
  const content = buildContent({ event, locale, params, shopName, text })
  const { amount, button, heading, intro } = content
  const at = new Date(createdAt).toISOString()
  return [{ ...(amount ? { amount } : {}), at, event, heading, id, intro, isRead, link: button }]
}

/** How many notices a customer has not read. */
export const countUnread = async (args: {
  customerId: string
  payload: Payload
}): Promise<number> => {
  const [row] = await queryRows<{ unread: number }>(
    args.payload,
    sql`select count(*)::int as unread from notifications
      where customer_id = ${args.customerId} and channel = 'inApp' and read_at is null`,
  )
  return row?.unread ?? 0
}

/** A customer's own notices, twenty to a page, in the language he reads now. Changes nothing. */
export const findNotices = async (args: {
  customerId: string
  locale: Locale
  /** Counted from 1. */
  page: number
  payload: Payload
}): Promise<Notices> => {
  const { customerId, locale, page, payload } = args
  const rows = await queryRows<Row>(
    payload,
    sql`select ${columns(locale)} from notifications where customer_id = ${customerId} and channel = 'inApp'
      order by created_at desc, id desc limit ${PER_PAGE + 1} offset ${(page - 1) * PER_PAGE}`,
  )
  const { shopName } = notificationsRuntime.get(payload)
  return {
    hasMore: rows.length > PER_PAGE,
    notices: rows.slice(0, PER_PAGE).flatMap((row) => showRow({ locale, row, shopName })),
    unread: await countUnread({ customerId, payload }),
  }
}

/** Opens one of a customer's own notices: notes it as read and answers where it leads, if it is his. */
export const openNotice = async (args: {
  customerId: string
  id: string
  locale: Locale
  payload: Payload
}): Promise<string | undefined> => {
  const { customerId, id, locale, payload } = args
  const [row] = await queryRows<Row>(
    payload,
    sql`update notifications set read_at = coalesce(read_at, now())
      where id::text = ${id} and customer_id = ${customerId} and channel = 'inApp'
      returning ${columns(locale)}`,
  )
  const { shopName } = notificationsRuntime.get(payload)
  return row && showRow({ locale, row, shopName })[0]?.link.url
}

/**
 * Notes that a customer has read, or not yet read, his own notices: the named ones, or all of them.
 * Those of others are left alone, without a word about whether they exist.
 */
export const markNotices = async (args: {
  customerId: string
  ids: 'all' | readonly string[]
  isRead: boolean
  payload: Payload
}): Promise<{ unread: number }> => {
  const { customerId, ids, isRead, payload } = args
  const which = ids === 'all' ? sql`true` : sql`id in (${sql.join([...ids], sql`, `)})`
  await queryRows(
    payload,
    sql`update notifications set read_at = case when ${isRead} then coalesce(read_at, now()) end
      where customer_id = ${customerId} and channel = 'inApp' and ${which}`,
  )
  return { unread: await countUnread({ customerId, payload }) }
}
