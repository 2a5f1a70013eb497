import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { NotificationsRuntime, QueuedMessage, ReasonCheck } from '../notifications'

import { queryRows, sql, type Tx } from '../kernel/payload'
import { clock } from '../kernel/time'
import { openPassword } from './password'
import { downloadsRuntime } from './runtime'

/** What there is to tell a buyer about his files. */
export type DownloadEvent = Extract<
  QueuedMessage['event'],
  'download.password' | 'download.ready' | 'release.published'
>

/** What messages about a package say of it. */
export type NewsFacts = {
  changelog: null | string
  customerId: null | string
  email: string
  entitlementId: string
  locale: Locale
  name: string
  number: string
  orderId: string
  packageId: string
  passwordSince: string
  phone: string
  sha256: string
  size: number
  supportUntil: null | string
  title: string
  token: string
  validUntil: string
  version: string
}

/** Reads what messages about a package say of it. */
export const findNewsFacts = async (
  tx: Pick<Tx, 'rows'>,
  packageId: string,
): Promise<NewsFacts | undefined> => {
  const [row] = await tx.rows<NewsFacts>(
    sql`select p.id as "packageId", p.size::float8 as size, p.sha256, e.id as "entitlementId",
        e.valid_until as "validUntil", e.password_since as "passwordSince", r.version,
        f.follow_up_until as "supportUntil", i.title, o.id as "orderId", o.number, o.token,
        o.email, o.phone, o.locale, o.customer_name as name, o.customer_id::text as "customerId",
        (select changelog from releases_locales where _parent_id = r.id
          and _locale::text in (o.locale, 'id') and coalesce(changelog, '') <> ''
          order by (_locale::text = o.locale) desc limit 1) as changelog
      from packages p join entitlements e on e.id = p.entitlement_id
        join releases r on r.id = p.release_id join order_items i on i.id = e.order_item_id
        join orders o on o.id = e.order_id join fulfilments f on f.order_item_id = i.id
      where p.id = ${packageId}`,
  )
  return row
}

const toInstant = (at: string): string => new Date(at).toISOString()

const paramsOf = (facts: NewsFacts, serverUrl: string) => {
  const { customerId, locale, name, number, size, title, token, validUntil, version } = facts
  return {
    ...(facts.changelog ? { changelog: facts.changelog } : {}),
    customerName: name,
    /** Whoever ordered with an account reads the password there, too. */
    hasAccount: customerId !== null,
    orderNumber: number,
    orderUrl: `${serverUrl}${locale === 'en' ? '/en' : ''}/pesanan/${token}`,
    size,
    ...(facts.supportUntil ? { supportUntil: toInstant(facts.supportUntil) } : {}),
    title,
    validUntil: toInstant(validUntil),
    version,
  }
}

/** What tells apart what may happen twice. The password is told once for as long as it stays. */
const stepOf = (event: DownloadEvent, facts: NewsFacts, again: string | undefined): string => {
  switch (event) {
    case 'download.password':
      return `${facts.entitlementId}/${again ?? toInstant(facts.passwordSince)}`
    case 'download.ready':
      return `${facts.entitlementId}/${again ?? clock.now().toISOString()}`
    case 'release.published':
      return facts.packageId
  }
}

const say = (event: DownloadEvent, facts: NewsFacts, serverUrl: string) => {
  if (event !== 'download.password') {
    return { event, params: paramsOf(facts, serverUrl) }
  }
  const { entitlementId, locale, name: customerName, number: orderNumber, title } = facts
  const url = `${serverUrl}${locale === 'en' ? '/en' : ''}/pesanan`
  return { event, params: { customerName, entitlementId, orderNumber, title, url } }
}

/**
 * Messages about a package. The link goes by mail, the password by WhatsApp alone: nobody who reads one
 * of the two has both.
 */
export const buildNews = (args: {
  /** Names a repetition, so that it is one. */
  again?: string
  facts: NewsFacts | undefined
  kinds: readonly DownloadEvent[]
  payload: Payload
}): QueuedMessage[] => {
  const { again, facts, kinds, payload } = args
  if (!facts) {
    return []
  }
  const { serverUrl } = downloadsRuntime.get(payload)
  const { customerId, email: address, locale, name, orderId, phone } = facts
  const recipient = { address, kind: 'customer' as const, locale, name, phone }
  return kinds.map((event) => ({
    ...say(event, facts, serverUrl),
    recipient: customerId ? { ...recipient, customerId } : recipient,
    step: stepOf(event, facts, again),
    subject: { id: orderId, type: 'order' as const },
    ...(event === 'download.password' ? { ways: ['whatsapp'] as const } : {}),
  })) as QueuedMessage[]
}

const findSealed = async (payload: Payload, entitlementId: string): Promise<string | undefined> => {
  const [row] = await queryRows<{ password: string }>(
    payload,
    sql`select password from entitlements where id::text = ${entitlementId} and state = 'active'`,
  )
  return row?.password
}

/** The outbox holds whose password is meant, never the password: it is filled in as the message leaves. */
export const revealInMessage: NonNullable<
  NonNullable<NotificationsRuntime['reveal']>['download.password']
> = async ({ params, payload }) => {
  const { entitlementId: owner } = params
  const sealed = await findSealed(payload, owner)
  const { secret } = downloadsRuntime.get(payload)
  return sealed ? { ...params, password: openPassword({ owner, sealed, secret }) } : params
}

/** Whether there is still something to open with the password. */
export const isStillEntitled: ReasonCheck = async ({ notification, payload }) => {
  const { params } = notification
  return 'entitlementId' in params
    ? (await findSealed(payload, params.entitlementId)) !== undefined
    : true
}
