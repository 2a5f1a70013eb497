import { slugsOf } from '@/plugin/kernel/payload'

import type { Group } from '../../support/figures/program'
import type { Answer } from '../../support/load/connection'

import { createCustomer, type MadeAccount } from '../../factories/customer'
import { createStaff } from '../../factories/staff'
import { atLeast, equal, type Measured } from '../../support/figures/row'
import { targetOf } from '../../support/load/address'
import { makeBuyers } from '../../support/load/buyer'
import { openConnectionPool } from '../../support/load/pool'
import { makeRandom, type Random } from '../../support/load/random'
import { pathsOf } from '../access/paths'
import { WISHES } from '../access/poison'
import { enterGround, type Ground } from '../ground'
import { inLanes } from '../lanes'
import { sayAll } from '../say'
import { UNDECODABLE } from './nasties'
import { restTargets } from './restApi'
import { shopTargets } from './shopApi'
import { findForms, storefrontTargets } from './storefront'
import { type Knowledge, JSON_TYPE, type Nonsense } from './target'

const FULL = 20_000
const LANES = 6
const SLOW_MS = 1_000

const targets = [...shopTargets, ...restTargets, ...storefrontTargets]

const logIn = async ({ pool }: Ground, slug: string, account: MadeAccount): Promise<string> => {
  const { email, password } = account
  const { body } = await pool.ask({
    body: JSON.stringify({ email, password }),
    headers: JSON_TYPE,
    method: 'POST',
    path: `/api/${slug}/login`,
  })
  return `authorization: JWT ${(JSON.parse(body) as { token: string }).token}\r\n`
}

const gatherIdentities = async (ground: Ground): Promise<string[]> => {
  const { payload } = ground
  const { customers, staff } = slugsOf(payload)
  return [
    '',
    '',
    await logIn(ground, customers, await createCustomer({ payload })),
    await logIn(ground, staff, await createStaff({ payload, role: 'editor' })),
    await logIn(ground, staff, await createStaff({ payload, role: 'admin' })),
    await logIn(ground, staff, await createStaff({ payload, role: 'owner' })),
  ]
}

/** Rows that may be spoilt: never the accounts that the requests come from. */
const findRows = async ({ stand }: Ground, slug: string): Promise<string[]> => {
  const table = slug.replaceAll('-', '_')
  const rows = await stand.database
    .rows<{ id: string }>(`select id::text as id from "${table}" order by id limit 3`)
    .catch(() => [])
  return rows.map(({ id }) => id)
}

const learn = async (ground: Ground, random: Random): Promise<Knowledge> => {
  const { payload, pool, stand } = ground
  const buyers = makeBuyers({ ...stand, random })
  const { token } = await buyers.placeOrder(`inputs-${random.text(8)}`)
  buyers.close()
  const products = await stand.database.rows<{ id: string; slug: string }>(
    `select id::text as id, slug from products where _status = 'published'`,
  )
  const sites = await Promise.all(
    payload.config.collections.map(async ({ slug }) => ({
      names: [...new Set([...pathsOf(payload, slug).map(({ name }) => name), ...WISHES])],
      rows: await findRows(ground, slug),
      slug,
    })),
  )
  const slugs = products.map(({ slug }) => slug)
  const pages = [
    ...slugs.map((slug) => `/produk/${slug}`),
    ...slugs.map((slug) => `/checkout?produk=${slug}`),
    `/pesanan/${token}`,
    '/pesanan',
  ]
  const forms = await findForms(pool, pages)
  return { forms, identities: await gatherIdentities(ground), products, sites, token }
}

type Outcome = { crashes: string[]; kinds: Map<string, number>; slow: Nonsense[]; tried: number }

const describe = ({ body = '', kind, method = 'GET', path }: Nonsense, what: string): string =>
  `${kind}: ${what} to ${method} ${path.slice(0, 200)} ${JSON.stringify(body.slice(0, 160))}`

const isCrash = ({ status }: Answer): boolean => status >= 500

