import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFulfilment } from '@/plugin/fulfilment/queries/findFulfilment'
import { findWork } from '@/plugin/fulfilment/queries/findWork'
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
  await worker.tick(id, { done: true, key: 'notes' }, admin)
  clock.freeze(new Date(MONDAY.getTime() + HOUR))
  expect((await worker.move(id, { event: 'start' }, admin)).status).toBe(200)
  clock.freeze(new Date(MONDAY.getTime() + 2 * HOUR))
  await worker.scheduleSoon(id, admin)
  clock.freeze(new Date(MONDAY.getTime() + 3 * HOUR))
  expect((await worker.move(id, { event: 'miss', reason: SECRET }, admin)).status).toBe(200)
}

describe('The customer', () => {
  it('reads every step in his words, the deadline and who looks after it', async () => {
    const { row, token } = await buy()
    const { updatedAt } = await inUse.buyer.look(token)
    await workOn(row.id)
    const seen = await inUse.buyer.look(token)
    const [item] = seen.items
    expect(item?.delivery).toMatchObject({
      // 24 hours of work after the session that he missed.
      dueAt: '2026-12-03T06:01:00.000Z',
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

  it('get the whole list in one statement', async () => {
    const { payload } = inUse.shop
    const statements = await recordStatements(() => findWork({ limit: 25, now: MONDAY, payload }))
    expect(statements.filter((text) => text.includes('from fulfilments f'))).toHaveLength(1)
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
