import type { Payload } from 'payload'

import { createProduct } from '../../factories/product'
import { slugsOf } from '@/plugin/kernel/payload'
import { openPayment, placeOrder } from '@/plugin/orders'

import type { MadeAccount } from '../../factories/customer'
import type { Random } from '../../support/load/random'
import type { Database } from '../../support/stand/database'

import { type Caller, gatherCallers, type Knock } from '../../support/access/callers'
import { stockCatalogue } from '../../support/access/stock'

/** Two customers with an order each, and all that may never be seen of the other. */
export type Neighbours = {
  accounts: Record<Exclude<Caller, 'guest'>, MadeAccount>
  knock: Knock
  /** Ids, names, numbers and addresses that belong to one customer alone. */
  secrets: Record<'customer A' | 'customer B', string[]>
}

type Person = Record<'email' | 'name' | 'notes' | 'phone', string>

const invent = (random: Random): Person => ({
  name: `Kenari ${random.text(9)}`,
  email: `kenari-${random.text(9)}@rahasia.test`,
  notes: `Catatan ${random.text(12)}`,
  phone: `+62812${String(10_000_000 + random.below(89_999_999))}`,
})

const buy = async (args: {
  customerId: string
  payload: Payload
  person: Person
}): Promise<string> => {
  const { customerId, payload, person } = args
  const { slug } = await createProduct({ payload })
  const now = new Date()
  const { token } = await placeOrder({
    customerId,
    input: { acceptedTerms: true, customer: person, items: [{ product: slug, quantity: 1 }] },
    locale: 'id',
    now,
    payload,
  })
  // No gateway answers here: the attempt stays as one whose fate is unknown.
  await openPayment({ now, payload, token }).catch(() => undefined)
  return token
}

/** Everything in the database that hangs on an order or on its customer. */
const readSecrets = async (database: Database, token: string): Promise<string[]> => {
  const rows = await database.rows<{ secret: string }>(
    `with o as (select * from orders where token = $1)
      select unnest(array[id::text, token, number, customer_id::text]) as secret from o
      union select i.id::text from order_items i join o on o.id = i.order_id
      union select i.id::text from instalments i join o on o.id = i.order_id
      union select unnest(array[p.id::text, p.merchant_order_id]) from payments p join o on o.id = p.order_id
      union select l.id::text from ledger_entries l join o on o.id = l.order_id
      union select n.id::text from notifications n join o on o.id::text = n.subject_id
      union select t.id::text from transitions t join o on o.id::text = t.subject`,
    [token],
  )
  return rows.map(({ secret }) => secret)
}

/** Moves two customers in, next door to each other. */
export const moveIn = async (args: {
  database: Database
  payload: Payload
  random: Random
}): Promise<Neighbours> => {
  const { database, payload, random } = args
  const people = { 'customer A': invent(random), 'customer B': invent(random) }
  const { accounts, knock } = await gatherCallers(payload, people)
  await stockCatalogue(payload)
  const secretsOf = async (who: 'customer A' | 'customer B'): Promise<string[]> => {
    const customerId = accounts[who].id
    const token = await buy({ customerId, payload, person: people[who] })
    return [...(await readSecrets(database, token)), ...Object.values(people[who])]
  }
  const secrets = {
    'customer A': await secretsOf('customer A'),
    'customer B': await secretsOf('customer B'),
  }
  return { accounts, knock, secrets }
}

/** Collections that hold rows of customers. */
export const ownedSlugs = (payload: Payload): string[] => {
  const { customers, instalments, orderItems, orders } = slugsOf(payload)
  return [customers, instalments, orderItems, orders]
}
