import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublicOrder } from '@/plugin/orders'
import { runInTransaction, sql } from '@/plugin/kernel/payload'
import { expireTask, settleAttempt } from '@/plugin/payments'
import { countRows, readMessages } from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { callShop, validOrder } from '../../support/purchase'
import { failStatement, recordStatements, releaseStatements } from '../../support/statements'
import { useShop } from '../../support/useShop'

const inUse = useShop()

/** Postgres gave up on a slow statement; could not serialise; broke a deadlock. */
const FAULTS = ['57014', '40001', '40P01'] as const
const RETRIED = new Set<string>(['40001', '40P01'])

/** Only the statements of the action under test may be counted and failed. */
beforeEach(() => inUse.shop.stopWorker())
afterEach(releaseStatements)

const paidAtGateway = async () => {
  const { order, payment } = await inUse.buyer.checkout()
  await inUse.shop.gateway.pay({
    merchantOrderId: payment.merchantOrderId,
    sendCallback: false,
    wait: true,
  })
  return { merchantOrderId: payment.merchantOrderId, token: order.token }
}

const settle = (merchantOrderId: string) =>
  settleAttempt({ merchantOrderId, payload: inUse.shop.payload })

const isPaid = async (token: string): Promise<boolean> =>
  (await inUse.buyer.look(token)).paymentState === 'paid'

describe.each(FAULTS)('When Postgres answers %s', { timeout: 180_000 }, (sqlState) => {
  it('to any one statement of a settlement: all or nothing, and the next try pays', async () => {
    const first = await paidAtGateway()
    const statements = await recordStatements(() => settle(first.merchantOrderId))
    const begin = statements.findIndex((text) => /^begin/i.test(text)) + 1
    expect(statements.length).toBeGreaterThan(6)
    for (let at = 1; at <= statements.length; at++) {
      const { merchantOrderId, token } = await paidAtGateway()
      const { isReached, result } = await failStatement({ at, sqlState }, () =>
        settle(merchantOrderId),
      )
      expect(isReached).toBe(true)
      const isRetried = RETRIED.has(sqlState) && at >= begin
      expect([at, result.status]).toEqual([at, isRetried ? 'fulfilled' : 'rejected'])
      expect([at, await isPaid(token)]).toEqual([at, isRetried])
      expect(await inUse.shop.breaches()).toEqual([])
      await settle(merchantOrderId)
      expect([at, await isPaid(token)]).toEqual([at, true])
    }
  })

  it('to a callback: it is tried again or answered 503, kept whole or not at all', async () => {
    const { merchantOrderId, token } = await paidAtGateway()
    const shapes = drawCallback(inUse.shop, merchantOrderId)
    const kept = () =>
      countRows(
        inUse.shop.payload,
        sql`payment_events where merchant_order_id = ${merchantOrderId}`,
      )
    const { isReached, result } = await failStatement({ at: 1, sqlState }, () =>
      sendCallbacks(inUse.shop, shapes),
    )
    const isRetried = RETRIED.has(sqlState)
    expect(isReached).toBe(true)
    expect(result).toMatchObject({ value: [isRetried ? 200 : 503] })
    expect(await kept()).toBe(isRetried ? 1 : 0)
    expect(await sendCallbacks(inUse.shop, shapes)).toEqual([200])
    expect(await kept()).toBe(1)
    await inUse.shop.startWorker()
    await inUse.shop.idle()
    expect(await isPaid(token)).toBe(true)
  })

  it('to any one statement of an order: 5xx, and the same key orders once', async () => {
    const place = (key: string) =>
      callShop<{ order: PublicOrder }>(inUse.shop, '/api/shop/orders', {
        body: validOrder(),
        headers: { 'idempotency-key': key },
      })
    const statements = await recordStatements(() => place(randomUUID()))
    for (let at = 1; at <= statements.length; at++) {
      const key = randomUUID()
      const before = await countRows(inUse.shop.payload, sql`orders`)
      const { isReached, result } = await failStatement({ at, sqlState }, () => place(key))
      expect(isReached).toBe(true)
      const status = result.status === 'fulfilled' ? result.value.status : 0
      expect([201, 500, 503]).toContain(status)
      expect(await inUse.shop.breaches()).toEqual([])
      expect((await place(key)).status).toBe(201)
      expect((await countRows(inUse.shop.payload, sql`orders`)) - before).toBe(1)
    }
  })

  it('to any one statement that opens a payment: 5xx, and the next try can be paid', async () => {
    const open = (token: string) =>
      callShop(inUse.shop, `/api/shop/orders/${token}/payments`, { body: {} })
    const trial = await inUse.buyer.place()
    const statements = await recordStatements(() => open(trial.token))
    const orders: PublicOrder[] = []
    for (let at = 1; at <= statements.length; at++) {
      const order = await inUse.buyer.place()
      const { isReached, result } = await failStatement({ at, sqlState }, () => open(order.token))
      expect(isReached).toBe(true)
      expect([200, 500, 503]).toContain(result.status === 'fulfilled' ? result.value.status : 0)
      orders.push(order)
    }
    expect(await inUse.shop.breaches()).toEqual([])
    await inUse.shop.startWorker()
    // All at once: where the answer of the gateway was lost, the shop waits before it asks again.
    const bought = orders.map(async ({ token }) => {
      await inUse.buyer.pay(await inUse.buyer.open(token))
      return isPaid(token)
    })
    expect(await Promise.all(bought)).toEqual(orders.map(() => true))
  })

  it('to any one statement of an expiry: nothing is told twice, the next try expires', async () => {
    const expire = (merchantOrderId: string) =>
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
    const trial = await inUse.buyer.checkout()
    const statements = await recordStatements(() => expire(trial.payment.merchantOrderId))
    for (let at = 1; at <= statements.length; at++) {
      const { order, payment } = await inUse.buyer.checkout()
      const fault = { at, sqlState }
      const { isReached } = await failStatement(fault, () => expire(payment.merchantOrderId))
      expect(isReached).toBe(true)
      expect(await inUse.shop.breaches()).toEqual([])
      await expire(payment.merchantOrderId)
      expect((await inUse.buyer.look(order.token)).payment?.state).toBe('expired')
      const messages = await readMessages(inUse.shop.payload, order.token)
      expect(messages.filter((text) => text.startsWith('payment.expired'))).toHaveLength(1)
    }
  })
})

