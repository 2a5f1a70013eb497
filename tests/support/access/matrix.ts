import type { CollectionSlug, Payload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'

import { type Caller, CALLERS, type Knock } from './callers'
import {
  type Probe,
  probeCreate,
  probeDelete,
  probeRead,
  probeUpdate,
  probeVersions,
} from './probes'
import { stockCatalogue } from './stock'

/** What one caller gets from one operation on one collection. */
export type Cell = { as: Caller; operation: string; slug: string; verdict: string }

/** Payload reaches these by key through handlers of its own, so rows cannot be probed. */
const BY_KEY: readonly string[] = ['payload-preferences']

const OPERATIONS = {
  create: probeCreate,
  delete: probeDelete,
  read: probeRead,
  readVersions: probeVersions,
  update: probeUpdate,
} as const

type Operation = keyof typeof OPERATIONS

const listSlugs = (payload: Payload): CollectionSlug[] =>
  (Object.keys(payload.collections) as CollectionSlug[])
    .filter((slug) => !BY_KEY.includes(slug))
    .sort()

const operationsOn = (payload: Payload, slug: CollectionSlug): Operation[] =>
  (Object.keys(OPERATIONS) as Operation[]).filter(
    (name) => name !== 'readVersions' || Boolean(payload.collections[slug].config.versions),
  )

/** How many cells the config asks for: a collection that nobody thought of raises it. */
export const countCells = (payload: Payload): number =>
  listSlugs(payload).reduce((sum, slug) => sum + operationsOn(payload, slug).length, 0) *
  CALLERS.length

type Question = { name: Operation; slug: CollectionSlug }

/** Deleting comes after all else, and people last of all: from then on somebody is missing. */
const listQuestions = (payload: Payload): Question[] => {
  const { customers, staff } = slugsOf(payload)
  const slugs = listSlugs(payload)
  const all = slugs.flatMap((slug) => operationsOn(payload, slug).map((name) => ({ name, slug })))
  const rank = ({ name, slug }: Question): number =>
    name === 'delete' ? (slug === customers || slug === staff ? 2 : 1) : 0
  return all.sort((a, b) => rank(a) - rank(b))
}

/** Asks every operation of every collection as everybody, over the shop's own REST interface. */
export const drawMatrix = async (args: { knock: Knock; payload: Payload }): Promise<Cell[]> => {
  const { knock, payload } = args
  const { media, pages, products } = slugsOf(payload)
  const restocked = new Set<CollectionSlug>([media, pages, products])
  const cells: Cell[] = []
  for (const { name, slug } of listQuestions(payload)) {
    for (const as of CALLERS) {
      if (name === 'delete' && restocked.has(slug)) {
        await stockCatalogue(payload)
      }
      const probe: Probe = { as, knock, payload, slug }
      cells.push({ as, operation: name, slug, verdict: await OPERATIONS[name](probe) })
    }
  }
  return cells
}

const HEADER = ['collection', 'operation', ...CALLERS]
const WIDTHS = [26, 13, ...CALLERS.map(() => 12)]

const line = (texts: readonly string[]): string =>
  texts
    .map((text, column) => text.padEnd(WIDTHS[column] ?? 12))
    .join('')
    .trimEnd()

/** The matrix as the committed table writes it. */
export const formatMatrix = (cells: readonly Cell[]): string => {
  const rows = new Map<string, string[]>()
  for (const { operation, slug, verdict } of cells) {
    const key = `${slug} ${operation}`
    rows.set(key, [...(rows.get(key) ?? [slug, operation]), verdict])
  }
  return [line(HEADER), ...[...rows.values()].map(line).sort()].join('\n')
}

/** The cells of the committed table. */
export const parseMatrix = (text: string): Cell[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((row) => {
      const [slug = '', operation = '', ...verdicts] = row.trim().split(/\s+/)
      return CALLERS.map((as, at) => ({ as, operation, slug, verdict: verdicts[at] ?? '' }))
    })
