import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/plugin/kernel/time'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '2' })

describe('The setting RATE_LIMIT_FACTOR', () => {
  beforeEach(() => clock.freeze(new Date()))
  afterEach(() => clock.release())

  it('multiplies every limit: with 2, forty orders pass and the next is refused', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    const attempts = Array.from({ length: 41 }, () =>
      callShop(inUse.shop, '/api/shop/orders', { body: {}, headers }),
    )
    const statuses = (await Promise.all(attempts)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(40)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  })

  it('leaves the gateway’s own limit alone: still one question in ten seconds', async () => {
    const { order } = await inUse.buyer.checkout()
    const path = `/api/shop/orders/${order.token}/check`
    const first = await callShop(inUse.shop, path, { body: {} })
    const second = await callShop(inUse.shop, path, { body: {} })
    expect([first.status, second.status]).toEqual([200, 429])
  })
})
