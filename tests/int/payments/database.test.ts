import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { queryRows, runInTransaction, sql } from '@/plugin/kernel/payload'
import { settleAttempt } from '@/plugin/payments'
import { countRows } from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()

const failWith = (code: string) =>
  sql.raw(`do $$ begin raise exception 'on purpose' using errcode = '${code}'; end $$`)

/** Locks one order's row as a slow neighbour would. */
const lockRow = async (token: string): Promise<() => Promise<void>> => {
  const neighbour = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await neighbour.connect()
  await neighbour.query('begin')
  await neighbour.query('select 1 from orders where token = $1 for update', [token])
  return async () => {
    await neighbour.query('rollback')
    await neighbour.end()
  }
}

let unlock: (() => Promise<void>) | undefined
const realQuery = pg.Client.prototype.query

afterEach(async () => {
  pg.Client.prototype.query = realQuery
  await unlock?.()
  unlock = undefined
})

describe('A transaction', () => {
  it.each(['40001', '40P01'])('that meets %s is tried again, as a whole', async (code) => {
    let tries = 0
    const result = await runInTransaction(inUse.shop.payload, async (tx) => {
      tries += 1
      if (tries < 3) {
        await tx.rows(failWith(code))
      }
      return tries
    })
    expect([result, tries]).toEqual([3, 3])
  })

  it('gives up after four tries and leaves nothing behind', async () => {
    const before = await countRows(inUse.shop.payload, sql`rate_limits`)
    let tries = 0
    const work = runInTransaction(inUse.shop.payload, async (tx) => {
      tries += 1
      await tx.rows(sql`insert into rate_limits values ('trial', 1, 1)`)
      await tx.rows(failWith('40001'))
    })
    await expect(work).rejects.toThrow()
    expect(tries).toBe(4)
    expect(await countRows(inUse.shop.payload, sql`rate_limits`)).toBe(before)
  })

  it('is not repeated for a fault of its own', async () => {
    let tries = 0
    const work = runInTransaction(inUse.shop.payload, async (tx) => {
      tries += 1
      await tx.rows(failWith('23514'))
    })
    await expect(work).rejects.toThrow()
    expect(tries).toBe(1)
  })

  it('throws when a failed statement was swallowed: a commit that was none is never reported', async () => {
    const work = runInTransaction(inUse.shop.payload, async (tx) => {
      await tx.rows(failWith('23514')).catch(() => undefined)
    })
    await expect(work).rejects.toThrow()
  })
})

describe('A row that somebody else holds', () => {
  const open = (token: string) =>
    callShop(inUse.shop, `/api/shop/orders/${token}/payments`, { body: {} })

  it('is waited for by thirty callers, three times the pool, and all are served', async () => {
    const order = await inUse.buyer.place()
    unlock = await lockRow(order.token)
    const callers = Array.from({ length: 30 }, () => open(order.token))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await unlock()
    unlock = undefined
    const statuses = (await Promise.all(callers)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200]))
  })

  it('for too long ends in 5xx, half done is nothing, and the next try works', async () => {
    const order = await inUse.buyer.place()
    unlock = await lockRow(order.token)
    const { code, status } = await open(order.token)
    expect(status).toBeGreaterThanOrEqual(500)
    expect(code).toBe('internal')
    expect(
      await countRows(
        inUse.shop.payload,
        sql`payments p join orders o on o.id = p.order_id
      where o.token = ${order.token}`,
      ),
    ).toBe(0)
    await unlock()
    unlock = undefined
    expect((await open(order.token)).status).toBe(200)
  }, 30_000)
})

describe('A callback that the database cannot take', () => {
  it('is answered 503, so that the gateway sends it again, and then kept', async () => {
    const { shop } = inUse
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    await queryRows(shop.payload, sql`alter table payment_events rename to payment_events_away`)
    const shapes = drawCallback(shop, payment.merchantOrderId)
    const refused = await sendCallbacks(shop, shapes)
    await queryRows(shop.payload, sql`alter table payment_events_away rename to payment_events`)
    expect(refused).toEqual([503])
    expect(await sendCallbacks(shop, shapes)).toEqual([200])
    await shop.idle()
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })
})

describe('The statement budget', () => {
  it('of a whole purchase is forty: order, payment, callback, settlement', async () => {
    const { shop } = inUse
    await shop.stopWorker()
    const statements: string[] = []
    const spy = function (this: pg.Client, ...given: unknown[]): unknown {
      const [first] = given
      const text = typeof first === 'string' ? first : (first as { text?: string }).text
      statements.push(text ?? '?')
      return Reflect.apply(realQuery, this, given)
    }
    pg.Client.prototype.query = spy as typeof realQuery
    const { order, payment } = await inUse.buyer.checkout()
    await shop.gateway.pay({ merchantOrderId: payment.merchantOrderId, wait: true })
    await settleAttempt({ merchantOrderId: payment.merchantOrderId, payload: shop.payload })
    pg.Client.prototype.query = realQuery
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    console.log(`A purchase takes ${statements.length} statements`)
    expect(statements.length).toBeGreaterThan(10)
    expect(statements.length).toBeLessThanOrEqual(40)
  })
})
