import { expect } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import { addDays, clock, wibDayOf } from '@/plugin/kernel/time'
import type { PublicOrder, PublicOrderItem } from '@/plugin/orders'
import { type PublicScope, scopeBeginTask, scopeLookTask } from '@/plugin/scopes'
import { readRows } from './books'
import type { OpenShop } from './openShop'
import type { LoggedIn } from './people'
import { type Answer, callShop } from './purchase'

/** A form that can be sent; `changes` replace parts of it. */
export const validScope = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  allowedTimes: 'Senin–Jumat 22.00–05.00 WIB',
  authorised: true,
  domain: 'contoh-situs.co.id',
  emergencyContact: 'Budi, 0812-3456-7890',
  hosts: ['www.contoh-situs.co.id'],
  outOfScope: 'Halaman pembayaran',
  signerCapacity: 'owner',
  signerName: 'Budi Santoso',
  signerPosition: 'Direktur',
  technology: 'WordPress 6',
  testAccount: 'Minta lewat WhatsApp',
  wording: 1,
  ...changes,
})

/** The analysis among the items of an order. */
export const analysisItem = (order: PublicOrder): PublicOrderItem => {
  const item = order.items.find(({ kind }) => kind === 'security-analysis')
  return item ?? expect.unreachable('No analysis was bought')
}

/** What customer and staff do with scopes, each through his own doors. */
export const makeScopeDesk = (shop: () => OpenShop) => {
  const pathOf = (order: PublicOrder): string =>
    `/api/shop/orders/${order.token}/items/${analysisItem(order).id}/scope`
  type Told = Answer<{ errors?: { field?: string; message: string }[]; scope: PublicScope }>
  const staff = (id: string, door: string, body: object, by?: LoggedIn) =>
    callShop<{ state?: string }>(shop(), `/api/scopes/${id}/${door}`, {
      body,
      headers: by?.headers,
    })
  return {
    agree: (id: string, body: object, by?: LoggedIn) => staff(id, 'agreement', body, by),
    look: (order: PublicOrder): Promise<Told> =>
      callShop(shop(), `${pathOf(order)}/look`, { method: 'POST' }),
    move: (id: string, body: object, by?: LoggedIn) => staff(id, 'move', body, by),
    read: (order: PublicOrder): Promise<Told> => callShop(shop(), pathOf(order)),
    renew: (order: PublicOrder): Promise<Told> =>
      callShop(shop(), `${pathOf(order)}/code`, { method: 'POST' }),
    submit: (order: PublicOrder, changes: Record<string, unknown> = {}): Promise<Told> =>
      callShop(shop(), pathOf(order), { body: validScope(changes) }),
  }
}

const contextOf = (shop: OpenShop) => ({
  attempt: 1,
  jobId: '0',
  maxAttempts: 1,
  now: clock.now(),
  payload: shop.payload,
  signal: new AbortController().signal,
})

/** Id, state and revision of the scope of an order's analysis. */
export const readScope = async (
  shop: OpenShop,
  order: PublicOrder,
): Promise<{ id: string; revision: number; state: string }> => {
  const [row] = await readRows<{ id: string; revision: number; state: string }>(
    shop.payload,
    sql`select id, state, revision::int as revision from scopes
      where order_item_id = ${analysisItem(order).id}`,
  )
  return row ?? expect.unreachable('No scope was begun')
}

/** What a worker does when an order is paid. */
export const beginScope = async (shop: OpenShop, order: PublicOrder): Promise<void> => {
  const [row] = await readRows<{ id: string }>(
    shop.payload,
    sql`select id from orders where token = ${order.token}`,
  )
  await scopeBeginTask.run({ orderId: row?.id ?? '' }, contextOf(shop))
}

/** What a worker does when a look is due. */
export const runLook = async (shop: OpenShop, order: PublicOrder): Promise<void> =>
  scopeLookTask.run({ scopeId: (await readScope(shop, order)).id }, contextOf(shop))

/** When the next look of a scope is due; undefined when none waits. */
export const readNextLook = async (
  shop: OpenShop,
  order: PublicOrder,
): Promise<Date | undefined> => {
  const { id } = await readScope(shop, order)
  const [row] = await readRows<{ at: string }>(
    shop.payload,
    sql`select run_at as at from graphile_worker._private_jobs
      where key = ${`scopes.look:${id}`} and locked_at is null`,
  )
  return row && new Date(row.at)
}

/** What was queued about the scope of an order: `event → who`, the oldest first. */
export const readScopeNews = async (shop: OpenShop, token: string): Promise<string[]> => {
  const rows = await readRows<{ line: string }>(
    shop.payload,
    sql`select n.event || ' → ' || n.recipient_kind as line from notifications n
        join orders o on o.id::text = n.subject_id
      where o.token = ${token} and n.event like 'scope.%' and n.channel = 'email'
      order by n.created_at, n.event`,
  )
  return rows.map(({ line }) => line)
}

/** Two days that can be agreed on. */
export const soonDays = (): { readyOn: string; startsOn: string } => {
  const today = wibDayOf(clock.now())
  return { readyOn: addDays(today, 9), startsOn: addDays(today, 3) }
}

/** The customer writes a scope, staff waive its proof and agree on it: the delivery is scheduled. */
export const agreeOnAnyScope = async (
  shop: OpenShop,
  deliveryId: string,
  by: LoggedIn,
): Promise<void> => {
  const [row] = await readRows<{ item: string; token: string }>(
    shop.payload,
    sql`select f.order_item_id as item, o.token from fulfilments f
      join orders o on o.id = f.order_id where f.id = ${deliveryId}`,
  )
  const { item = '', token = '' } = row ?? {}
  const path = `/api/shop/orders/${token}/items/${item}/scope`
  expect((await callShop(shop, path, { body: validScope() })).status).toBe(200)
  const [scope] = await readRows<{ id: string; revision: number }>(
    shop.payload,
    sql`select id, revision::int as revision from scopes where order_item_id = ${item}`,
  )
  const { id = '', revision = 0 } = scope ?? {}
  const { headers } = by
  const waive = { event: 'waive', reason: 'Alasan uji' }
  const waived = await callShop(shop, `/api/scopes/${id}/move`, { body: waive, headers })
  expect(waived.status).toBe(200)
  const agreed = await callShop(shop, `/api/scopes/${id}/agreement`, {
    body: { ...soonDays(), note: '', revision },
    headers,
  })
  expect([agreed.status, agreed.code]).toEqual([200, undefined])
}
