import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFulfilment } from '@/plugin/fulfilment/queries/findFulfilment'
import { findWork } from '@/plugin/fulfilment/queries/findWork'
import { type SQL, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { countUrgent, findTodos } from '@/plugin/orders/panel/findTodos'
import { findPanelOrder } from '@/plugin/orders/panel/findPanelOrder'
import { makeWorker, readDelivery } from '../../support/deliveries'
import { readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { recordStatements } from '../../support/statements'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const worker = makeWorker(() => inUse.shop)
let admin: LoggedIn

const MONDAY = new Date('2026-11-30T03:00:00Z')
const HOUR = 3_600_000
const SECRET = 'Pelanggan sulit, jangan diberi diskon'

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
})
beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())

const buy = async () => {
  const { order } = await inUse.buyer.buy()
  return { row: await readDelivery(inUse.shop, order.token), token: order.token }
}

/** Works, misses the customer, and says why. */
const workOn = async (id: string): Promise<void> => {
  await worker.assign(id, { assignee: admin.id }, admin)
  await worker.tick(id, { done: true, key: 'agreed' }, admin)
  for (const [at, ask] of [
    { event: 'start' },
    { event: 'schedule' },
    { event: 'miss', reason: SECRET },
  ].entries()) {
    clock.freeze(new Date(MONDAY.getTime() + (at + 1) * HOUR))
    expect((await worker.move(id, ask, admin)).status).toBe(200)
  }
}

