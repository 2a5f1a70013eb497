import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fulfilmentRuntime } from '@/plugin/fulfilment'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import type { PublicOrder } from '@/plugin/orders'
import { readRows } from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { readDeliveries, readDelivery, tend } from '../../support/deliveries'
import { makeMover, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop, validOrder } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const move = makeMover(() => inUse.shop)
const reason = 'Diminta oleh pelanggan'
let owner: LoggedIn
let admin: LoggedIn

/** Monday 30 November 2026, 10.00 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')

beforeAll(async () => {
  owner = await logInAs(inUse.shop, 'owner')
  admin = await logInAs(inUse.shop, 'admin')
})
beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())

const buySeveral = async (products: string[]): Promise<PublicOrder> => {
  const items = products.map((product) => ({ product, quantity: 2 }))
  const placed = await callShop<{ order: PublicOrder }>(inUse.shop, '/api/shop/orders', {
    body: validOrder({ items }),
    headers: { 'idempotency-key': randomUUID() },
  })
  const { token } = placed.json.order
  await inUse.buyer.pay(await inUse.buyer.open(token))
  return inUse.buyer.look(token)
}

const refund = async (token: string): Promise<void> => {
  const { attempts } = await readSubjects(inUse.shop, token)
  const ask = { event: 'refund', evidence: 'TRF-1', from: 'paid', reason }
  const answer = await move({ collection: 'payments', id: attempts[0] ?? '' }, ask, owner)
  expect(answer.status).toBe(200)
}

const statesOf = async (token: string): Promise<string[]> =>
  (await readDeliveries(inUse.shop, token)).map(({ state }) => state)

describe('Paying', () => {
  it('begins one delivery per item, each of its kind, with deadlines in working hours', async () => {
    const { token } = await buySeveral(['konsultasi', 'template-toko', 'analisis-keamanan'])
    const rows = await readDeliveries(inUse.shop, token)
    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
      ['consulting', 'new'],
      ['template', 'new'],
      ['security-analysis', 'new'],
    ])
    // 24 hours of work from Monday at ten: seven on Monday, eight a day, one on Thursday.
    expect(rows[0]).toMatchObject({
      assignee: null,
      dueAt: new Date('2026-12-03T03:00:00Z'),
      startBy: new Date('2026-12-03T03:00:00Z'),
    })
    expect(rows.map(({ checklist }) => checklist.length)).toEqual([3, 3, 4])
  })

  it('begins it once, though twenty callbacks come at once', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    const { merchantOrderId } = payment
    await inUse.shop.gateway.pay({ merchantOrderId, sendCallback: false, wait: true })
    const shapes = drawCallback(inUse.shop, merchantOrderId)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => sendCallbacks(inUse.shop, shapes)),
    )
    expect(new Set(answers.flat())).toEqual(new Set([200]))
    await Promise.all(
      Array.from({ length: 20 }, () =>
        callShop(inUse.shop, `/api/shop/orders/${order.token}/check`, { body: {} }),
      ),
    )
    await inUse.shop.idle()
    expect(await statesOf(order.token)).toEqual(['new'])
  })

  it('too little begins nothing, and nothing is begun before', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    expect(await statesOf(order.token)).toEqual([])
    await inUse.buyer.pay(payment, { amount: 749_999 })
    expect(await statesOf(order.token)).toEqual([])
    expect((await inUse.buyer.look(order.token)).items[0]?.delivery).toBeNull()
  })

  it('by having the debt waived begins it, too', async () => {
    const { order } = await inUse.buyer.checkout()
    const { instalments } = await readSubjects(inUse.shop, order.token)
    const subject = { collection: 'instalments', id: instalments[0] ?? '' }
    expect((await move(subject, { event: 'waive', reason }, owner)).status).toBe(200)
    expect(await statesOf(order.token)).toEqual(['new'])
  })
})

describe('Money that goes back', () => {
  it('cancels the delivery, and the customer sees no deadline any more', async () => {
    const { order } = await inUse.buyer.buy()
    await refund(order.token)
    expect(await readDelivery(inUse.shop, order.token)).toMatchObject({
      dueAt: null,
      state: 'cancelled',
    })
    expect((await inUse.buyer.look(order.token)).items[0]?.delivery).toMatchObject({
      phase: 'cancelled',
    })
  })

  it('and an order that is cancelled afterwards leave it cancelled once', async () => {
    const { order } = await inUse.buyer.buy()
    await refund(order.token)
    const { order: id } = await readSubjects(inUse.shop, order.token)
    const ask = { event: 'cancel', from: 'open', reason }
    expect((await move({ collection: 'orders', id }, ask, admin)).status).toBe(200)
    const { id: delivery } = await readDelivery(inUse.shop, order.token)
    const rows = await readRows(
      inUse.shop.payload,
      sql`select event from transitions where subject = ${delivery}`,
    )
    expect(rows).toEqual([{ event: 'cancel' }])
  })
})

describe('An order that was paid before its kind had a delivery', () => {
  it('gets it at the next tick, once, though ten workers look at once', async () => {
    const { order } = await inUse.buyer.buy()
    const { id } = await readDelivery(inUse.shop, order.token)
    await readRows(inUse.shop.payload, sql`delete from fulfilments where id = ${id}`)
    await Promise.all(Array.from({ length: 10 }, () => tend(inUse.shop, MONDAY)))
    expect(await statesOf(order.token)).toEqual(['new'])
  })
})

describe('The deadline', () => {
  const daysOff: (number | string)[] = []
  afterEach(async () => {
    for (const id of daysOff.splice(0)) {
      const { holidays: collection } = slugsOf(inUse.shop.payload)
      await inUse.shop.payload.delete({ id, collection, overrideAccess: true })
    }
  })

  it('goes around a holiday that an admin has entered', async () => {
    const body = { confirmed: true, day: '2026-12-01', name: 'Cuti bersama uji' }
    const { headers } = admin
    const answer = await callShop<{ doc: { id: string } }>(inUse.shop, '/api/holidays', {
      body,
      headers,
    })
    daysOff.push(answer.json.doc.id)
    const { order } = await inUse.buyer.buy()
    const { startBy } = await readDelivery(inUse.shop, order.token)
    expect(startBy).toEqual(new Date('2026-12-04T03:00:00Z'))
  })

  it('holiday keeps the time at which it was entered, whatever a caller says', async () => {
    const { headers } = admin
    const createdAt = '2001-02-03T04:05:06.000Z'
    const body = { createdAt, day: '2026-12-02', name: 'Cuti bersama uji' }
    type Doc = { doc: { createdAt: string; id: string; name: string } }
    const path = '/api/holidays'
    const { json } = await callShop<Doc>(inUse.shop, path, { body, headers })
    daysOff.push(json.doc.id)
    const changed = await callShop<Doc>(inUse.shop, `${path}/${json.doc.id}`, {
      body: { createdAt, name: 'Nama lain' },
      headers,
      method: 'PATCH',
    })
    expect([changed.status, changed.json.doc.name]).toEqual([200, 'Nama lain'])
    const [row] = await readRows<{ old: boolean }>(
      inUse.shop.payload,
      sql`select created_at < '2020-01-01' as old from holidays where id = ${json.doc.id}::uuid`,
    )
    expect(row).toEqual({ old: false })
  })

  it('of a day that no calendar has, or that is there already, is refused with the field', async () => {
    const { headers } = admin
    for (const day of ['2027-02-30', 'besok', '', '2026-12-25']) {
      const answer = await callShop<{ errors: { data: { errors: { path: string }[] } }[] }>(
        inUse.shop,
        '/api/holidays',
        { body: { day, name: 'Libur' }, headers },
      )
      expect([day, answer.status]).toEqual([day, 400])
      expect(answer.json.errors[0]?.data.errors[0]?.path).toBe('day')
    }
  })

  it('follows the promises and the hours that the shop has set', async () => {
    const runtime = fulfilmentRuntime.get(inUse.shop.payload)
    const before = { ...runtime }
    const consulting = { deliverHours: 6, followUpDays: 1, startHours: 3 }
    Object.assign(runtime, {
      pledges: { ...before.pledges, consulting },
      workingHours: before.workingHours.map((day) => day && { ...day, to: 12 * 3_600_000 }),
    })
    try {
      const { order } = await inUse.buyer.buy()
      // Two hours until noon on Monday, three a day from nine.
      expect(await readDelivery(inUse.shop, order.token)).toMatchObject({
        deliverBy: new Date('2026-12-02T03:00:00Z'),
        startBy: new Date('2026-12-01T03:00:00Z'),
      })
    } finally {
      Object.assign(runtime, before)
    }
  })
})
