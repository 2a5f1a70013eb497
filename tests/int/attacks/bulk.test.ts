import { beforeAll, describe, expect, it } from 'vitest'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { createCustomer } from '../../factories/customer'
import { sendAnalysis } from '../../factories/analysis'
import { combine } from '../../support/combine'
import { type LoggedIn, logInAs, logInCustomer } from '../../support/people'
import { makeReporter, validReport } from '../../support/problems'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const reporter = makeReporter(() => inUse.shop)
const people = {} as Record<'customer' | 'guest' | 'neighbour', LoggedIn>

/** A neighbour with an analysis, its report, a problem; and a customer who has nothing but an account. */
beforeAll(async () => {
  const { payload } = inUse.shop
  people.guest = { headers: {}, id: '' }
  people.neighbour = await logInCustomer(inUse.shop, await createCustomer({ payload }))
  people.customer = await logInCustomer(inUse.shop, await createCustomer({ payload }))
  const { headers } = people.neighbour
  const { token } = await sendAnalysis(inUse, await logInAs(inUse.shop, 'admin'), { headers })
  const sent = await reporter.send(validReport({ orderToken: token }), headers)
  expect(sent.status).toBe(201)
})

/** Every row of the shop, as one digest per table; sessions and limits live by themselves. */
const digest = async (): Promise<Record<string, string>> => {
  const { payload } = inUse.shop
  const tables = await queryRows<{ name: string }>(
    payload,
    sql`select tablename as name from pg_tables where schemaname = 'public'
      and tablename not in ('rate_limits', 'transition_seals') order by 1`,
  )
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await queryRows<{ digest: string; n: number }>(
      payload,
      sql`select count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), ''))
        as digest from ${sql.identifier(name)} t`,
    )
    digests[name] = `${row?.n} ${row?.digest}`
  }
  return digests
}

/** Conditions that find everything, one thing, or the own rows beside the others'. */
const conditions = (): string[] => [
  'where[id][exists]=true',
  `where[id][not_equals]=${people.customer.id}`,
  `where[or][0][customer][equals]=${people.neighbour.id}&where[or][1][id][exists]=true`,
  `where[email][like]=@&limit=0&overrideAccess=true`,
  '',
]

const BODY = { _status: 'draft', name: 'Diubah', price: 1, role: 'owner', state: 'cancelled' }

const METHODS = ['PATCH', 'DELETE'] as const

/** How a customer is answered: never with success about a row. */
const isRefused = ({ json, status }: { json: unknown; status: number }): boolean => {
  const { docs } = json as { docs?: unknown[] }
  return status < 500 && (status >= 400 || docs?.length === 0)
}

describe('A change of many rows by a condition', () => {
  it.each(['guest', 'customer'] as const)(
    'gets a %s nowhere: in no collection, with no condition, and no row is another',
    async (who) => {
      const before = await digest()
      expect(before.reports).not.toMatch(/^0 /)
      const passed: string[] = []
      const slugs = inUse.shop.payload.config.collections.map(({ slug }) => slug)
      const asks = combine(combine(slugs, conditions()), METHODS)
      for (const [[slug, condition], method] of asks) {
        const path = `/api/${slug}?${condition}`
        const { headers } = people[who]
        const body = method === 'PATCH' ? { body: BODY } : {}
        const answer = await callShop(inUse.shop, path, { ...body, headers, method })
        if (!isRefused(answer)) {
          passed.push(`${method} ${path}: ${answer.status}`)
        }
      }
      expect(passed).toEqual([])
      expect(asks.length).toBeGreaterThan(300)
      expect(await digest()).toEqual(before)
    },
    60_000,
  )

  it('gets past no door that takes a POST for something else either', async () => {
    const before = await digest()
    const { headers } = people.customer
    const slugs = ['customers', 'orders', 'reports', 'problems', 'staff', 'products']
    const names = ['x-http-method-override', 'x-payload-http-method-override']
    for (const [slug, [name, verb]] of combine(slugs, combine(names, METHODS))) {
      const answer = await callShop(inUse.shop, `/api/${slug}?where[id][exists]=true`, {
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', [name]: verb },
        method: 'POST',
        raw: 'name=Diubah&where[id][exists]=true',
      })
      expect([slug, isRefused(answer)]).toEqual([slug, true])
    }
    expect(await digest()).toEqual(before)
  })
})
