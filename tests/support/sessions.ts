import { bookingTask } from '@/plugin/booking'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import type { PublicOrder, PublicOrderItem } from '@/plugin/orders'
import { readRows } from './books'
import type { OpenShop } from './openShop'
import type { LoggedIn } from './people'
import { type Answer, callShop } from './purchase'

/** An appointment as the database has it. */
export type BookingRow = {
  hostId: null | string
  id: string
  keptUntil: Date | null
  moved: number
  placeUrl: null | string
  sequence: number
  startsAt: Date
  state: string
}

/** Monday to Friday, nine to twelve and one to five. */
const WEEK = ['1', '2', '3', '4', '5'].flatMap((weekday) => [
  { closes: '12:00', opens: '09:00', weekday },
  { closes: '17:00', opens: '13:00', weekday },
])

/** Lets a member of staff give sessions; `changes` are fields of the collection. */
export const openHours = async (
  shop: OpenShop,
  host: LoggedIn,
  changes: Record<string, unknown> = {},
): Promise<string> => {
  const { id } = await shop.payload.create({
    collection: slugsOf(shop.payload).availabilities,
    data: {
      host: host.id,
      placeKind: 'zoom',
      placeUrl: 'https://us02web.zoom.us/j/123456789',
      weekly: WEEK,
      ...changes,
    } as never,
    overrideAccess: true,
  })
  return String(id)
}

/** Nobody gives sessions any more. */
export const closeAllHours = async (shop: OpenShop): Promise<void> => {
  await readRows(shop.payload, sql`delete from availabilities`)
}

/** The consultation among the items of an order. */
export const sessionItem = (order: PublicOrder): PublicOrderItem => {
  const item = order.items.find(({ kind }) => kind === 'consulting')
  if (!item) {
    throw new Error('No consultation was bought')
  }
  return item
}

/** Every appointment of an order, the oldest first. */
export const readBookings = async (shop: OpenShop, token: string): Promise<BookingRow[]> => {
  const rows = await readRows<Record<string, string>>(
    shop.payload,
    sql`select b.id, b.state, b.starts_at as "startsAt", b.kept_until as "keptUntil",
        b.moved::int as moved, b.sequence::int as sequence, b.place_url as "placeUrl",
        b.host_id as "hostId"
      from bookings b join orders o on o.id = b.order_id where o.token = ${token}
      order by b.created_at, b.id`,
  )
  return rows.map((row) => ({
    ...(row as unknown as BookingRow),
    keptUntil: row.keptUntil ? new Date(row.keptUntil) : null,
    startsAt: new Date(row.startsAt ?? ''),
  }))
}

/** What customer and staff do with sessions, each through his own doors. */
export const makeDiary = (shop: () => OpenShop) => {
  const pathOf = (order: PublicOrder): string =>
    `/api/shop/orders/${order.token}/items/${sessionItem(order).id}`
  const staff = (order: PublicOrder, door: string, body: object, by?: LoggedIn) =>
    callShop(shop(), `/api/bookings/items/${sessionItem(order).id}/${door}`, {
      body,
      headers: by?.headers,
    })
  return {
    callOff: (order: PublicOrder, body: object, by?: LoggedIn) => staff(order, 'cancel', body, by),
    file: (order: PublicOrder): Promise<Answer<string>> =>
      callShop(shop(), `${pathOf(order)}/session.ics`),
    pick: (order: PublicOrder, startsAt: Date | string | undefined, reason?: string) =>
      callShop<{ order: PublicOrder }>(shop(), `${pathOf(order)}/session`, {
        body: { reason, startsAt: startsAt instanceof Date ? startsAt.toISOString() : startsAt },
      }),
    setPlace: (order: PublicOrder, body: object, by?: LoggedIn) => staff(order, 'place', body, by),
    setTime: (order: PublicOrder, body: object, by?: LoggedIn) => staff(order, 'time', body, by),
    times: async (order: PublicOrder): Promise<string[]> => {
      const answer = await callShop<{ times: string[] }>(shop(), `${pathOf(order)}/times`)
      return answer.json.times
    },
  }
}

/** One tick of the clock that tends appointments, at the given instant. */
export const tendSessions = (shop: OpenShop, now: Date): Promise<void> =>
  bookingTask.run(
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

/** What was queued about the sessions of an order: `event → who`, the oldest first. */
export const readNews = async (shop: OpenShop, token: string): Promise<string[]> => {
  const rows = await readRows<{ line: string }>(
    shop.payload,
    sql`select n.event || ' → ' || n.recipient_kind as line from notifications n
        join orders o on o.id::text = n.subject_id
      where o.token = ${token} and n.event like 'session.%' and n.channel = 'email'
      order by n.created_at, n.event`,
  )
  return rows.map(({ line }) => line)
}