describe('The customer', () => {
  it('reads every step in his words, the deadline and who looks after it', async () => {
    const { row, token } = await buy()
    const { updatedAt } = await inUse.buyer.look(token)
    await workOn(row.id)
    const seen = await inUse.buyer.look(token)
    const [item] = seen.items
    expect(item?.delivery).toMatchObject({
      dueAt: row.deliverBy.toISOString(),
      handledBy: 'Si admin',
      label: { id: 'Sesi belum terlaksana; kami mengatur waktu lain' },
      phase: 'working',
      state: 'noShow',
    })
    expect(item?.delivery?.steps.map(({ at, label }) => [at, label.id])).toEqual([
      [MONDAY.toISOString(), 'Menunggu giliran'],
      [MONDAY.toISOString(), 'Sudah ada yang menangani'],
      [new Date(MONDAY.getTime() + HOUR).toISOString(), 'Kami mengatur waktu dengan Anda'],
      [new Date(MONDAY.getTime() + 2 * HOUR).toISOString(), 'Sesi sudah dijadwalkan'],
      [
        new Date(MONDAY.getTime() + 3 * HOUR).toISOString(),
        'Sesi belum terlaksana; kami mengatur waktu lain',
      ],
    ])
    expect(seen.updatedAt > updatedAt).toBe(true)
  })

  it('reads no reason, tick, id or address of ours', async () => {
    const { row, token } = await buy()
    await workOn(row.id)
    const { json } = await callShop(inUse.shop, `/api/shop/orders/${token}`)
    const text = JSON.stringify(json)
    for (const secret of [
      SECRET,
      admin.id,
      row.id,
      '@lunas.test',
      'checklist',
      'reminded',
      'doneBy',
    ]) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('Staff', () => {
  it('read the same story with cause and actor, on both pages', async () => {
    const { row, token } = await buy()
    await workOn(row.id)
    const item = await findFulfilment(inUse.shop.payload, row.id)
    expect(item?.history.map(({ actor, event, reason }) => [event, actor, reason])).toEqual([
      ['miss', 'Si admin', SECRET],
      ['schedule', 'Si admin', null],
      ['start', 'Si admin', null],
      ['assign', 'Si admin', null],
    ])
    expect(item?.history.at(-1)?.assignee).toBe('Si admin')
    const { order } = await readSubjects(inUse.shop, token)
    const page = await findPanelOrder(inUse.shop.payload, order)
    expect(page?.items[0]?.delivery).toMatchObject({ assigneeName: 'Si admin', state: 'noShow' })
    expect(page?.history.filter(({ subject }) => subject === row.id)).toHaveLength(4)
  })

  it('see what breaks its promise first at the top, and only what is promised', async () => {
    const { payload } = inUse.shop
    clock.freeze(MONDAY)
    const late = await buy()
    clock.freeze(new Date(MONDAY.getTime() + 2 * HOUR))
    const early = await buy()
    const done = await buy()
    await worker.walk(done.row, ['start', 'schedule', 'hold', 'deliver'], admin)
    const now = new Date(late.row.startBy.getTime() + 1)
    const { items, late: count, total } = await findWork({ limit: 100, now, payload })
    const places = items.map(({ id }) => id)
    expect(places.indexOf(late.row.id)).toBeLessThan(places.indexOf(early.row.id))
    expect(places).not.toContain(done.row.id)
    expect(items.map(({ dueAt }) => dueAt)).toEqual(items.map(({ dueAt }) => dueAt).toSorted())
    expect(total).toBe(items.length)
    expect(count).toBe(items.filter(({ dueAt }) => new Date(dueAt) <= now).length)
    const todos = await findTodos(payload)
    expect(todos.find(({ url }) => url.endsWith('/pekerjaan'))?.count).toBe(total)
    expect(countUrgent(todos)).toBeGreaterThanOrEqual(total)
  })

  it('find their own work alone when they ask for it', async () => {
    const { payload } = inUse.shop
    const other = await logInAs(inUse.shop, 'owner')
    const { row } = await buy()
    await worker.assign(row.id, { assignee: other.id }, admin)
    const { items } = await findWork({ assignee: other.id, limit: 100, now: MONDAY, payload })
    expect(items.map(({ id }) => id)).toEqual([row.id])
  })
})

const MANY = 100_000
const CHUNK = 5_000

/** Paid orders with one line and one delivery each, one in a hundred of them promised. */
const fillFrom = (first: number): SQL[] => [
  sql`insert into orders (id, number, token, state, payment_state, customer_name, email, phone, total,
      placed_at, locale, created_at, updated_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'UJI/' || n, 'uji-' || n,
      'open', 'paid', 'Pembeli ' || n, 'uji@contoh.id', '+628', 1000, now(), 'id', now(), now()
    from generate_series(${first}::int, ${first + CHUNK - 1}::int) n`,
  sql`insert into order_items (id, order_id, seq, title, kind, product_slug, quantity, unit_price,
      amount, created_at, updated_at)
    select id, id, 1, 'Barang', 'consulting', 'konsultasi', 1, 1000, 1000, now(), now()
    from orders where number like 'UJI/%' and substr(number, 5)::int >= ${first}`,
  sql`insert into fulfilments (id, order_id, order_item_id, kind, state, start_by, deliver_by, due_at,
      checklist, created_at, updated_at)
    select id, id, id, 'consulting', case when n % 100 = 0 then 'new' else 'done' end, now(), now(),
      case when n % 100 = 0 then now() + n * interval '1 minute' end, '[]', now(), now()
    from (select id, substr(number, 5)::int as n from orders where number like 'UJI/%') o
    where n >= ${first}`,
]

const MADE_UP = sql`id::text like '00000000-0000-7000-8000-%' and id in (
  select id from orders where number like 'UJI/%' limit 5000)`

const clearChunk = ['fulfilments', 'order_items', 'orders'].map(
  (table) => sql`delete from ${sql.identifier(table)} where ${MADE_UP}`,
)

/** In small transactions: one that lasts would keep the histories of other tests from being sealed. */
const runChunk = (statements: SQL[]): Promise<void> =>
  inUse.shop.payload.db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const statement of statements) {
      await tx.execute(statement)
    }
  })

const forEachChunk = async (work: (first: number) => SQL[]): Promise<void> => {
  for (let first = 1; first <= MANY; first += CHUNK) {
    await runChunk(work(first))
  }
}

describe('Among a hundred thousand orders', () => {
  it('the list of work takes one statement and less than a tenth of a second', async () => {
    const { payload } = inUse.shop
    const times: number[] = []
    try {
      await forEachChunk(fillFrom)
      await payload.db.drizzle.execute(sql`analyze orders, order_items, fulfilments`)
      for (let run = 0; run < 5; run++) {
        const before = performance.now()
        const { items, total } = await findWork({ limit: 25, now: new Date(), payload })
        times.push(performance.now() - before)
        expect(items).toHaveLength(25)
        expect(total).toBeGreaterThanOrEqual(MANY / 100)
      }
      const statements = await recordStatements(() =>
        findWork({ limit: 25, now: new Date(), payload }),
      )
      expect(statements).toHaveLength(1)
    } finally {
      await forEachChunk(() => clearChunk)
    }
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(100)
  }, 120_000)
})
