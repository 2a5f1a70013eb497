import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openShop, type OpenShop } from './openShop'
import { makeBuyer, type Buyer } from './purchase'

/** The shop of one test file and its buyer; filled in before the first test. */
export type ShopInUse = { buyer: Buyer; shop: OpenShop }

/**
 * Opens a shop for the tests of this file. After every test, whatever it did, the gateway is whole
 * again, the money jobs have run out and every invariant holds.
 */
export const useShop = (settings: Readonly<Record<string, string>> = {}): ShopInUse => {
  const inUse = {} as ShopInUse
  beforeAll(async () => {
    const shop = await openShop({ databaseUrl: process.env.DATABASE_URL ?? '', settings })
    await shop.startWorker()
    Object.assign(inUse, { buyer: makeBuyer(shop), shop })
  })
  afterEach(async () => {
    inUse.shop.gateway.clearFaults()
    await inUse.shop.startWorker()
    await inUse.shop.idle()
    expect(await inUse.shop.breaches()).toEqual([])
  })
  afterAll(() => inUse.shop.close())
  return inUse
}
