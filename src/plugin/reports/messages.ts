import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { NotificationsRuntime, QueuedMessage, ReasonCheck } from '../notifications'

import { queryRows, slugsOf, sql, type Tx } from '../kernel/payload'
import { notificationsRuntime, queueMessages } from '../notifications'
import { openReportPassword } from './password'
import { reportsRuntime } from './runtime'

/** What there is to tell a customer about his report. */
export type ReportNews = 'report.password' | 'report.ready' | 'retest.ready'

/** What messages about a report say of it. */
export type NewsFacts = {
  customerId: null | string
  email: string
  expiresAt: string
  followUpUntil: null | string
  locale: Locale
  name: string
  number: string
  orderId: string
  passwordSince: string
  phone: string
  reportId: string
  revision: number
  sentAt: string
  size: number
  title: string
  token: string
}

/** Reads what messages about a report that was sent say of it. */
export const findNewsFacts = async (
  tx: Pick<Tx, 'rows'>,
  reportId: string,
): Promise<NewsFacts | undefined> => {
  const [row] = await tx.rows<NewsFacts>(
    sql`select r.id as "reportId", r.revision::int as revision, r.size::float8 as size,
        r.expires_at as "expiresAt", r.sent_at as "sentAt", r.password_since as "passwordSince",
        f.follow_up_until as "followUpUntil", i.title, o.id as "orderId", o.number, o.token, o.email,
        o.phone, o.locale, o.customer_name as name, o.customer_id::text as "customerId"
      from reports r join fulfilments f on f.id = r.fulfilment_id
        join order_items i on i.id = f.order_item_id join orders o on o.id = r.order_id
      where r.id = ${reportId} and r.sent_at is not null`,
  )
  return row
}

const toInstant = (at: string): string => new Date(at).toISOString()

const say = (event: ReportNews, facts: NewsFacts, payload: Payload) => {
  const { buildOrderUrl, serverUrl } = reportsRuntime.get(payload)
  const { locale, name: customerName, number: orderNumber, reportId, revision, title } = facts
  const shared = { customerName, orderNumber, reportId, revision, title }
  if (event === 'report.password') {
    const url = `${serverUrl}${locale === 'en' ? '/en' : ''}/pesanan`
    return { event, params: { ...shared, url } }
  }
  const { customerId, expiresAt, followUpUntil, size, token } = facts
  return {
    event,
    params: {
      ...shared,
      hasAccount: customerId !== null,
      orderUrl: buildOrderUrl({ locale, token }),
      ...(followUpUntil ? { retestUntil: toInstant(followUpUntil) } : {}),
      size,
      validUntil: toInstant(expiresAt),
    },
  }
}

/** What tells apart what may happen twice. A password is told once for as long as it stays. */
const stepOf = (event: ReportNews, facts: NewsFacts, again: string | undefined): string => {
  const { passwordSince, reportId, sentAt } = facts
  return `${reportId}/${again ?? toInstant(event === 'report.password' ? passwordSince : sentAt)}`
}

/**
 * Messages about a report that was sent. The way to it goes by mail, the password by WhatsApp alone:
 * nobody who reads one of the two has both.
 */
export const buildNews = (args: {
  /** Names a repetition, so that it is one. */
  again?: string
  facts: NewsFacts | undefined
  kinds: readonly ReportNews[]
  payload: Payload
}): QueuedMessage[] => {
  const { again, facts, kinds, payload } = args
  if (!facts) {
    return []
  }
  const { customerId, email: address, locale, name, orderId, phone } = facts
  const recipient = { address, kind: 'customer' as const, locale, name, phone }
  return kinds.map((event) => ({
    ...say(event, facts, payload),
    recipient: customerId ? { ...recipient, customerId } : recipient,
    step: stepOf(event, facts, again),
    subject: { id: orderId, type: 'order' as const },
    ...(event === 'report.password' ? { ways: ['whatsapp'] as const } : {}),
  })) as QueuedMessage[]
}

type Wanted = {
  assignee: { address: string; name: string } | null
  customerName: string
  number: string
  orderId: string
  title: string
  used: number
}

/** Whoever looks after the delivery hears that its customer wants a retest; all when nobody does. */
export const tellRetestWanted = async (tx: Tx, fulfilmentId: string): Promise<void> => {
  const [row] = await tx.rows<Wanted>(
    sql`select o.customer_name as "customerName", o.number, o.id as "orderId", i.title,
        (select count(*)::int from transitions t where t.machine = f.kind
          and t.subject = f.id::text) as used,
        case when s.role in ('admin', 'owner') then
          json_build_object('address', s.email, 'name', coalesce(s.name, s.email)) end as assignee
      from fulfilments f join order_items i on i.id = f.order_item_id
        join orders o on o.id = f.order_id left join staff s on s.id = f.assignee_id
      where f.id = ${fulfilmentId}`,
  )
  if (!row) {
    return
  }
  const { payload } = tx
  const { serverUrl } = reportsRuntime.get(payload)
  const { admin } = payload.config.routes
  const { assignee, customerName, number: orderNumber, orderId, title, used } = row
  const url = `${serverUrl}${admin}/collections/${slugsOf(payload).fulfilments}/${fulfilmentId}`
  const readers = assignee ? [assignee] : await notificationsRuntime.get(payload).findStaff(tx)
  await queueMessages({
    messages: readers.map((reader) => ({
      event: 'retest.wanted' as const,
      params: { customerName, fulfilmentId, orderNumber, title, url },
      recipient: { ...reader, kind: 'staff' as const, locale: 'id' as const },
      step: `${fulfilmentId}/${used}`,
      subject: { id: orderId, type: 'order' as const },
    })),
    tx,
  })
}

const findSealed = async (payload: Payload, reportId: string): Promise<string | undefined> => {
  const [row] = await queryRows<{ password: string }>(
    payload,
    sql`select password from reports where id::text = ${reportId} and state <> 'withdrawn'`,
  )
  return row?.password
}

/** The outbox holds whose password is meant, never the password: it is filled in as the message leaves. */
export const revealReportInMessage: NonNullable<
  NonNullable<NotificationsRuntime['reveal']>['report.password']
> = async ({ params, payload }) => {
  const { reportId: owner } = params
  const sealed = await findSealed(payload, owner)
  const { secret } = reportsRuntime.get(payload)
  return sealed ? { ...params, password: openReportPassword({ owner, sealed, secret }) } : params
}

/** Whether the report is still there for its customer. */
const isStillSent: ReasonCheck = async ({ notification, payload }) => {
  const { params } = notification
  return 'reportId' in params ? (await findSealed(payload, params.reportId)) !== undefined : true
}

/** Whether the retest is still to be done. */
const isStillRetesting: ReasonCheck = async ({ notification, payload }) => {
  const { params } = notification
  if (!('fulfilmentId' in params)) {
    return true
  }
  const rows = await queryRows(
    payload,
    sql`select 1 from fulfilments where id::text = ${params.fulfilmentId} and state = 'retest'`,
  )
  return rows.length > 0
}

/** Whether there is still reason to say these things when their turn comes. */
export const reportReasons = {
  'report.password': isStillSent,
  'report.ready': isStillSent,
  'retest.ready': isStillSent,
  'retest.wanted': isStillRetesting,
} as const satisfies Record<string, ReasonCheck>
