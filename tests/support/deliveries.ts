import { expect } from 'vitest'
import { fulfilmentTask } from '@/plugin/fulfilment'
import { sql } from '@/plugin/kernel/payload'
import { readRows } from './books'
import { type Asked, makeMover } from './moves'
import type { OpenShop } from './openShop'
import type { LoggedIn } from './people'
import { type Answer, callShop } from './purchase'

/** A delivery as the database has it. */
export type DeliveryRow = {
  assignee: null | string
  checklist: { doneAt?: string; doneBy?: string; key: string }[]
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
    for (const { key } of checklist) {
      expect((await tick(id, { done: true, key }, by)).status).toBe(200)
    }
  }
  return {
    assign: (id: string, body: { assignee: null | string; from?: string }, by?: LoggedIn) =>
      post<{ state?: string }>(`${id}/assignee`, body, by),
    move,
    tick,
    tickAll,
    /** Does the given moves one after the other; answers the states that they led to. */
    walk: async (row: DeliveryRow, events: readonly string[], by: LoggedIn): Promise<string[]> => {
      await tickAll(row, by)
      const states: string[] = []
      for (const event of events) {
        const { json, status } = await move(row.id, { event, reason: 'Alasan uji' }, by)
        expect([event, status]).toEqual([event, 200])
        states.push(String(json.state))
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
