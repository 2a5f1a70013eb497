import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { fulfilmentTask } from '@/plugin/fulfilment'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { readRows } from './books'
import { type Asked, makeMover } from './moves'
import type { OpenShop } from './openShop'
import { type LoggedIn, logInAs } from './people'
import { agreeOnAnyScope } from './scopes'
import { type Answer, callShop } from './purchase'
import { issueAny } from './reports'

/** A delivery as the database has it. */
export type DeliveryRow = {
  assignee: null | string
  checklist: { byShop?: true; doneAt?: string; doneBy?: string; key: string }[]
  deliverBy: Date
  dueAt: Date | null
  followUpUntil: Date | null
  id: string
  kind: string
  startBy: Date
  state: string
}

const toDate = (at: null | string): Date | null => (at === null ? null : new Date(at))

/** The deliveries of an order, in the order of its lines. */
export const readDeliveries = async (shop: OpenShop, token: string): Promise<DeliveryRow[]> => {
  const rows = await readRows<Record<string, string>>(
    shop.payload,
    sql`select f.id, f.kind, f.state, f.assignee_id as assignee, f.checklist, f.due_at as "dueAt",
        f.start_by as "startBy", f.deliver_by as "deliverBy", f.follow_up_until as "followUpUntil"
      from fulfilments f join order_items i on i.id = f.order_item_id join orders o on o.id = f.order_id
      where o.token = ${token} order by i.seq`,
  )
  return rows.map((row) => ({
    ...(row as unknown as DeliveryRow),
    deliverBy: new Date(row.deliverBy ?? ''),
    dueAt: toDate(row.dueAt ?? null),
    followUpUntil: toDate(row.followUpUntil ?? null),
    startBy: new Date(row.startBy ?? ''),
  }))
}

/** The only delivery of an order. */
export const readDelivery = async (shop: OpenShop, token: string): Promise<DeliveryRow> => {
  const rows = await readDeliveries(shop, token)
  expect(rows).toHaveLength(1)
  return rows[0] ?? expect.unreachable()
}

/** The way of each kind from the payment to its end. */
export const WAYS: Record<string, { events: string[]; states: string[] }> = {
  'analisis-keamanan': {
    events: ['start', 'schedule', 'analyse', 'deliver', 'retest', 'conclude', 'close'],
    states: ['scoping', 'scheduled', 'analysing', 'reported', 'retest', 'reported', 'done'],
  },
  konsultasi: {
    events: ['start', 'schedule', 'miss', 'schedule', 'hold', 'deliver', 'close'],
    states: ['contacting', 'scheduled', 'noShow', 'scheduled', 'held', 'followUp', 'done'],
  },
  'template-toko': {
    events: ['start', 'deliver', 'receive', 'close'],
    states: ['preparing', 'delivered', 'support', 'done'],
  },
}

const itemOf = async (shop: OpenShop, deliveryId: string): Promise<string> => {
  const [row] = await readRows<{ item: string }>(
    shop.payload,
    sql`select order_item_id as item from fulfilments where id = ${deliveryId}`,
  )
  return row?.item ?? expect.unreachable()
}

/** Agrees on a session in a minute, and lets that minute pass. */
const scheduleSoon = async (shop: OpenShop, id: string, by: LoggedIn): Promise<void> => {
  const host = await logInAs(shop, 'admin')
  const startsAt = new Date(Math.ceil(clock.now().getTime() / 60_000 + 1) * 60_000)
  const body = {
    host: host.id,
    placeKind: 'zoom',
    placeUrl: null,
    startsAt: startsAt.toISOString(),
  }
  const path = `/api/bookings/items/${await itemOf(shop, id)}/time`
  expect((await callShop(shop, path, { body, headers: by.headers })).status).toBe(200)
  clock.freeze(startsAt)
}

/** Writes the summary of a session, if there is none. */
const writeAnySummary = async (shop: OpenShop, id: string): Promise<void> => {
  const text = {
    children: [{ text: 'Ringkasan uji', type: 'text', version: 1 }],
    type: 'paragraph',
  }
  await readRows(
    shop.payload,
    sql`insert into session_summaries (id, order_item_id, body, created_at, updated_at)
      values (${randomUUID()}, ${await itemOf(shop, id)},
        ${JSON.stringify({ root: { children: [text], type: 'root' } })}::jsonb, now(), now())
      on conflict do nothing`,
  )
}

/** What staff do with deliveries, through the panel's own doors. */
export const makeWorker = (shop: () => OpenShop) => {
  const moveAny = makeMover(shop)
  const post = <T>(path: string, body: object, by?: LoggedIn): Promise<Answer<T>> =>
    callShop<T>(shop(), `/api/fulfilments/${path}`, { body, headers: by?.headers })
  const move = (id: string, ask: Asked, by?: LoggedIn) =>
    moveAny({ collection: 'fulfilments', id }, ask, by)
  const tick = (id: string, body: { done: boolean; key: string }, by?: LoggedIn) =>
    post<{ checklist: DeliveryRow['checklist'] }>(`${id}/check`, body, by)
  const tickAll = async ({ checklist, id }: DeliveryRow, by: LoggedIn): Promise<void> => {
    for (const { key } of checklist.filter(({ byShop }) => !byShop)) {
      expect((await tick(id, { done: true, key }, by)).status).toBe(200)
    }
  }
  /** A consultation has a date and a summary: a minute from now, with somebody who has no other. */
  const step = async (row: DeliveryRow, event: string, by: LoggedIn): Promise<string> => {
    if (row.kind === 'consulting' && event === 'schedule') {
      await scheduleSoon(shop(), row.id, by)
      return 'scheduled'
    }
    if (row.kind === 'security-analysis' && event === 'schedule') {
      await agreeOnAnyScope(shop(), row.id, by)
      return 'scheduled'
    }
    if (row.kind === 'consulting' && event === 'hold') {
      await writeAnySummary(shop(), row.id)
    }
    if (row.kind === 'security-analysis' && (event === 'deliver' || event === 'conclude')) {
      await issueAny(shop(), { by, fulfilmentId: row.id })
    }
    const { json, status } = await move(row.id, { event, reason: 'Alasan uji' }, by)
    expect([event, status]).toEqual([event, 200])
    return String(json.state)
  }
  return {
    assign: (id: string, body: { assignee: null | string; from?: string }, by?: LoggedIn) =>
      post<{ state?: string }>(`${id}/assignee`, body, by),
    move,
    /** Agrees on a session in a minute, and lets that minute pass. */
    scheduleSoon: (id: string, by: LoggedIn) => scheduleSoon(shop(), id, by),
    tick,
    tickAll,
    /** Does the given moves one after the other; answers the states that they led to. */
    walk: async (row: DeliveryRow, events: readonly string[], by: LoggedIn): Promise<string[]> => {
      await tickAll(row, by)
      const states: string[] = []
      for (const event of events) {
        states.push(await step(row, event, by))
      }
      return states
    },
  }
}

/** One tick of the clock that tends deliveries, at the given instant. */
export const tend = (shop: OpenShop, now: Date): Promise<void> =>
  fulfilmentTask.run(
    {},
    {
      attempt: 1,
      jobId: '0',
      maxAttempts: 1,
      now,
      payload: shop.payload,
      signal: new AbortController().signal,
    },
  )
