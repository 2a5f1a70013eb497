import type { CollectionSlug, Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { slugsOf } from '@/plugin/kernel/payload'

import type { MadeAccount } from '../../factories/customer'

import { createStaff } from '../../factories/staff'
import { bootShop } from '../../support/shop'
import { type Caller, gatherCallers, type Knock } from '../../support/access/callers'
import { findIds, stockCatalogue, stockOrders } from '../../support/access/stock'

let payload: Payload
let knock: Knock
let accounts: Record<Exclude<Caller, 'guest'>, MadeAccount>

beforeAll(async () => {
  payload = (await bootShop()).payload
  const callers = await gatherCallers(payload)
  knock = callers.knock
  accounts = callers.accounts
  await stockCatalogue(payload)
  await stockOrders(payload, [accounts['customer A'].id, accounts['customer B'].id])
}, 120_000)

const readableBy = async (as: Caller, slug: CollectionSlug): Promise<string[]> => {
  const readable: string[] = []
  for (const id of await findIds(payload, slug)) {
    const { status } = await knock({ as, path: `/${slug}/${id}` })
    if (status === 200) {
      readable.push(id)
    }
  }
  return readable
}

/** What each of the two has of it: an order paid at once, and a contract with a schedule drawn twice. */
const PRIVATE = {
  chances: 1,
  contracts: 1,
  customers: 1,
  instalments: 25,
  orderItems: 2,
  orders: 2,
  overdueCases: 1,
} as const

describe('customers and each other', () => {
  it.each(Object.keys(PRIVATE) as (keyof typeof PRIVATE)[])(
    'never share a row of %s',
    async (key) => {
      const slug = slugsOf(payload)[key]
      const ofA = await readableBy('customer A', slug)
      const ofB = await readableBy('customer B', slug)
      expect(ofA.filter((id) => ofB.includes(id))).toEqual([])
      expect([ofA.length, ofB.length]).toEqual([PRIVATE[key], PRIVATE[key]])
    },
  )

  it('cannot reach each other by a condition, a sort or a join', async () => {
    const { orders } = slugsOf(payload)
    const other = accounts['customer B'].id
    for (const query of [
      `where[customer][equals]=${other}`,
      `where[or][0][customer][equals]=${other}&where[or][1][id][exists]=true`,
      'sort=-customer&limit=0&depth=2&pagination=false',
      `where[customer.email][equals]=${encodeURIComponent(accounts['customer B'].email)}`,
    ]) {
      const { body, status } = await knock({ as: 'customer A', path: `/${orders}?${query}` })
      const docs = (body.docs ?? []) as { customer?: unknown }[]
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(docs)).not.toContain(other)
    }
  })

  it('cannot raise themselves: a customer has no role, no lock and no other address', async () => {
    const { customers } = slugsOf(payload)
    const { id, email } = accounts['customer A']
    const body = { email: 'lain@lunas.test', lockUntil: null, loginAttempts: 0, role: 'owner' }
    await knock({ as: 'customer A', body, method: 'PATCH', path: `/${customers}/${id}` })
    const doc: unknown = await payload.findByID({ id, collection: customers, overrideAccess: true })
    expect(doc).toMatchObject({ email })
    expect(doc).not.toHaveProperty('role')
  })
})

describe('the first account', () => {
  it.each(['customers', 'staff'] as const)('of %s cannot be claimed', async (key) => {
    const body = { name: 'X', email: 'x@lunas.test', password: 'rahasia-123', role: 'owner' }
    const path = `/${slugsOf(payload)[key]}/first-register`
    expect(await knock({ as: 'guest', body, method: 'POST', path })).toMatchObject({ status: 403 })
  })
})

describe('the staff', () => {
  it('keeps its last owner, one request or ten at once', async () => {
    const { staff } = slugsOf(payload)
    const path = `/${staff}/${accounts.owner.id}`
    const tries = Array.from({ length: 10 }, (_, index) =>
      index % 2 === 0
        ? knock({ as: 'owner', method: 'DELETE', path })
        : knock({ as: 'owner', body: { role: 'admin' }, method: 'PATCH', path }),
    )
    const answers = await Promise.all(tries)
    expect(answers.map(({ status }) => status)).toEqual(tries.map(() => 409))
  })

  it('keeps one of two owners who are demoted in the same moment', async () => {
    const { staff } = slugsOf(payload)
    const second = await createStaff({ payload, role: 'owner' })
    const demote = (id: string): Promise<unknown> =>
      payload.update({
        id,
        collection: staff,
        data: { role: 'admin' } as never,
        overrideAccess: true,
      })
    const results = await Promise.allSettled([demote(second.id), demote(accounts.owner.id)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { totalDocs } = await payload.count({
      collection: staff,
      overrideAccess: true,
      where: { role: { equals: 'owner' } },
    })
    expect(totalDocs).toBe(1)
  })

  it('lets nobody but an owner change a role', async () => {
    const { staff } = slugsOf(payload)
    const path = `/${staff}/${accounts.editor.id}`
    await knock({ as: 'editor', body: { role: 'owner' }, method: 'PATCH', path })
    const doc: unknown = await payload.findByID({
      id: accounts.editor.id,
      collection: staff,
      overrideAccess: true,
    })
    expect(doc).toMatchObject({ role: 'editor' })
  })

  it('is not listed to customers', async () => {
    const { staff } = slugsOf(payload)
    expect(await knock({ as: 'customer A', path: `/${staff}` })).toMatchObject({ status: 403 })
  })
})

describe('nonsense over REST', () => {
  it.each([
    'limit=1e21',
    'limit=-1',
    'limit=abc',
    'page=1e21',
    'depth=x',
    'where[slug][equals]=%00',
    'sort=%00',
  ])('%s is refused, not a crash', async (query) => {
    const { products } = slugsOf(payload)
    expect(await knock({ as: 'guest', path: `/${products}?${query}` })).toMatchObject({
      status: 400,
    })
  })

  it.each(['12345678901234567890', "1'%20or%201=1--", '%00', 'abc'])(
    'the id %s finds nothing',
    async (id) => {
      const { products } = slugsOf(payload)
      const { status } = await knock({ as: 'guest', path: `/${products}/${id}` })
      expect([400, 404]).toContain(status)
    },
  )
})

describe('Payload itself', () => {
  it('keeps its own collections from customers, so that none can lock a product', async () => {
    const path = '/payload-locked-documents'
    expect(await knock({ as: 'customer A', path })).toMatchObject({ status: 403 })
    expect(await knock({ as: 'customer A', body: {}, method: 'POST', path })).toMatchObject({
      status: 403,
    })
  })
})
