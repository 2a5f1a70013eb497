import type { Config, Payload } from 'payload'

import pg from 'pg'

import {
  blockService,
  hostingOptions,
  hostingRuntime,
  type HostingRuntime,
  hostingSwitch,
  unblockService,
} from '@/plugin/hosting'
import { newId, queryRows, runInTransaction, sql, type Tx } from '@/plugin/kernel/payload'
import { openLightPayload } from '../../support/outbox/lightPayload'
import { makeDurablePanel, type Pace } from './panel'

/** A service of the run and its order. */
export type Service = { id: string; name: string; orderId: string }

const SERVER_URL = 'http://127.0.0.1:3000'

/** The order's own lock, without all that an order reads beside it. */
const lock = async (tx: Tx, orderId: string): Promise<void> => {
  await tx.rows(sql`select 1 from orders where id = ${orderId} for no key update`)
}

/** How the shop of a run speaks to servers; `drivers` instead of the durable panel and its pace. */
type ServiceShop = { drivers?: HostingRuntime['drivers']; pace?: Pace; parallel: number }

/** As much of the shop as services touch: the real rules, switch, jobs and messages, and a panel. */
export const openServiceShop = async (
  settings: Readonly<Record<string, string>>,
  { drivers, pace = () => 0, parallel }: ServiceShop,
): Promise<{ close: () => Promise<void>; payload: Payload }> => {
  const light = await openLightPayload(settings)
  const pool = new pg.Pool({ connectionString: settings.DATABASE_URL, max: 8 })
  pool.on('error', () => undefined)
  const panel = makeDurablePanel(pool, pace)
  hostingRuntime.install(light.payload.config as unknown as Config, {
    ...hostingOptions.parse({ parallel }),
    buildOrderUrl: ({ token }) => `${SERVER_URL}/pesanan/${token}`,
    drivers: drivers ?? ({ whm: panel } as unknown as HostingRuntime['drivers']),
    owner: { follow: () => Promise.resolve(), lock },
    rateFactor: 1,
    secret: 'x'.repeat(32),
    serverUrl: SERVER_URL,
    shopName: 'Lunas',
    switches: [hostingSwitch],
  })
  return {
    close: async () => {
      await light.close()
      await pool.end()
    },
    payload: light.payload,
  }
}

/** Puts so many services up that were asked for and are not made yet, on one server. */
export const askForServices = async (payload: Payload, count: number): Promise<Service[]> => {
  const serverId = newId()
  await queryRows(
    payload,
    sql`insert into hosting_servers (id, name, driver, address, slots)
      values (${serverId}, 'panel', 'whm', 'https://panel.contoh.id:2087', ${count})`,
  )
  const made: Service[] = []
  for (let at = 1; at <= count; at += 1) {
    const service = { id: newId(), name: `u${String(at).padStart(7, '0')}`, orderId: newId() }
    const itemId = newId()
    await queryRows(
      payload,
      sql`with o as (insert into orders (id, number, token, state, payment_state, customer_name, email,
          phone, total, placed_at, locale, created_at, updated_at)
        values (${service.orderId}, ${`UJI/${at}`}, ${`uji-${service.orderId}`}, 'open', 'partly_paid',
          'Budi', ${`uji${at}@contoh.id`}, '+6281234567890', 100000, now(), 'id', now(), now())),
      i as (insert into order_items (id, order_id, seq, title, kind, product_slug, quantity, unit_price,
          amount, created_at, updated_at)
        values (${itemId}, ${service.orderId}, 1, 'VPS', 'vps', 'vps', 1, 100000, 100000, now(), now()))
      insert into hosting_accounts (id, title, kind, order_id, order_item_id, unit, state, domain, hosts,
        server_id, name, package, wanted, wish, wanted_at, observed, tries, created_at, updated_at)
      values (${service.id}, 'VPS', 'vps', ${service.orderId}, ${itemId}, 1, 'provisioning',
        ${`${service.name}.contoh.id`}, '[]'::jsonb, ${serverId}, ${service.name}, 'default', 'on', 1,
        now(), 'absent', 0, now(), now())`,
    )
    made.push(service)
  }
  return made
}

const AGENT = { label: 'Uji', role: 'admin' } as const

const underLock = <T>(
  payload: Payload,
  { orderId }: Service,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  runInTransaction(payload, async (tx) => {
    await lock(tx, orderId)
    return work(tx)
  })

/** The ladder suspends. */
export const suspend = (payload: Payload, service: Service): Promise<boolean> =>
  underLock(payload, service, (tx) =>
    blockService(tx, {
      actor: AGENT,
      kind: 'unpaid',
      orderId: service.orderId,
      reason: 'Tunggakan',
    }),
  )

/** The customer pays. */
export const pay = (payload: Payload, service: Service): Promise<boolean> =>
  underLock(payload, service, (tx) =>
    unblockService(tx, {
      actor: AGENT,
      kinds: ['unpaid'],
      orderId: service.orderId,
      reason: 'Sudah dibayar',
    }),
  )

/** Mails count as delivered at once: what sending does has a group of its own. */
export const forgetMails = async (payload: Payload): Promise<void> => {
  await queryRows(
    payload,
    sql`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'notifications.deliver' and j.locked_by is null`,
  )
}