describe('Real quarrels in Postgres', () => {
  it('two transactions that lock two orders crosswise both end well', async () => {
    const { payload } = inUse.shop
    const [one, two] = [await inUse.buyer.place(), await inUse.buyer.place()]
    let tries = 0
    const lockBoth = (first: string, second: string) =>
      runInTransaction(payload, async (tx) => {
        tries += 1
        await tx.rows(sql`update orders set notes = 'a' where token = ${first}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
        await tx.rows(sql`update orders set notes = 'b' where token = ${second}`)
      })
    await Promise.all([lockBoth(one.token, two.token), lockBoth(two.token, one.token)])
    expect(tries).toBeGreaterThan(2)
  })

  it('ten serialisable transactions on one row: every one counts', async () => {
    const { payload } = inUse.shop
    await payload.db.drizzle.execute(sql`insert into rate_limits values ('quarrel', 1, 0)`)
    const addOne = async (): Promise<boolean> => {
      try {
        await runInTransaction(payload, async (tx) => {
          await tx.rows(sql`set transaction isolation level serializable`)
          const [row] = await tx.rows<{ hits: number }>(
            sql`select hits from rate_limits where bucket = 'quarrel'`,
          )
          await tx.rows(
            sql`update rate_limits set hits = ${(row?.hits ?? 0) + 1} where bucket = 'quarrel'`,
          )
        })
        return true
      } catch {
        return false
      }
    }
    const done = await Promise.all(Array.from({ length: 10 }, addOne))
    const { rows } = await payload.db.drizzle.execute(
      sql`select hits from rate_limits where bucket = 'quarrel'`,
    )
    expect(rows).toEqual([{ hits: done.filter(Boolean).length }])
    expect(done.filter(Boolean).length).toBeGreaterThan(0)
  })

  it('a statement that outlives its time fails alone, and its transaction with it', async () => {
    const { payload } = inUse.shop
    const work = runInTransaction(payload, async (tx) => {
      await tx.rows(sql`insert into rate_limits values ('too slow', 1, 1)`)
      await tx.rows(sql`set local statement_timeout = '50ms'`)
      await tx.rows(sql`select pg_sleep(5)`)
    })
    await expect(work).rejects.toMatchObject({ cause: { code: '57014' } })
    expect(await countRows(payload, sql`rate_limits where bucket = 'too slow'`)).toBe(0)
  })
})
