import { describe, expect, it } from 'vitest'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })

describe('RATE_LIMIT_FACTOR 0', () => {
  it('switches the limits off, for load tests', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    const attempts = Array.from({ length: 60 }, () =>
      callShop(inUse.shop, '/api/shop/orders', { body: {}, headers }),
    )
    const statuses = (await Promise.all(attempts)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([422]))
  })
})
