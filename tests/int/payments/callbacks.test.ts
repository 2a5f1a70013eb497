import { describe, expect, it } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import {
  countRows,
  hurryJobs,
  readAttempts,
  readBooks,
  readMessages,
  readReviews,
  readRows,
} from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { useShop } from '../../support/useShop'

const inUse = useShop()

const countInbox = () => countRows(inUse.shop.payload, sql`payment_events`)

/** Sends one variant of an attempt's callback and answers with the status. */
const send = async (
  merchantOrderId: string,
  variant: string,
  overrides?: Record<string, string>,
): Promise<number> => {
  const { shop } = inUse
  const [status = 0] = await sendCallbacks(
    shop,
    drawCallback(shop, merchantOrderId, variant, overrides),
  )
  await shop.idle()
  return status
}

describe('A callback that is not genuine', () => {
  const refusals = [
    ['emptySignature', 401],
    ['tamperedSignature', 401],
    ['upperCaseSignature', 401],
    ['tamperedAmount', 401],
    ['tamperedOrder', 401],
    ['md5', 401],
    ['sha256', 401],
    ['otherMerchant', 401],
    ['decimalAmount', 400],
    ['arrayFields', 400],
    ['duplicateKeys', 400],
    ['oversize', 413],
    ['json', 415],
    ['get', 405],
  ] as const

  it.each(refusals)('is refused and leaves no trace: %s → %i', async (variant, status) => {
    const { order, payment } = await inUse.buyer.checkout()
    const before = await countInbox()
    expect(await send(payment.merchantOrderId, variant)).toBe(status)
    expect(await countInbox()).toBe(before)
    expect((await inUse.buyer.look(order.token)).payment?.state).toBe('pending')
  })

  const spellings = [
    '1e5',
    '750000.00',
    '+750000',
    '0750000',
    ' 750000',
    '750000 ',
    '7 50000',
    '750.000',
    '750,000',
    '٧٥٠٠٠٠',
    '７５００００',
    '-1',
    '0',
    'NaN',
    'Infinity',
    '1e21',
    '0x1',
    '9'.repeat(13),
    '9'.repeat(400),
    '',
  ]

  it.each(spellings)(
    'is refused although signed, when it spells the amount "%s"',
    async (amount) => {
      const { payment } = await inUse.buyer.checkout()
      const before = await countInbox()
      expect(await send(payment.merchantOrderId, 'normal', { amount })).toBe(400)
      expect(await countInbox()).toBe(before)
    },
  )

  it('is refused when its fields stand in the query beside another body', async () => {
    const { payment } = await inUse.buyer.checkout()
    const [shape] = drawCallback(inUse.shop, payment.merchantOrderId)
    const response = await fetch(`${inUse.shop.url}/api/duitku/callback?${shape?.body}`, {
      body: 'resultCode=00',
      headers: { 'content-type': shape?.contentType ?? '' },
      method: 'POST',
    })
    expect(response.status).toBe(400)
  })
})

describe('A genuine callback is a hint; the gateway’s own answer decides', () => {
  it('that claims success for an unpaid attempt credits nothing and is asked again', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    inUse.shop.gateway.choose({ channel: 'BC', merchantOrderId: payment.merchantOrderId })
    expect(await send(payment.merchantOrderId, 'paid')).toBe(200)
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      payment: { state: 'pending' },
      paymentState: 'unpaid',
    })
    const [job] = await readRows<{ complaint: string }>(
      inUse.shop.payload,
      sql`select last_error as complaint from graphile_worker._private_jobs
        where key = ${`settle:${payment.merchantOrderId}`}`,
    )
    expect(job?.complaint).toContain('Callback and gateway disagree')
    await inUse.buyer.pay(payment, { sendCallback: false })
    await hurryJobs(inUse.shop)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })

  it('that claims failure for a paid attempt credits it all the same', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    expect(await send(payment.merchantOrderId, 'failed02')).toBe(200)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })

  it('that names less money, signed for that amount, credits nothing by itself', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    inUse.shop.gateway.choose({ channel: 'BC', merchantOrderId: payment.merchantOrderId })
    expect(await send(payment.merchantOrderId, 'lessAmount')).toBe(200)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('unpaid')
  })

  it('that carries a very long reference is still taken in', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    const reference = Array.from({ length: 1_200 }, (_, at) => String(at))
      .join('x')
      .slice(0, 9_000)
    expect(await send(payment.merchantOrderId, 'normal', { reference })).toBe(200)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })

  it('that brings unknown fields and leaves out known ones is understood', async () => {
    for (const variant of ['extraFields', 'missingFields', 'productDetails']) {
      const { order, payment } = await inUse.buyer.checkout()
      await inUse.buyer.pay(payment, { sendCallback: false })
      expect(await send(payment.merchantOrderId, variant)).toBe(200)
      expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    }
  })

  it('keeps no signature, no card and no name of the payer', async () => {
    const { payment } = await inUse.buyer.checkout()
    inUse.shop.gateway.choose({ channel: 'VC', merchantOrderId: payment.merchantOrderId })
    await inUse.buyer.pay(payment)
    const kept = await countRows(
      inUse.shop.payload,
      sql`payment_events where fields ?| array['signature', 'cardName', 'maskedNumber', 'customerName']`,
    )
    expect(kept).toBe(0)
  })
})

/** Buyer and staff know that money of this order waits for a decision. */
const expectTold = async (token: string): Promise<void> => {
  const messages = await readMessages(inUse.shop.payload, token)
  expect(messages.filter((text) => text === 'payment.inReview → customer')).toHaveLength(1)
  expect(messages.filter((text) => text === 'payment.needsReview → staff')).toHaveLength(1)
}

