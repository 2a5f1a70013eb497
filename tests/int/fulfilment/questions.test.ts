import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import type { PublicOrder } from '@/plugin/orders'
import { readRows } from '../../support/books'
import { makeWorker, readDelivery, tend } from '../../support/deliveries'
import { makeMover, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { sessionItem } from '../../support/sessions'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const worker = makeWorker(() => inUse.shop)
const move = makeMover(() => inUse.shop)
let admin: LoggedIn
let owner: LoggedIn

/** Monday 30 November 2026, 10.00 WIB. The days for questions end on 7 December, 23.59 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const LAST = new Date('2026-12-07T16:59:59.999Z')

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  owner = await logInAs(inUse.shop, 'owner')
})
beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())

/** A consultation that was held, with its summary sent. */
const deliver = async (): Promise<{ id: string; order: PublicOrder }> => {
  const { order } = await inUse.buyer.buy()
  const row = await readDelivery(inUse.shop, order.token)
  await worker.walk(row, ['start', 'schedule', 'hold', 'deliver'], admin)
  clock.freeze(MONDAY)
  return { id: row.id, order }
}

const ask = (order: PublicOrder, body: unknown, key: string = randomUUID()) =>
  callShop<{ order: PublicOrder }>(
    inUse.shop,
    `/api/shop/orders/${order.token}/items/${sessionItem(order).id}/questions`,
    { body: { body, key } },
  )

const answer = (id: string, body: string, by?: LoggedIn, key: string = randomUUID()) =>
  callShop(inUse.shop, `/api/fulfilments/${id}/answers`, {
    body: { body, key },
    headers: by?.headers,
  })

const threadOf = async (token: string) =>
  (await inUse.buyer.look(token)).items[0]?.delivery?.questions

const newsOf = async (token: string): Promise<string[]> => {
  const rows = await readRows<{ line: string }>(
    inUse.shop.payload,
    sql`select n.event || ' → ' || n.recipient_address as line from notifications n
        join orders o on o.id::text = n.subject_id
      where o.token = ${token} and n.event like 'question.%' and n.channel = 'email'
      order by n.created_at`,
  )
  return rows.map(({ line }) => line)
}

describe('Questions about what was delivered', () => {
  it('reach whoever looks after it, and the answer reaches the customer', async () => {
    const { id, order } = await deliver()
    expect(await threadOf(order.token)).toEqual({ canAsk: true, posts: [] })
    expect((await ask(order, 'Seberapa sering?\r\nSetiap hari?')).status).toBe(200)
    expect((await answer(id, 'Sekali seminggu.', admin)).status).toBe(200)
    const thread = await threadOf(order.token)
    expect(thread?.posts.map(({ authorKind, body }) => [authorKind, body])).toEqual([
      ['customer', 'Seberapa sering?\nSetiap hari?'],
      ['staff', 'Sekali seminggu.'],
    ])
    const news = await newsOf(order.token)
    expect(news).toHaveLength(2)
    expect(news[0]).toMatch(/^question\.asked → admin-/)
    expect(news[1]).toBe('question.answered → budi@contoh.id')
  })

  it('pressed twice, or ten times at once, are one question and one mail', async () => {
    const { order } = await deliver()
    const key = randomUUID()
    const all = await Promise.all(Array.from({ length: 10 }, () => ask(order, 'Bagaimana?', key)))
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await threadOf(order.token))?.posts).toHaveLength(1)
    expect(await newsOf(order.token)).toHaveLength(1)
  })

  it('may be asked until 23.59 WIB of the seventh day, and not a moment later', async () => {
    const { order } = await deliver()
    clock.freeze(LAST)
    expect((await ask(order, 'Masih bisa?')).status).toBe(200)
    clock.freeze(new Date(LAST.getTime() + 1))
    expect(await ask(order, 'Masih bisa?')).toMatchObject({
      code: 'fulfilment.noMoreQuestions',
      status: 409,
    })
    expect(await threadOf(order.token)).toMatchObject({ canAsk: false })
    await tend(inUse.shop, clock.now())
    expect((await readDelivery(inUse.shop, order.token)).state).toBe('done')
  })

  it('are answered also after the last day', async () => {
    const { id, order } = await deliver()
    await ask(order, 'Satu lagi?')
    clock.freeze(new Date(LAST.getTime() + 1))
    await tend(inUse.shop, clock.now())
    expect((await answer(id, 'Tentu.', admin)).status).toBe(200)
    expect(await newsOf(order.token)).toHaveLength(2)
  })

  it('are asked neither before the delivery nor after the money has gone back', async () => {
    const { order: early } = await inUse.buyer.buy()
    expect((await ask(early, 'Halo?')).code).toBe('fulfilment.noMoreQuestions')
    const { order } = await deliver()
    const { attempts } = await readSubjects(inUse.shop, order.token)
    const refund = { event: 'refund', evidence: 'TRF-1', from: 'paid', reason: 'Batal bersama' }
    await move({ collection: 'payments', id: attempts[0] ?? '' }, refund, owner)
    expect((await ask(order, 'Halo?')).code).toBe('fulfilment.noMoreQuestions')
  })

  it.each([
    ['nothing', '   ', 'conversation.empty'],
    ['far too much', 'x'.repeat(4_001), 'conversation.tooLong'],
    ['a NUL', 'a\u0000b', 'conversation.badText'],
    ['half a letter', 'a\ud800', 'conversation.badText'],
    ['no text at all', 7, 'conversation.badText'],
  ])('of %s are refused, the field named', async (_what, body, code) => {
    const { order } = await deliver()
    const refused = await ask(order, body)
    expect(refused.code).toBe(code)
    expect(refused.status).toBeLessThan(500)
    expect(refused.json).toMatchObject({ errors: [{ field: 'body' }] })
    expect((await threadOf(order.token))?.posts).toEqual([])
  })

  it('of another order are not found, and only admins and owners answer', async () => {
    const [{ id, order }, { order: other }] = [await deliver(), await deliver()]
    expect((await ask({ ...other, items: order.items }, 'Halo?')).status).toBe(404)
    const editor = await logInAs(inUse.shop, 'editor')
    const statuses = [await answer(id, 'Halo'), await answer(id, 'Halo', editor)]
    expect(statuses.map(({ status }) => status)).toEqual([401, 403])
  })
})

describe('The days for questions', () => {
  it('are extended once, by as many again, with a reason', async () => {
    const { id, order } = await deliver()
    const extend = { event: 'extend', reason: 'Pelanggan sakit' }
    expect((await worker.move(id, { event: 'extend' }, admin)).code).toBe('event.reasonRequired')
    expect((await worker.move(id, extend, admin)).status).toBe(200)
    expect(await readDelivery(inUse.shop, order.token)).toMatchObject({
      followUpUntil: new Date('2026-12-14T16:59:59.999Z'),
      state: 'followUp',
    })
    expect((await worker.move(id, extend, owner)).code).toBe('event.guardRefused')
    clock.freeze(new Date(LAST.getTime() + 1))
    await tend(inUse.shop, clock.now())
    expect((await ask(order, 'Masih bisa?')).status).toBe(200)
  })
})
