import { beforeEach, describe, expect, it } from 'vitest'
import type { PublicOrder } from '@/plugin/orders'
import { checkPayment, openPayment, placeOrder } from '@/plugin/orders'
import { expireTask, settleAttempt, sweepTask } from '@/plugin/payments'
import type { TaskContext } from '@/plugin/kernel/queue'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { validOrder } from '../../support/purchase'
import { recordStatements } from '../../support/statements'
import { useShop } from '../../support/useShop'

const inUse = useShop()

/** Only what the action itself asks of Postgres is counted. */
beforeEach(() => inUse.shop.stopWorker())

const BUDGETS = {
  'checking a payment that came in': 14,
  'checking a payment that is open': 6,
  'expiring an attempt': 12,
  'opening a payment': 6,
  'opening a payment that is open already': 4,
  'placing an order of one line': 2,
  'placing an order of twenty lines': 2,
  // One keeps it, one wakes a worker afterwards, however many come at once.
  'receiving a callback': 2,
  'receiving the same callback again': 1,
  'settling a payment': 10,
  'settling a payment that is settled': 2,
} as const

const expectWithin = async (
  what: keyof typeof BUDGETS,
  work: () => Promise<unknown>,
): Promise<void> => {
  const statements = await recordStatements(work)
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(BUDGETS[what])
}

const contextOf = (ms: number): TaskContext => ({
  attempt: 1,
  jobId: '0',
  maxAttempts: 1,
  now: new Date(Date.now() + ms),
  payload: inUse.shop.payload,
  signal: new AbortController().signal,
})

const place = (lines = 1): Promise<PublicOrder> =>
  placeOrder({
    input: validOrder({
      items: Array.from({ length: lines }, () => ({ product: 'konsultasi', quantity: 1 })),
    }),
    locale: 'id',
    now: new Date(),
    payload: inUse.shop.payload,
  })

const open = (token: string) => {
  const { payload } = inUse.shop
  return openPayment({ now: new Date(), payload, token })
}

const payAtGateway = (merchantOrderId: string) =>
  inUse.shop.gateway.pay({ merchantOrderId, sendCallback: false, wait: true })

describe('The statement budget', () => {
  it('of an order does not grow with its lines', async () => {
    await expectWithin('placing an order of one line', () => place())
    await expectWithin('placing an order of twenty lines', () => place(20))
  })

  it('of opening a payment', async () => {
    const { token } = await place()
    await expectWithin('opening a payment', () => open(token))
    await expectWithin('opening a payment that is open already', () => open(token))
  })

  it('of a callback: one keeps it, one wakes a worker; the second time one', async () => {
    const { payment } = await inUse.buyer.checkout()
    await payAtGateway(payment.merchantOrderId)
    const shapes = drawCallback(inUse.shop, payment.merchantOrderId)
    await expectWithin('receiving a callback', () => sendCallbacks(inUse.shop, shapes))
    await expectWithin('receiving the same callback again', () => sendCallbacks(inUse.shop, shapes))
  })

  it('of a settlement', async () => {
    const { payment } = await inUse.buyer.checkout()
    const { merchantOrderId } = payment
    await payAtGateway(merchantOrderId)
    const settle = () => settleAttempt({ merchantOrderId, payload: inUse.shop.payload })
    await expectWithin('settling a payment', settle)
    await expectWithin('settling a payment that is settled', settle)
  })

  it('of a check', async () => {
    const { payload } = inUse.shop
    const { order } = await inUse.buyer.checkout()
    await expectWithin('checking a payment that is open', () =>
      checkPayment({ payload, token: order.token }),
    )
    const paid = await inUse.buyer.checkout()
    await payAtGateway(paid.payment.merchantOrderId)
    await expectWithin('checking a payment that came in', () =>
      checkPayment({ payload, token: paid.order.token }),
    )
  })

  it('of an expiry', async () => {
    const { payment } = await inUse.buyer.checkout()
    const { merchantOrderId } = payment
    await expectWithin('expiring an attempt', () =>
      expireTask.run({ merchantOrderId }, contextOf(25 * 60 * 60_000)),
    )
  })

  it('of a sweep is one, and three for each attempt it asks about', async () => {
    await Promise.all(Array.from({ length: 10 }, () => inUse.buyer.checkout()))
    const statements = await recordStatements(() => sweepTask.run({}, contextOf(40 * 60_000)))
    const asked = statements.filter((text) => text.includes('set checked_at')).length
    expect(asked).toBeGreaterThanOrEqual(10)
    expect(statements.length).toBeLessThanOrEqual(1 + 3 * asked)
  })
})
