import type { Payload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'

import type { GroupOptions } from '../../support/figures/program'
import type { LoneShop } from './shop'

import { type Caller, CALLERS, type Knock } from '../../support/access/callers'
import { atLeast, equal, type Measured } from '../../support/figures/row'
import { makeRandom, type Random } from '../../support/load/random'
import { isAllowed } from './mayWrite'
import { moveIn, type Neighbours } from './neighbours'
import { pathsOf } from './paths'
import { sayAll } from '../say'
import { DRESSES, POISON, poisonFor, WISHES } from './poison'
import { findChanges, readAllRows } from './rows'

const FULL = 10_000

type Site = { names: string[]; rows: string[]; slug: string }

/** The password is the account's own to change; it would log the attacker out. */
const LEFT_OUT = new Set(['password'])

const listSites = async ({ database, payload }: LoneShop): Promise<Site[]> => {
  const sites: Site[] = []
  for (const { dbName, slug } of payload.config.collections) {
    const table = typeof dbName === 'string' ? dbName : slug.replaceAll('-', '_')
    const rows = await database.rows<{ id: string }>(
      `select id::text as id from "${table}" order by id limit 40`,
    )
    const own = pathsOf(payload, slug).map(({ name }) => name)
    const names = [...new Set([...own, ...WISHES])].filter((name) => !LEFT_OUT.has(name))
    sites.push({ names, rows: rows.map(({ id }) => id), slug })
  }
  return sites
}

/** Where a caller may write at all: half of the tries go there. */
const writableBy = (payload: Payload): Record<Caller, string[]> => {
  const { customers, media, orderItems, pages, products, staff } = slugsOf(payload)
  const editor = [products, pages, media, staff]
  return {
    admin: [...editor, customers, orderItems],
    'customer A': [customers],
    'customer B': [customers],
    editor,
    guest: [customers],
    owner: [...editor, customers, orderItems],
  }
}

let made = 0

/** A body that would be taken, for the smuggled field to travel in. */
const accountBody = (): Record<string, unknown> => ({
  name: 'Tamu Biasa',
  email: `tamu-${++made}@lunas.test`,
  password: `rahasia-${made}-panjang`,
  phone: '081234567890',
})

const merge = (base: object, raw: string): string =>
  raw.startsWith('{')
    ? `${JSON.stringify(base).slice(0, -1)}${raw === '{}' ? '' : ','}${raw.slice(1)}`
    : raw

type Try = Parameters<Knock>[0]

const drawTry = (args: {
  as: Caller
  neighbours: Neighbours
  payload: Payload
  random: Random
  sites: readonly Site[]
}): Try => {
  const { as, neighbours, payload, random, sites } = args
  const writable = writableBy(payload)[as]
  const near = sites.filter(({ slug }) => writable.includes(slug))
  const site = random.pick(random.below(2) === 0 && near.length > 0 ? near : sites)
  const name = random.pick(site.names)
  const dress = random.pick(Object.values(DRESSES))
  const { query, raw } = dress(name, poisonFor(name, random))
  const suffix = query ? `?${query}` : ''
  const { customers } = slugsOf(payload)
  if (random.below(4) === 0) {
    const path = `/${site.slug}${suffix}`
    return {
      as,
      method: 'POST',
      path,
      raw: site.slug === customers ? merge(accountBody(), raw) : raw,
    }
  }
  const own = as === 'guest' ? undefined : neighbours.accounts[as].id
  const rows = own && site.rows.includes(own) && random.below(2) === 0 ? [own] : site.rows
  const id = rows.length > 0 ? random.pick(rows) : POISON.uuid
  const bulk = `/${site.slug}?where[id][exists]=true${query ? `&${query}` : ''}`
  const path = random.below(8) === 0 ? bulk : `/${site.slug}/${id}${suffix}`
  return { as, method: 'PATCH', path, raw }
}

/** Carts with fields that nobody offered, at every level. */
const drawCart = (random: Random, product: string): Try => {
  const name = random.pick([...WISHES, 'customerId', 'needsSpk', 'orderTotal', 'currency'])
  const value = poisonFor(name, random)
  const spot = random.below(4)
  const extra = { [name]: value }
  const cart = {
    acceptedTerms: true,
    customer: {
      email: 'tamu@contoh.id',
      name: 'Tamu Biasa',
      phone: '081234567890',
      ...(spot === 1 ? extra : {}),
    },
    items: [{ product, quantity: 1, ...(spot === 2 ? extra : {}) }],
    ...(spot === 0 ? extra : {}),
  }
  const raw =
    spot === 3 ? merge(cart, `{"__proto__":${JSON.stringify(extra)}}`) : JSON.stringify(cart)
  return { as: random.pick(CALLERS), method: 'POST', path: '/shop/orders', raw }
}

type Tally = { crashes: string[]; tried: number }

const send = async (args: { knock: Knock; tally: Tally; one: Try }): Promise<void> => {
  const { knock, one, tally } = args
  const { body, status } = await knock(one)
  tally.tried++
  if (status >= 500 && status !== 501) {
    tally.crashes.push(
      `${one.as} ${one.method} ${one.path} ${JSON.stringify(one.raw ?? '').slice(0, 120)} → ${status} ${JSON.stringify(body).slice(0, 80)}`,
    )
  }
}

const describeStuck = (stuck: readonly { as: string; column: string; table: string }[]): string =>
  [...new Set(stuck.map(({ as, column, table }) => `${as}: ${table}.${column}`))]
    .slice(0, 8)
    .join(', ') || 'none'

/** Orders of the poisoned carts: the server's price, no account that was named, nothing smuggled. */
const findStuckInOrders = async ({ database }: LoneShop): Promise<string[]> => {
  const rows = await database.rows<{ number: string }>(
    `select o.number from orders o where o.customer_name = 'Tamu Biasa' and (
        o.total <> (select sum(p.price * i.quantity) from order_items i
          join products p on p.id = i.product_id where i.order_id = o.id)
        or o.payment_state <> 'unpaid' or o.state <> 'open' or o.customer_id = $1::uuid
        or o.placed_at < now() - interval '1 day' or o.id = $1::uuid
        or to_jsonb(o)::text like $2)`,
    [POISON.uuid, `%${POISON.text}%`],
  )
  return rows.map(({ number }) => number)
}

/** Everybody sends fields that nobody offered; afterwards the whole database is read and compared. */
export const measureMassAssignment = async (
  shop: LoneShop,
  { seed, size }: GroupOptions,
): Promise<Measured[]> => {
  const { database, payload } = shop
  const random = makeRandom(seed + 4)
  const neighbours = await moveIn({ database, payload, random })
  const total = Math.max(600, Math.round(FULL * size))
  const perCaller = Math.ceil(total / (CALLERS.length + 1))
  const tally: Tally = { crashes: [], tried: 0 }
  const stuck: { as: string; column: string; table: string }[] = []
  for (const as of CALLERS) {
    const sites = await listSites(shop)
    const before = await readAllRows(database)
    for (let at = 0; at < perCaller; at++) {
      const one = drawTry({ as, neighbours, payload, random, sites })
      await send({ knock: neighbours.knock, one, tally })
    }
    const own = as === 'guest' ? undefined : neighbours.accounts[as].id
    const changes = findChanges(before, await readAllRows(database))
    stuck.push(
      ...changes
        .filter((change) => !isAllowed({ as, change, own }))
        .map((change) => ({ ...change, as })),
    )
  }
  const [product] = await database.rows<{ slug: string }>(
    `select slug from products where _status = 'published' and kind = 'consulting' limit 1`,
  )
  for (let at = 0; at < perCaller; at++) {
    const one = drawCart(random, product?.slug ?? '')
    await send({ knock: neighbours.knock, one, tally })
  }
  sayAll('crash', tally.crashes)
  sayAll(
    'stuck',
    stuck.map((change) => JSON.stringify(change)),
  )
  const orders = await findStuckInOrders(shop)
  const polluted = ['role', 'state', 'total'].filter((name) => name in {})
  return [
    {
      bar: atLeast(total),
      detail: `${Object.keys(DRESSES).length} ways to smuggle, everybody, every collection, and carts`,
      name: 'mass-assignments-tried',
      unit: '',
      value: tally.tried,
    },
    {
      bar: equal(0),
      detail: `cells: ${describeStuck(stuck)}; orders: ${orders[0] ?? 'none'}; prototype: ${polluted[0] ?? 'clean'}`,
      name: 'mass-assignments-stuck',
      unit: '',
      value: stuck.length + orders.length + polluted.length,
    },
    {
      bar: equal(0),
      detail: tally.crashes[0] ?? 'none',
      name: 'mass-assignments-5xx',
      unit: '',
      value: tally.crashes.length,
    },
  ]
}
