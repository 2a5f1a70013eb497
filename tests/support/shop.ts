import { getPayload, type Payload } from 'payload'

/** The shop in this process, on the database of this test file. */
export type TestShop = { payload: Payload }

/** Boots the shop once per test file; its database is a fresh copy of the migrated template. */
export const bootShop = async (): Promise<TestShop> => {
  const { default: config } = await import('@payload-config')
  return { payload: await getPayload({ config }) }
}
