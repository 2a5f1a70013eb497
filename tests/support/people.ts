import { randomBytes } from 'node:crypto'
import { slugsOf, type StaffRole } from '@/plugin/kernel/payload'
import type { OpenShop } from './openShop'
import { callShop } from './purchase'

/** A logged-in staff member: his headers and his id. */
export type LoggedIn = { headers: Record<string, string>; id: string }

/** Gives a staff member of this role an account and logs him in through the shop's own door. */
export const logInAs = async (shop: OpenShop, role: StaffRole): Promise<LoggedIn> => {
  const collection = slugsOf(shop.payload).staff
  const email = `${role}-${randomBytes(4).toString('hex')}@lunas.test`
  const password = randomBytes(12).toString('base64url')
  const { id } = await shop.payload.create({
    collection,
    data: { email, name: `Si ${role}`, password, role } as never,
    depth: 0,
    overrideAccess: true,
  })
  const answer = await callShop<{ token?: string }>(shop, `/api/${collection}/login`, {
    body: { email, password },
  })
  if (!answer.json.token) {
    throw new Error(`Nobody logged in as ${role}: ${JSON.stringify(answer.json)}`)
  }
  return { headers: { authorization: `JWT ${answer.json.token}` }, id: String(id) }
}

const logIn =
  (kind: 'customers' | 'staff') =>
  async (
    shop: OpenShop,
    account: { email: string; id: string; password: string },
  ): Promise<LoggedIn> => {
    const { email, id, password } = account
    const path = `/api/${slugsOf(shop.payload)[kind]}/login`
    const { json } = await callShop<{ token?: string }>(shop, path, { body: { email, password } })
    if (!json.token) {
      throw new Error(`Nobody logged in: ${JSON.stringify(json)}`)
    }
    return { headers: { authorization: `JWT ${json.token}` }, id }
  }

/** Logs a customer in through the shop's own door. */
export const logInCustomer = logIn('customers')

/** Logs a member of staff in who has an account already. */
export const logInStaff = logIn('staff')
