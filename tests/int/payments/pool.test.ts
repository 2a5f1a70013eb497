import { describe, expect, it } from 'vitest'
import type { Pool, PoolClient } from 'pg'
import { runInTransaction, sql } from '@/plugin/kernel/payload'
import { countEverything, countRows } from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { callShop, validOrder } from '../../support/purchase'
import { failStatement } from '../../support/statements'
import { useShop } from '../../support/useShop'

const SIZE = 4
const inUse = useShop({ DATABASE_POOL_MAX: String(SIZE) })

/** Takes every connection that the shop's web process may open; Payload keeps one for itself. */
const takeAll = async (): Promise<() => void> => {
  const { pool } = inUse.shop.payload.db as unknown as { pool: Pool }
  const taken: PoolClient[] = await Promise.all(
    Array.from({ length: SIZE - 1 }, () => pool.connect()),
  )
  return () => taken.forEach((client) => client.release())
}

describe('When every connection to Postgres is taken', () => {
  it('for long: callback and order are answered 5xx, nothing is half, then both work', async () => {
    const { payload } = inUse.shop
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    const shapes = drawCallback(inUse.shop, payment.merchantOrderId)
    const before = await countEverything(payload)
    const release = await takeAll()
    const [callbacks, placed, opened] = await Promise.all([
      Promise.all(Array.from({ length: 5 }, () => sendCallbacks(inUse.shop, shapes))),
      callShop(inUse.shop, '/api/shop/orders', { body: validOrder() }),
      callShop(inUse.shop, `/api/shop/orders/${order.token}/payments`, { body: {} }),
    ])
    release()
    expect(callbacks.flat()).toEqual(Array(5).fill(503))
    expect([placed.status, opened.status]).toEqual([500, 500])
    expect(await countEverything(payload)).toEqual(before)
    expect(await sendCallbacks(inUse.shop, shapes)).toEqual([200])
    await inUse.shop.idle()
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  }, 60_000)

  it('for a moment: a hundred callbacks wait their turn and all are kept', async () => {
    const { payload } = inUse.shop
    const purchases = await Promise.all(Array.from({ length: 20 }, () => inUse.buyer.checkout()))
    for (const { payment } of purchases) {
      await inUse.buyer.pay(payment, { sendCallback: false })
    }
    const before = await countRows(payload, sql`payment_events`)
    const release = await takeAll()
    const sent = purchases.flatMap(({ payment }) => {
      const shapes = drawCallback(inUse.shop, payment.merchantOrderId)
      return Array.from({ length: 5 }, () => sendCallbacks(inUse.shop, shapes))
    })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    release()
    expect((await Promise.all(sent)).flat()).toEqual(Array(100).fill(200))
    expect((await countRows(payload, sql`payment_events`)) - before).toBe(20)
    await inUse.shop.idle()
    for (const { order } of purchases) {
      expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    }
  })

  it.each(['begin', 'rollback'])(
    'none is missing after %s failed ten times as often as there are connections',
    async (step) => {
      const { payload } = inUse.shop
      const refuse = () =>
        runInTransaction(payload, (tx) => tx.rows(sql`select 1 / 0`)).then(
          () => 'done',
          () => 'refused',
        )
      for (let time = 0; time < SIZE * 10; time++) {
        const at = step === 'begin' ? 1 : 3
        const { isReached, result } = await failStatement({ at, sqlState: '57014' }, refuse)
        expect([isReached, result]).toEqual([true, { status: 'fulfilled', value: 'refused' }])
      }
      const together = Array.from({ length: SIZE * 3 }, () =>
        runInTransaction(payload, (tx) => tx.rows<{ one: number }>(sql`select 1 as one`)),
      )
      expect(await Promise.all(together)).toEqual(Array(SIZE * 3).fill([{ one: 1 }]))
    },
  )
})
