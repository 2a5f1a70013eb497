import { randomBytes } from 'node:crypto'

import type { CollectionSlug, Payload } from 'payload'

import { slugsOf, type StaffRole } from '../../plugin/kernel/payload'

/** One demo account. The password is known only to whoever created it. */
export type DemoAccount = {
  email: string
  name: string
  /** Given once, when the account was created; absent when it was there already. */
  password?: string
  role: 'customer' | StaffRole
}

const STAFF: { email: string; name: string; role: StaffRole }[] = [
  { name: 'Putri Pemilik', email: 'pemilik@lunas.test', role: 'owner' },
  { name: 'Adi Admin', email: 'admin@lunas.test', role: 'admin' },
  { name: 'Eka Editor', email: 'editor@lunas.test', role: 'editor' },
]

const CUSTOMER = {
  name: 'Sari Wulandari',
  email: 'pelanggan@lunas.test',
  locale: 'id',
  notes: 'Paling mudah dihubungi lewat WhatsApp setelah pukul 16.00.',
  phone: '0812-3456-7890',
}

const newPassword = (): string => randomBytes(12).toString('base64url')

/** Creates the account unless the address is taken; answers with the password if it was created. */
const ensureAccount = async (args: {
  account: { email: string } & Record<string, unknown>
  collection: CollectionSlug
  payload: Payload
}): Promise<string | undefined> => {
  const { account, collection, payload } = args
  const { totalDocs } = await payload.count({
    collection,
    overrideAccess: true,
    where: { email: { equals: account.email } },
  })
  if (totalDocs > 0) {
    return undefined
  }
  const password = newPassword()
  const data = { ...account, password }
  await payload.create({ collection, data: data as never, depth: 0, overrideAccess: true })
  return password
}

const withPassword = (account: DemoAccount, password: string | undefined): DemoAccount =>
  password === undefined ? account : { ...account, password }

/** One owner, one admin, one editor. */
export const seedStaff = async (payload: Payload): Promise<DemoAccount[]> => {
  const accounts: DemoAccount[] = []
  for (const account of STAFF) {
    const collection = slugsOf(payload).staff
    const password = await ensureAccount({ account, collection, payload })
    accounts.push(withPassword(account, password))
  }
  return accounts
}

/** One customer. */
export const seedCustomer = async (payload: Payload): Promise<DemoAccount> => {
  const collection = slugsOf(payload).customers
  const password = await ensureAccount({ account: CUSTOMER, collection, payload })
  const { name, email } = CUSTOMER
  return withPassword({ name, email, role: 'customer' }, password)
}