const bombard = async (args: {
  ground: Ground
  knowledge: Knowledge
  random: Random
  total: number
}): Promise<Outcome> => {
  const { ground, knowledge, random, total } = args
  const pool = openConnectionPool({ ...targetOf(ground.stand.webUrl), timeoutMs: 20_000 })
  const outcome: Outcome = { crashes: [], kinds: new Map(), slow: [], tried: 0 }
  await inLanes({
    lanes: LANES,
    total,
    work: async (at) => {
      const nonsense = (targets[at % targets.length] as (typeof targets)[number])(random, knowledge)
      const startedAt = performance.now()
      const answer = await pool.ask(nonsense).catch((error: unknown) => String(error))
      const ms = performance.now() - startedAt
      outcome.tried++
      outcome.kinds.set(nonsense.kind, (outcome.kinds.get(nonsense.kind) ?? 0) + 1)
      if (typeof answer === 'string') {
        outcome.crashes.push(describe(nonsense, answer))
      } else if (isCrash(answer)) {
        outcome.crashes.push(describe(nonsense, String(answer.status)))
      }
      if (ms > SLOW_MS) {
        outcome.slow.push(nonsense)
      }
    },
  })
  pool.close()
  return outcome
}

/** Asks again what was slow, one at a time: only what is slow by itself counts. */
const askAgain = async ({ pool }: Ground, slow: readonly Nonsense[]): Promise<string[]> => {
  const still: string[] = []
  for (const nonsense of slow) {
    const startedAt = performance.now()
    await pool.ask(nonsense).catch(() => undefined)
    const ms = performance.now() - startedAt
    if (ms > SLOW_MS) {
      still.push(describe(nonsense, `${ms.toFixed(0)} ms`))
    }
  }
  return still
}

/** Where a path can lead: pages, the panel, the interface, files. */
const PLACES = [
  '',
  'en/',
  'produk/',
  'pesanan/',
  'admin/',
  'api/',
  'api/products/',
  '_next/static/',
]

/** Next's own router fails on these; the shop takes them letter by letter before it sees them. */
const askUndecodable = async ({ pool }: Ground): Promise<Measured> => {
  const paths = PLACES.flatMap((place) => UNDECODABLE.map((segment) => `/${place}${segment}`))
  const answers = await Promise.all(
    paths.map(async (path) => ({ path, status: (await pool.ask({ path })).status })),
  )
  const crashes = answers.filter(({ status }) => status >= 500)
  return {
    bar: equal(0),
    detail: `of ${paths.length} paths that nobody can decode: ${[...new Set(answers.map(({ status }) => status))].join(', ')} ${crashes[0]?.path ?? ''}`,
    name: 'undecodable-paths-5xx',
    unit: '',
    value: crashes.length,
  }
}

/** Nonsense for every door that is open to the public, and to those who have an account. */
export const inputs: Group = async ({ seed, size }) => {
  const ground = await enterGround()
  const random = makeRandom(seed + 5)
  const knowledge = await learn(ground, random)
  const total = Math.max(800, Math.round(FULL * size))
  const outcome = await bombard({ ground, knowledge, random, total })
  const slow = await askAgain(ground, outcome.slow)
  sayAll('5xx', outcome.crashes)
  sayAll('slow', slow)
  const { body, status } = await ground.pool.ask({ path: '/api/products?limit=1' })
  return [
    {
      bar: atLeast(total),
      detail: `${outcome.kinds.size} kinds of doors, ${knowledge.forms.length} forms with server actions`,
      name: 'bad-inputs-tried',
      unit: '',
      value: outcome.tried,
    },
    {
      bar: equal(0),
      detail: outcome.crashes[0]?.slice(0, 160) ?? 'no 5xx, none unanswered',
      name: 'bad-inputs-5xx',
      unit: '',
      value: outcome.crashes.length,
    },
    {
      bar: equal(0),
      detail: `${outcome.slow.length} over 1 s among ${LANES} at once, each asked again alone: ${slow[0]?.slice(0, 120) ?? 'none'}`,
      name: 'bad-inputs-slow',
      unit: '',
      value: slow.length,
    },
    {
      bar: equal(200),
      detail: `afterwards the catalogue answers ${body.length} characters`,
      name: 'catalogue-after-inputs',
      unit: '',
      value: status,
    },
    await askUndecodable(ground),
  ]
}
