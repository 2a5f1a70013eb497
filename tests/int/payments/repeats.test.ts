import { afterEach, describe, expect, it } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { expireTask } from '@/plugin/payments'
import {
  countQuestions,
  countRows,
  readAttempts,
  readMessages,
  readReviews,
  readRows,
} from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { rawRequest, releaseTogether } from '../../support/lastByte'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()

afterEach(() => clock.release())

const callbackRequest = (merchantOrderId: string): Buffer => {
  const [shape] = drawCallback(inUse.shop, merchantOrderId)
  const headers = { 'Content-Type': shape?.contentType ?? '' }
  return rawRequest({ body: shape?.body, headers, path: '/api/duitku/callback' })
}

const countReceipts = async (token: string): Promise<number> =>
  (await readMessages(inUse.shop.payload, token)).filter((text) =>
    text.startsWith('payment.received →'),
  ).length

const countFor = (merchantOrderId: string, table: 'allocations' | 'ledger_entries') =>
  countRows(
    inUse.shop.payload,
    sql`${sql.identifier(table)} x join payments p on p.id = x.payment_id
      where p.merchant_order_id = ${merchantOrderId}`,
  )

/** The shop's own clock runs out on an attempt before its money comes. */
const letExpire = ({ merchantOrderId }: { merchantOrderId: string }): Promise<void> =>
  expireTask.run(
    { merchantOrderId },
    {
      attempt: 1,
      jobId: '0',
      maxAttempts: 1,
      now: new Date(Date.now() + 25 * 60 * 60_000),
      payload: inUse.shop.payload,
      signal: new AbortController().signal,
    },
  )

describe('The same callback', () => {
  it('a hundred times at once: 100 × 200, one payment, one pair of books, one receipt', async () => {
    const { shop } = inUse
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    const request = callbackRequest(payment.merchantOrderId)
    const requests = Array.from({ length: 100 }, () => request)
    const answers = await releaseTogether({ port: shop.port, requests })
    await shop.idle()
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200))
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect(await countFor(payment.merchantOrderId, 'allocations')).toBe(1)
    expect(await countFor(payment.merchantOrderId, 'ledger_entries')).toBe(2)
    expect(await countReceipts(order.token)).toBe(1)
  })

  it.each([1, 24 * 60 * 60, 400 * 24 * 60 * 60])(
    'again after %i seconds: 200, and nothing changes',
    async (seconds) => {
      const { order, payment } = await inUse.buyer.buy()
      const shapes = drawCallback(inUse.shop, payment.merchantOrderId)
      clock.freeze(new Date(Date.now() + seconds * 1_000))
      expect(await sendCallbacks(inUse.shop, shapes)).toEqual([200])
      await inUse.shop.idle()
      expect(await inUse.buyer.look(order.token)).toEqual(order)
      expect(await countReceipts(order.token)).toBe(1)
    },
  )

  it('with another result each time is kept each time and credits once', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    for (const variant of ['failed02', 'normal', 'failed01', 'replayed', 'otherReference']) {
      const shapes = drawCallback(inUse.shop, payment.merchantOrderId, variant)
      expect(await sendCallbacks(inUse.shop, shapes)).toEqual([200])
    }
    await inUse.shop.idle()
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect(await countFor(payment.merchantOrderId, 'allocations')).toBe(1)
  })
})