describe('Money that differs from what was asked', () => {
  it('too little is put aside whole, for an admin to decide', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { amount: 749_999 })
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      nextAction: 'wait',
      payment: { state: 'review' },
      paymentState: 'unpaid',
    })
    const [review] = await readReviews(inUse.shop.payload, order.token)
    expect(review).toMatchObject({ amount: 749_999, kind: 'amountMismatch', state: 'open' })
    await expectTold(order.token)
    expect(await readBooks(inUse.shop.payload, order.token)).toEqual({
      excess: -749_999,
      gateway: 749_999,
      receivable: 750_000,
      sales: -750_000,
    })
  })

  it('too much pays the debt; the rest is kept as excess, never credited twice', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { amount: 1_000_000 })
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    const [review] = await readReviews(inUse.shop.payload, order.token)
    expect(review).toMatchObject({ amount: 250_000, kind: 'over', state: 'open' })
    await expectTold(order.token)
    expect(await readBooks(inUse.shop.payload, order.token)).toEqual({
      excess: -250_000,
      gateway: 1_000_000,
      sales: -750_000,
    })
  })

  it('under another reference is put aside', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    inUse.shop.gateway.addFault({ endpoint: 'transactionStatus', kind: 'wrongReference' })
    await inUse.buyer.pay(payment)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('unpaid')
    const [review] = await readReviews(inUse.shop.payload, order.token)
    expect(review).toMatchObject({ amount: 750_000, kind: 'referenceMismatch' })
    await expectTold(order.token)
  })

  it('of an own small invoice, played back for the dear order, pays the small one alone', async () => {
    const dear = await inUse.buyer.checkout()
    const small = await inUse.buyer.checkout({ product: 'template-toko' })
    await inUse.buyer.pay(small.payment, { sendCallback: false })
    const { merchantOrderId, reference } = dear.payment
    const stolen = { merchantOrderId, reference }
    const [shape] = drawCallback(inUse.shop, small.payment.merchantOrderId)
    const body = new URLSearchParams({
      ...Object.fromEntries(new URLSearchParams(shape?.body)),
      ...stolen,
    }).toString()
    const form = { body, contentType: shape?.contentType ?? '', method: 'POST' }
    expect(await sendCallbacks(inUse.shop, [form])).toEqual([401])
    const withReference = { reference }
    expect(await send(small.payment.merchantOrderId, 'normal', withReference)).toBe(200)
    expect((await inUse.buyer.look(dear.order.token)).paymentState).toBe('unpaid')
    expect((await inUse.buyer.look(small.order.token)).paymentState).toBe('paid')
  })

  it('under a reference that another attempt bears is put aside, and the job does not die', async () => {
    const { shop } = inUse
    const other = await inUse.buyer.checkout()
    shop.gateway.addFault({ endpoint: 'createInvoice', kind: 'drop', takesEffect: true })
    const order = await inUse.buyer.place()
    await inUse.buyer.open(order.token).catch(() => undefined)
    const [attempt] = await readAttempts(shop.payload, order.token)
    await shop.payload.db.drizzle.execute(
      sql`update payments set reference = 'DS00000SOMEBODYELSE00000' where merchant_order_id = ${other.payment.merchantOrderId}`,
    )
    shop.gateway.addFault({ endpoint: 'transactionStatus', kind: 'wrongReference' })
    await inUse.buyer.pay(attempt ?? { merchantOrderId: '' })
    const [review] = await readReviews(shop.payload, order.token)
    expect(review).toMatchObject({ amount: 750_000, kind: 'referenceMismatch' })
    expect((await readAttempts(shop.payload, order.token))[0]?.state).toBe('review')
  })

  it('for an order that was never ours is booked once as excess and listed', async () => {
    const { shop } = inUse
    const { payment } = await inUse.buyer.checkout()
    const known = payment.merchantOrderId
    await shop.payload.db.drizzle.execute(
      sql`update payments set merchant_order_id = merchant_order_id || 'X' where merchant_order_id = ${known}`,
    )
    await inUse.buyer.pay(payment)
    expect(await send(known, 'normal')).toBe(200)
    const listed = await countRows(
      shop.payload,
      sql`reviews where merchant_order_id = ${known} and kind = 'orphan' and amount = 750000`,
    )
    expect(listed).toBe(1)
  })
})

describe('While the gateway’s status cannot be had', () => {
  const faults = [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 403 },
    { kind: 'rateLimit' },
    { kind: 'html' },
    { kind: 'empty' },
    { kind: 'drop' },
    { kind: 'truncate' },
    { kind: 'redirect' },
    { kind: 'businessError' },
    { kind: 'wrongOrder' },
  ] as const

  it.each(faults)(
    'nothing changes, the callback is kept and worked off later: %j',
    async (fault) => {
      const { shop } = inUse
      const { order, payment } = await inUse.buyer.checkout()
      shop.gateway.addFault({ endpoint: 'transactionStatus', times: 0, ...fault })
      await shop.gateway.pay({ merchantOrderId: payment.merchantOrderId, wait: true })
      await shop.idle()
      const invoice = shop.gateway.find({ merchantOrderId: payment.merchantOrderId })
      expect(invoice?.deliveries.map(({ status }) => status)).toEqual([200])
      expect((await inUse.buyer.look(order.token)).paymentState).toBe('unpaid')
      shop.gateway.clearFaults()
      await hurryJobs(shop)
      expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    },
  )
})
