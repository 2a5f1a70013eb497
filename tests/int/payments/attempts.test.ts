import { describe, expect, it } from 'vitest'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { countQuestions, readAttempts, readMessages, readReviews } from '../../support/books'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()

const openPath = (token: string) => `/api/shop/orders/${token}/payments`

const tryToOpen = (token: string, body: object = {}) =>
  callShop<{ payment: { merchantOrderId: string } }>(inUse.shop, openPath(token), { body })

const stateOf = async (token: string): Promise<string[]> =>
  (await readAttempts(inUse.shop.payload, token)).map(({ state }) => state)

describe('Opening a payment', () => {
  it('asks for what is owed and hands out the gateway’s page', async () => {
    const order = await inUse.buyer.place({ quantity: 2 })
    const payment = await inUse.buyer.open(order.token)
    expect(payment).toMatchObject({ amount: 1_500_000 })
    expect(payment.paymentUrl).toContain(inUse.shop.gatewayUrl)
    const invoice = inUse.shop.gateway.find({ merchantOrderId: payment.merchantOrderId })
    expect(invoice).toMatchObject({ amount: 1_500_000, reference: payment.reference })
  })

  it('twice returns the same attempt', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    expect(await inUse.buyer.open(order.token)).toEqual(payment)
  })

  it('twenty times at once makes one invoice and every call returns it', async () => {
    const order = await inUse.buyer.place()
    const before = countQuestions(inUse.shop, 'createInvoice')
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryToOpen(order.token)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(new Set(answers.map(({ json }) => json.payment.merchantOrderId)).size).toBe(1)
    expect(countQuestions(inUse.shop, 'createInvoice') - before).toBe(1)
  })

  it('is refused for an order that is paid or cancelled', async () => {
    const { order } = await inUse.buyer.buy()
    const { code, status } = await tryToOpen(order.token)
    expect([status, code]).toEqual([409, 'order.alreadyPaid'])
  })

  it('takes no amount and no price from the browser', async () => {
    const order = await inUse.buyer.place()
    for (const body of [
      { amount: 1 },
      { instalments: [] },
      { instalments: [0] },
      { renew: 'yes' },
    ]) {
      expect((await tryToOpen(order.token, body)).status).toBe(400)
    }
    expect((await tryToOpen(order.token, { instalments: [7] })).code).toBe('payment.nothingDue')
  })
})

describe('When the gateway is down', () => {
  const faults = [
    { kind: 'status', status: 500 },
    { kind: 'drop' },
    { kind: 'html', status: 502 },
    { kind: 'empty' },
  ] as const

  it.each(faults)('the order stands, the answer is 503, the next try works: %j', async (fault) => {
    const order = await inUse.buyer.place()
    inUse.shop.gateway.addFault({ endpoint: 'createInvoice', ...fault })
    const refused = await tryToOpen(order.token)
    expect([refused.status, refused.code]).toEqual([503, 'gateway.unavailable'])
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      paymentState: 'unpaid',
      state: 'open',
    })
    const payment = await inUse.buyer.open(order.token)
    await inUse.buyer.pay(payment)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })

  it('no second invoice is asked for while it will not even say what became of the first', async () => {
    const order = await inUse.buyer.place()
    inUse.shop.gateway.addFault({ endpoint: 'createInvoice', kind: 'drop', takesEffect: true })
    await tryToOpen(order.token)
    inUse.shop.gateway.addFault({ endpoint: 'transactionStatus', kind: 'status', times: 0 })
    const before = countQuestions(inUse.shop, 'createInvoice')
    expect((await tryToOpen(order.token)).code).toBe('gateway.unavailable')
    expect(countQuestions(inUse.shop, 'createInvoice')).toBe(before)
    expect(await stateOf(order.token)).toEqual(['created'])
  })

  it('an invoice whose answer was lost is still credited when somebody pays it', async () => {
    const order = await inUse.buyer.place()
    inUse.shop.gateway.addFault({ endpoint: 'createInvoice', kind: 'drop', takesEffect: true })
    expect((await tryToOpen(order.token)).status).toBe(503)
    const [lost] = await readAttempts(inUse.shop.payload, order.token)
    await inUse.buyer.pay({ merchantOrderId: lost?.merchantOrderId ?? '' })
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect((await tryToOpen(order.token)).code).toBe('order.alreadyPaid')
  })

  it('a refusal closes the attempt and says so at once', async () => {
    const order = await inUse.buyer.place()
    inUse.shop.gateway.addFault({ endpoint: 'createInvoice', kind: 'businessError' })
    const { code, status } = await tryToOpen(order.token)
    expect([status, code]).toEqual([409, 'gateway.rejected'])
    expect(await stateOf(order.token)).toEqual(['cancelled'])
    expect((await inUse.buyer.open(order.token)).amount).toBe(750_000)
  })

  it('a page on somebody else’s host is never handed out', async () => {
    const order = await inUse.buyer.place()
    inUse.shop.gateway.addFault({ endpoint: 'createInvoice', kind: 'wrongHost' })
    const answer = await tryToOpen(order.token)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(answer.json)).not.toContain('example.com')
  })
})

describe('A second attempt', () => {
  it('by “ganti metode” replaces the first; the first, paid late, is credited', async () => {
    const { order, payment: first } = await inUse.buyer.checkout()
    const second = await inUse.buyer.open(order.token, { renew: true })
    expect(second.merchantOrderId).not.toBe(first.merchantOrderId)
    expect(await stateOf(order.token)).toEqual(['cancelled', 'pending'])
    await inUse.buyer.pay(first)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect(await stateOf(order.token)).toEqual(['paid', 'pending'])
  })

  it('paid as well: the first pays, the second is kept as excess and told to the staff', async () => {
    const { payload } = inUse.shop
    const { order, payment: first } = await inUse.buyer.checkout()
    const second = await inUse.buyer.open(order.token, { renew: true })
    await Promise.all([inUse.buyer.pay(first), inUse.buyer.pay(second)])
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect(await stateOf(order.token)).toEqual(['paid', 'paid'])
    const reviews = await readReviews(payload, order.token)
    expect(reviews).toMatchObject([{ amount: 750_000, kind: 'double', state: 'open' }])
    const messages = await readMessages(payload, order.token)
    expect(messages.filter((text) => text === 'payment.received → customer')).toHaveLength(1)
    expect(messages).toContain('payment.needsReview → staff')
  })

  it('is a new one when the old has lapsed', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await queryRows(
      inUse.shop.payload,
      sql`update payments set expires_at = now() - interval '1 minute' where merchant_order_id = ${payment.merchantOrderId}`,
    )
    const next = await inUse.buyer.open(order.token)
    expect(next.merchantOrderId).not.toBe(payment.merchantOrderId)
  })

  it('is not opened when the lapsed one turns out to be paid', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    await queryRows(
      inUse.shop.payload,
      sql`update payments set expires_at = now() - interval '1 minute' where merchant_order_id = ${payment.merchantOrderId}`,
    )
    expect((await tryToOpen(order.token)).code).toBe('order.alreadyPaid')
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })
})
