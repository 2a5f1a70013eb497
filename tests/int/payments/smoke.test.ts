import { describe, expect, it } from 'vitest'
import { useShop } from '../../support/useShop'

const inUse = useShop()

describe('A purchase', () => {
  it('goes from the cart to Lunas', async () => {
    const { order } = await inUse.buyer.buy()
    expect(order.paymentState).toBe('paid')
  })
})
