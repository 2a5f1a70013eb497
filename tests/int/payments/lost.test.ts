import { afterEach, describe, expect, it } from 'vitest'
import type { TaskContext } from '@/plugin/kernel/queue'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { expireTask, sweepTask } from '@/plugin/payments'
import { countQuestions, readAttempts, readMessages } from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const later = (ms: number): TaskContext => ({
  attempt: 1,
  jobId: '0',
  maxAttempts: 1,
  now: new Date(Date.now() + ms),
  payload: inUse.shop.payload,
  signal: new AbortController().signal,
})

const expireLater = (merchantOrderId: string, ms = DAY + 3 * MINUTE): Promise<void> =>
  expireTask.run({ merchantOrderId }, later(ms))

const sweepLater = (ms = 20 * MINUTE): Promise<void> => sweepTask.run({}, later(ms))

/** What earlier tests left open has just been asked about. */
const settleOthers = () =>
  queryRows(inUse.shop.payload, sql`update payments set checked_at = now() + interval '1 year'`)

afterEach(settleOthers)

describe('A callback that never comes', () => {
  it('is made up for by the return page, with one question', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    const before = countQuestions(inUse.shop, 'transactionStatus')
    const path = `/api/shop/orders/${order.token}/check`
    const { json } = await callShop(inUse.shop, path, { body: {} })
    expect(json).toMatchObject({ order: { payment: { state: 'paid' }, paymentState: 'paid' } })
    expect(countQuestions(inUse.shop, 'transactionStatus') - before).toBe(1)
  })

  it('is made up for by the expiry check', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    await expireLater(payment.merchantOrderId)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    expect(await readMessages(inUse.shop.payload, order.token)).not.toContain(
      'payment.expired → customer',
    )
  })

  it('is made up for by the daily sweep, also for an attempt that was replaced', async () => {
    const { order, payment: first } = await inUse.buyer.checkout()
    await inUse.buyer.open(order.token, { renew: true })
    await inUse.buyer.pay(first, { sendCallback: false })
    await sweepLater()
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })

  it('does not make the sweep ask more than its budget, and the longest unasked come first', async () => {
    await settleOthers()
    const purchases = await Promise.all(Array.from({ length: 60 }, () => inUse.buyer.checkout()))
    for (const { payment } of purchases) {
      await inUse.buyer.pay(payment, { sendCallback: false })
    }
    const before = countQuestions(inUse.shop, 'transactionStatus')
    await sweepLater()
    const asked = countQuestions(inUse.shop, 'transactionStatus') - before
    expect(asked).toBe(50)
    await sweepLater(21 * MINUTE)
    for (const { order } of purchases) {
      expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    }
  })

  it('leaves fresh attempts alone: nothing is asked in the first ten minutes', async () => {
    await settleOthers()
    const { payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    const before = countQuestions(inUse.shop, 'transactionStatus')
    await sweepLater(9 * MINUTE)
    expect(countQuestions(inUse.shop, 'transactionStatus')).toBe(before)
  })
})

describe('An invoice that lapses', () => {
  it('expires the attempt and tells the buyer once', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await expireLater(payment.merchantOrderId)
    await expireLater(payment.merchantOrderId)
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      nextAction: 'retry',
      payment: { failureReason: 'expired', state: 'expired' },
      state: 'open',
    })
    const messages = await readMessages(inUse.shop.payload, order.token)
    expect(messages.filter((text) => text.startsWith('payment.expired'))).toHaveLength(1)
  })

  it('has an appointment two minutes after its end, made with the attempt', async () => {
    const { payment } = await inUse.buyer.checkout()
    const [job] = await queryRows<{ late: number }>(
      inUse.shop.payload,
      sql`select extract(epoch from j.run_at - p.expires_at)::int as late
        from payments p join graphile_worker._private_jobs j on j.key = 'expire:' || p.merchant_order_id
        where p.merchant_order_id = ${payment.merchantOrderId}`,
    )
    expect(job?.late).toBe(120)
  })

  it('is not believed before its time', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await expireLater(payment.merchantOrderId, DAY - MINUTE)
    expect((await inUse.buyer.look(order.token)).payment?.state).toBe('pending')
  })

  it('stays open while the gateway is silent; the job tries again', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    inUse.shop.gateway.addFault({ endpoint: 'transactionStatus', kind: 'status', times: 0 })
    await expect(expireLater(payment.merchantOrderId)).rejects.toThrow('did not answer')
    expect((await inUse.buyer.look(order.token)).payment?.state).toBe('pending')
  })

  it('in the very moment of its callback ends paid, twenty times over', async () => {
    const { shop } = inUse
    const purchases = await Promise.all(Array.from({ length: 20 }, () => inUse.buyer.checkout()))
    await Promise.all(
      purchases.map(async ({ payment }) => {
        const { merchantOrderId } = payment
        const timer = expireLater(merchantOrderId)
        await shop.gateway.pay({ merchantOrderId, sendCallback: false })
        const callback = sendCallbacks(shop, drawCallback(shop, merchantOrderId))
        await Promise.all([timer, callback])
      }),
    )
    await shop.idle()
    for (const { order } of purchases) {
      expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
      expect((await readAttempts(shop.payload, order.token))[0]?.state).toBe('paid')
    }
  })
})
