import type { Locale } from '../../kernel/errors'
import type { Observed, Wanted } from './words'
import type { HostingState } from './machine'

import { type SQL, sql, type Tx } from '../../kernel/payload'

/** A service with what is said about it, and of its order as much as messages need. */
export type AccountScene = {
  activatedAt: null | string
  alarmedAt: null | string
  customerId: null | string
  customerName: string
  domain: null | string
  email: string
  exportUntil: null | string
  facts: null | Record<string, string>
  hosts: null | string[]
  id: string
  kind: string
  leaseBy: null | string
  locale: Locale
  name: null | string
  nextTryAt: null | string
  observed: Observed
  orderId: string
  orderNumber: string
  orderToken: string
  package: null | string
  phone: string
  reference: null | string
  region: null | string
  secretsSealed: null | string
  serverId: null | string
  state: HostingState
  terminationAgreedBy: null | string
  terminationAt: null | string
  terminationBy: null | string
  terminationById: null | string
  title: string
  tries: number
  wanted: Wanted
  wantedReason: null | string
  wish: number
}

const select = (
  where: SQL,
): SQL => sql`select a.id, a.title, a.kind, a.state, a.order_id as "orderId",
    a.customer_id::text as "customerId", a.domain, a.hosts, a.server_id::text as "serverId", a.region,
    a.package, a.name, a.reference, a.facts, a.secrets_sealed as "secretsSealed", a.wanted,
    a.wish::int as wish, a.wanted_reason as "wantedReason", a.observed, a.tries::int as tries,
    a.next_try_at as "nextTryAt", a.alarmed_at as "alarmedAt", a.lease_by as "leaseBy",
    a.activated_at as "activatedAt", a.export_until as "exportUntil",
    a.termination_by as "terminationBy", a.termination_by_id as "terminationById",
    a.termination_at as "terminationAt", a.termination_agreed_by as "terminationAgreedBy",
    o.number as "orderNumber", o.token as "orderToken", o.locale, o.email, o.phone,
    o.customer_name as "customerName"
  from hosting_accounts a join orders o on o.id = a.order_id where ${where}`

/** A service as it stands. */
export const findAccount = async (
  tx: Pick<Tx, 'rows'>,
  accountId: string,
): Promise<AccountScene | null> => {
  const [row] = await tx.rows<AccountScene>(select(sql`a.id = ${accountId}`))
  return row ?? null
}

/**
 * Takes the lock of one service and reads it: in two statements, so that it sees what the lock's last
 * holder committed. Order first, where both are needed.
 */
export const lockAccount = async (
  tx: Pick<Tx, 'rows'>,
  accountId: string,
): Promise<AccountScene | null> => {
  await tx.rows(sql`select 1 from hosting_accounts where id = ${accountId} for update`)
  return findAccount(tx, accountId)
}

/** The services of an order, oldest unit first. The caller holds the order's lock. */
export const findAccounts = (tx: Pick<Tx, 'rows'>, orderId: string): Promise<AccountScene[]> =>
  tx.rows<AccountScene>(sql`${select(sql`a.order_id = ${orderId}`)} order by a.created_at, a.id`)