describe('The order of events', () => {
  it('paid, then a late “failed”: stays paid', async () => {
    const { order, payment } = await inUse.buyer.buy()
    const shapes = drawCallback(inUse.shop, payment.merchantOrderId, 'failed02')
    expect(await sendCallbacks(inUse.shop, shapes)).toEqual([200])
    await inUse.shop.idle()
    expect(await inUse.buyer.look(order.token)).toEqual(order)
    const kept = await readRows(
      inUse.shop.payload,
      sql`select result_code as code, outcome from payment_events
        where merchant_order_id = ${payment.merchantOrderId} order by created_at`,
    )
    expect(kept).toEqual([
      { code: '00', outcome: 'paid' },
      { code: '02', outcome: 'duplicate' },
    ])
  })

  it('“failed”, then paid for the same attempt: paid', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.shop.gateway.fail({ merchantOrderId: payment.merchantOrderId, wait: true })
    await inUse.shop.idle()
    const failed = await inUse.buyer.look(order.token)
    expect(failed).toMatchObject({ nextAction: 'retry', payment: { state: 'failed' } })
    await inUse.buyer.pay(payment)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect(await readMessages(inUse.shop.payload, order.token)).toEqual([
      'order.placed → customer',
      'payment.failed → customer',
      'payment.received → customer',
      'payment.receivedByStaff → staff',
    ])
  })

  it('the callback overtakes the answer that opens the payment: 200 and paid', async () => {
    const { shop } = inUse
    const order = await inUse.buyer.place()
    shop.gateway.addFault({ delayMs: 700, endpoint: 'createInvoice', kind: 'delay' })
    const opening = inUse.buyer.open(order.token)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const [attempt] = await readAttempts(shop.payload, order.token)
    const merchantOrderId = attempt?.merchantOrderId ?? ''
    await shop.gateway.pay({ merchantOrderId, wait: true })
    await shop.idle()
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    await opening
    expect(shop.gateway.find({ merchantOrderId })?.deliveries[0]?.status).toBe(200)
    expect(await readAttempts(shop.payload, order.token)).toMatchObject([{ state: 'paid' }])
  })

  it('paid after the attempt expired here: still credited', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await letExpire(payment)
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      nextAction: 'retry',
      payment: { state: 'expired' },
    })
    await inUse.buyer.pay(payment)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })

  it('paid after it expired and after another attempt paid the order: all of it is excess', async () => {
    const { order, payment: late } = await inUse.buyer.checkout()
    await letExpire(late)
    await inUse.buyer.pay(await inUse.buyer.open(order.token))
    await inUse.buyer.pay(late)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect(await readReviews(inUse.shop.payload, order.token)).toMatchObject([
      { amount: 750_000, kind: 'double', state: 'open' },
    ])
    expect(await countReceipts(order.token)).toBe(1)
  })
})

describe('The return page', () => {
  const check = (token: string, query = '') =>
    callShop(inUse.shop, `/api/shop/orders/${token}/check${query}`, { body: {} })

  it('opened before the callback waits, with one question at most', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    inUse.shop.gateway.choose({ channel: 'BC', merchantOrderId: payment.merchantOrderId })
    const before = countQuestions(inUse.shop, 'transactionStatus')
    const { json } = await check(order.token)
    expect(json).toMatchObject({ order: { payment: { state: 'pending' }, paymentState: 'unpaid' } })
    expect(countQuestions(inUse.shop, 'transactionStatus') - before).toBe(1)
  })

  it('believes no resultCode in its query', async () => {
    for (let at = 0; at < 20; at++) {
      const { order, payment } = await inUse.buyer.checkout()
      const { merchantOrderId, reference } = payment
      const query = `?resultCode=00&merchantOrderId=${merchantOrderId}&reference=${reference}`
      const { json } = await check(order.token, query)
      expect(json).toMatchObject({ order: { paymentState: 'unpaid' } })
    }
  })

  it('and the callback in the same moment: one completion, no refusal, thirty times over', async () => {
    const { shop } = inUse
    const purchases = await Promise.all(Array.from({ length: 30 }, () => inUse.buyer.checkout()))
    for (const { payment } of purchases) {
      await inUse.buyer.pay(payment, { sendCallback: false })
    }
    const requests = purchases.flatMap(({ order, payment }) => [
      callbackRequest(payment.merchantOrderId),
      rawRequest({
        body: '{}',
        headers: { 'Content-Type': 'application/json' },
        path: `/api/shop/orders/${order.token}/check`,
      }),
    ])
    const answers = await releaseTogether({ port: shop.port, requests })
    await shop.idle()
    expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(200))
    for (const { order } of purchases) {
      expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
      expect(await countReceipts(order.token)).toBe(1)
    }
  })
})
