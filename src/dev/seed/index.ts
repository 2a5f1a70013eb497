import type { Payload } from 'payload'

import { seedAgreements } from './agreements'
import { seedCatalogue } from './catalogue'
import { seedHours } from './hours'
import { type DemoAccount, seedCustomer, seedStaff } from './people'
import { seedRelease } from './releases'
import type { ServerPlaces } from './demoServers'
import { seedServers } from './servers'

export type { DemoAccount } from './people'

/** What the demo shop holds after the seed. */
export type DemoShop = {
  customer: DemoAccount
  pages: string[]
  products: string[]
  staff: DemoAccount[]
}

/**
 * Fills an empty shop with a demo: staff, one customer, seven products with the files of one, the
 * plain pages, hours for sessions, wordings of agreements, servers of hosting. What is already there
 * stays as it is, so that it may run again at any time.
 */
export const seedDemo = async (args: {
  payload: Payload
  /** Where the demo's servers stand; those that people look after need no place. */
  places?: ServerPlaces
}): Promise<DemoShop> => {
  const { payload, places = {} } = args
  const staff = await seedStaff(payload)
  await seedHours(payload)
  await seedAgreements(payload)
  const customer = await seedCustomer(payload)
  const catalogue = await seedCatalogue(payload)
  await seedRelease(payload)
  await seedServers(payload, places)
  return { customer, staff, ...catalogue }
}
