import type { Payload } from 'payload'

import type { GroupOptions } from '../../support/figures/program'
import type { LoneShop } from './shop'

import type { Answer, Caller } from '../../support/access/callers'

import { atLeast, equal, type Measured } from '../../support/figures/row'
import { makeRandom, type Random } from '../../support/load/random'
import { moveIn, type Neighbours, ownedSlugs } from './neighbours'
import { OPERATORS } from '../operators'
import { sayAll } from '../say'
import { joinsOf, type Path, pathsOf } from './paths'

const FULL = 10_000

/** Who looks at whose rows. */
const LOOKS = [
  { as: 'customer A', of: 'customer B' },
  { as: 'guest', of: 'customer A' },
  { as: 'guest', of: 'customer B' },
  { as: 'editor', of: 'customer B' },
  { as: 'customer B', of: 'customer A' },
] as const satisfies { as: Caller; of: 'customer A' | 'customer B' }[]

type Look = {
  as: Caller
  of: 'customer A' | 'customer B'
  path: string
  /** The query compares what nobody may read. */
  probesHidden: boolean
}

type Site = { joins: string[]; paths: Path[]; slug: string }

const listSites = (payload: Payload): Site[] =>
  payload.config.collections.map(({ slug }) => ({
    joins: joinsOf(payload, slug),
    paths: pathsOf(payload, slug),
    slug,
  }))

const encode = encodeURIComponent

type Draw = { random: Random; secret: string; site: Site }

const condition = ({ random, secret, site }: Draw): { hidden: boolean; text: string } => {
  const path = random.pick(site.paths)
  const value = random.pick([secret, secret.slice(0, 4), '', 'a', '%', '-1', 'true'])
  const key = `[${path.name}][${random.pick(OPERATORS)}]`
  const text = random.pick([
    `where${key}=${encode(value)}`,
    `where[or][0]${key}=${encode(value)}&where[or][1][id][exists]=true`,
    `where[and][0][or][0]${key}=${encode(value)}`,
  ])
  return { hidden: path.hidden, text }
}

const widening = ({ random, secret, site }: Draw): { hidden: boolean; text: string } => {
  const path = random.pick(site.paths)
  const join = site.joins.length > 0 ? random.pick(site.joins) : 'items'
  const field = path.name.split('.')[0] ?? 'id'
  const text = random.pick([
    `sort=${random.pick(['', '-'])}${path.name}`,
    `select[${field}]=true`,
    `populate[${field}][email]=true`,
    `joins[${join}][limit]=0`,
    `joins[${join}][where][id][equals]=${encode(secret)}`,
    `joins[${join}][sort]=-createdAt&joins[${join}][count]=true`,
    'joins=false',
    'limit=0',
    'pagination=false',
    `page=${random.below(5)}&limit=1`,
    'draft=true',
    'trash=true',
    'locale=all',
    'fallback-locale=none',
  ])
  return { hidden: path.hidden && text.startsWith('sort='), text }
}

const place = ({ random, secret, site }: Draw): string =>
  random.pick([
    `/${site.slug}`,
    `/${site.slug}`,
    `/${site.slug}/count`,
    `/${site.slug}/${encode(secret)}`,
    `/${site.slug}/versions`,
    `/${site.slug}/versions/${encode(secret)}`,
  ])

const drawLook = (args: {
  neighbours: Neighbours
  random: Random
  sites: readonly Site[]
}): Look => {
  const { neighbours, random, sites } = args
  const { as, of } = random.pick(LOOKS)
  const draw = { random, secret: random.pick(neighbours.secrets[of]), site: random.pick(sites) }
  const parts = [condition(draw), widening(draw), widening(draw)].slice(random.below(3))
  const query = [...parts.map(({ text }) => text), `depth=${random.below(11)}`].join('&')
  const door = place(draw)
  // A count has no order: what it was told to sort by is not even read.
  const probesHidden = !door.endsWith('/count') && parts.some(({ hidden }) => hidden)
  return { as, of, path: `${door}?${query}`, probesHidden }
}

/** Every row of the other, straight by its id, at every depth. */
const listStraightLooks = (payload: Payload, { secrets }: Neighbours): Look[] =>
  LOOKS.flatMap(({ as, of }) =>
    secrets[of].flatMap((secret) =>
      payload.config.collections.flatMap(({ slug }) =>
        [0, 3, 10].map((depth) => ({
          as,
          of,
          path: `/${slug}/${encode(secret)}?depth=${depth}`,
          probesHidden: false,
        })),
      ),
    ),
  )

/** A refusal may repeat what was asked; anything else may say nothing of the other at all. */
const findLeak = (args: {
  answer: Answer
  look: Look
  most: number
  secrets: readonly string[]
}): string | undefined => {
  const { answer, look, most, secrets } = args
  const { body, status } = answer
  const where = `${look.as} ${look.path.slice(0, 120)}`
  if (status >= 500 && status !== 501) {
    return `${where} → ${status} ${JSON.stringify(body).slice(0, 60)}`
  }
  const text = JSON.stringify(body)
  const asked = decodeURIComponent(look.path)
  const told = secrets.find(
    (secret) => text.includes(secret) && !(status >= 400 && asked.includes(secret)),
  )
  if (told) {
    return `${where} tells ${told}`
  }
  if (status === 200 && look.probesHidden && Number(body.totalDocs ?? 0) > 0) {
    return `${where} compares what nobody may read`
  }
  return Number(body.totalDocs ?? 0) > most
    ? `${where} counts ${String(body.totalDocs)}`
    : undefined
}

/** Customers, guests and editors look for what belongs to a customer, in every way that REST knows. */
export const measureCrossReads = async (
  { database, payload }: LoneShop,
  { seed, size }: GroupOptions,
): Promise<Measured[]> => {
  const random = makeRandom(seed + 3)
  const neighbours = await moveIn({ database, payload, random })
  const total = Math.max(600, Math.round(FULL * size))
  const sites = listSites(payload)
  const owned = new Set(ownedSlugs(payload))
  const leaks: string[] = []
  const look = async (one: Look): Promise<void> => {
    const answer = await neighbours.knock(one)
    const slug = one.path.split(/[/?]/)[1] ?? ''
    // Of customers' rows one sees one's own: each has one of everything.
    const most = owned.has(slug) ? (one.as.startsWith('customer') ? 1 : 0) : Infinity
    const leak = findLeak({ answer, look: one, most, secrets: neighbours.secrets[one.of] })
    if (leak) {
      leaks.push(leak)
    }
  }
  const straight = listStraightLooks(payload, neighbours)
  const share = Math.min(straight.length, Math.round(total / 2))
  for (let at = 0; at < share; at++) {
    await look(straight[Math.floor((at * straight.length) / share)] as Look)
  }
  for (let at = share; at < total; at++) {
    await look(drawLook({ neighbours, random, sites }))
  }
  sayAll('leak', leaks)
  const own = await neighbours.knock({ as: 'customer A', path: '/orders?limit=5' })
  return [
    {
      bar: atLeast(total),
      detail: `${share} straight by id, ${total - share} drawn from every path of the config`,
      name: 'cross-reads-tried',
      unit: '',
      value: total,
    },
    {
      bar: equal(0),
      detail: leaks.slice(0, 3).join(' | ') || 'none',
      name: 'cross-reads-leaked',
      unit: '',
      value: leaks.length,
    },
    {
      bar: equal(1),
      detail: 'control: the own order is seen',
      name: 'own-reads-seen',
      unit: '',
      value: Number(own.body.totalDocs ?? 0),
    },
  ]
}
