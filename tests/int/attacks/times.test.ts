import { beforeAll, describe, expect, it } from 'vitest'
import { keepTimes, queryRows, sql } from '@/plugin/kernel/payload'
import { createCustomer } from '../../factories/customer'
import { createStaff } from '../../factories/staff'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
let owner: LoggedIn

const FORGED = '2001-02-03T04:05:06.007Z'
const TIMES = { createdAt: FORGED, updatedAt: FORGED }

/** What an owner may add over REST without a file. */
const NEW_ROWS: readonly [string, object][] = [
  ['customers', { email: 'lama@contoh.id', name: 'Lama', phone: '081234567890' }],
  ['holidays', { confirmed: true, day: '2031-12-25', name: 'Natal' }],
  ['pages?draft=true', { slug: 'lama', title: 'Lama' }],
  ['products?draft=true', { name: 'Lama', slug: 'lama', title: 'Lama' }],
  ['staff', { email: 'lama@contoh.id', name: 'Lama', role: 'editor' }],
]

beforeAll(async () => {
  owner = await logInAs(inUse.shop, 'owner')
  await createCustomer({ payload: inUse.shop.payload })
  await createStaff({ payload: inUse.shop.payload, role: 'editor' })
  await inUse.buyer.buy()
})

/** Every column of the database that holds an instant, and how many rows say the forged one. */
const findForged = async (): Promise<{ columns: number; forged: string[] }> => {
  const { payload } = inUse.shop
  const columns = await queryRows<{ column: string; table: string }>(
    payload,
    sql`select c.table_name as "table", c.column_name as "column" from information_schema.columns c
      join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
      where c.table_schema = 'public' and c.data_type like 'timestamp%'`,
  )
  const forged: string[] = []
  for (const { column, table } of columns) {
    const rows = await queryRows(
      payload,
      sql`select 1 from ${sql.identifier(table)}
        where ${sql.identifier(column)} between '2001-01-01' and '2001-12-31'`,
    )
    forged.push(...rows.map(() => `${table}.${column}`))
  }
  return { columns: columns.length, forged }
}

const change = (path: string, body: object, method = 'PATCH') =>
  callShop<{ doc?: { id?: string } }>(inUse.shop, `/api/${path}`, {
    body,
    headers: owner.headers,
    method,
  })

/** As what stands, as a draft, and as what the panel saves by itself. */
const forge = async (path: string): Promise<number[]> => {
  const statuses: number[] = []
  for (const query of ['', '?draft=true', '?draft=true&autosave=true']) {
    statuses.push((await change(`${path}${query}`, TIMES)).status)
  }
  return statuses
}

describe('When a row was made and changed', () => {
  it('is kept by every collection of the shop, and by those of its host that staff may write', () => {
    const { collections } = inUse.shop.payload.config
    const open = collections.filter(({ hooks }) => !hooks.beforeChange.includes(keepTimes))
    // Nobody reaches these over REST.
    expect(open.map(({ slug }) => slug)).toEqual(['payload-kv'])
    expect(collections.length).toBeGreaterThan(45)
  })

  it('is not for an owner to say: of no row of any collection', async () => {
    const changed = new Set<string>()
    for (const { slug } of inUse.shop.payload.config.collections) {
      const { docs } = await inUse.shop.payload.find({
        collection: slug,
        depth: 0,
        limit: 2,
        overrideAccess: true,
      })
      for (const { id } of docs as { id: string }[]) {
        const statuses = await forge(`${slug}/${id}`)
        expect([slug, statuses.filter((status) => status >= 500)]).toEqual([slug, []])
        if (statuses.includes(200)) {
          changed.add(slug)
        }
      }
      await change(`${slug}?where[id][exists]=true`, TIMES)
    }
    expect([...changed]).toEqual(expect.arrayContaining(['customers', 'products', 'staff']))
    const { columns, forged } = await findForged()
    expect(forged).toEqual([])
    expect(columns).toBeGreaterThan(100)
  })

  it('is not for an owner to say of a new row either, nor of what is published later', async () => {
    const made: string[] = []
    for (const [path, row] of NEW_ROWS) {
      const password = 'rahasia-sekali-1'
      const answer = await change(path, { password, ...row, ...TIMES }, 'POST')
      expect([path, answer.status]).toEqual([path, 201])
      made.push(String(answer.json.doc?.id))
    }
    expect(made).toHaveLength(NEW_ROWS.length)
    const [product] = Object.values(inUse.shop.products)
    await change(`products/${product}?draft=true`, { ...TIMES, _status: 'draft' })
    expect((await change(`products/${product}`, { _status: 'published' })).status).toBe(200)
    expect((await findForged()).forged).toEqual([])
  })
})
