import type { Payload } from 'payload'

import { seedCatalogue } from './catalogue'
import { type DemoAccount, seedCustomer, seedStaff } from './people'

export type { DemoAccount } from './people'

/** What the demo shop holds after the seed. */
export type DemoShop = {
  customer: DemoAccount
  pages: string[]
  products: string[]
  staff: DemoAccount[]
}

/**
 * Fills an empty shop with a demo: staff, one customer, seven products, six plain pages. What is
 * already there stays as it is, so that it may run again at any time.
 */
export const seedDemo = async ({ payload }: { payload: Payload }): Promise<DemoShop> => {
  const staff = await seedStaff(payload)
  const customer = await seedCustomer(payload)
  return { customer, staff, ...(await seedCatalogue(payload)) }
}
