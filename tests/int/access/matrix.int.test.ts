import type { CollectionSlug, Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { slugsOf } from '@/plugin/kernel/payload'

import { bootShop } from '../../support/shop'
import { type Caller, CALLERS, gatherCallers, type Knock } from './callers'
import {
  type Probe,
  probeCreate,
  probeDelete,
  probeRead,
  probeUpdate,
  probeVersions,
} from './probes'
import { stockCatalogue, stockOrders } from './stock'

const HEADER = ['collection', 'operation', ...CALLERS]
const WIDTHS = [26, 13, ...CALLERS.map(() => 12)]

/** Payload reaches these by key through handlers of its own, so rows cannot be probed. */
const BY_KEY: string[] = ['payload-preferences']

let payload: Payload
let knock: Knock
let table = ''

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 12))
    .join('')
    .trimEnd()

const askAll = async (args: {
  before?: () => Promise<void>
  name: string
  probe: (probe: Probe) => Promise<string>
  slug: CollectionSlug
}): Promise<string> => {
  const cells: string[] = []
  for (const as of CALLERS satisfies readonly Caller[]) {
    await args.before?.()
    cells.push(await args.probe({ as, knock, payload, slug: args.slug }))
  }
  return line([args.slug, args.name, ...cells])
}

const hasVersions = (slug: CollectionSlug): boolean =>
  Boolean(payload.collections[slug].config.versions)

const draw = async (): Promise<string> => {
  const { customers, media, pages, products, staff } = slugsOf(payload)
  const slugs = (Object.keys(payload.collections) as CollectionSlug[])
    .filter((slug) => !BY_KEY.includes(slug))
    .sort()
  const lines: string[] = [line(HEADER)]
  const operations = {
    create: probeCreate,
    read: probeRead,
    readVersions: probeVersions,
    update: probeUpdate,
  }
  for (const [name, probe] of Object.entries(operations)) {
    const asked = name === 'readVersions' ? slugs.filter(hasVersions) : slugs
    for (const slug of asked) {
      lines.push(await askAll({ name, probe, slug }))
    }
  }
  // People last: from then on somebody is missing.
  const people = [customers, staff]
  const restocked = new Set<CollectionSlug>([media, pages, products])
  for (const slug of [...slugs.filter((each) => !people.includes(each)), ...people]) {
    const before = restocked.has(slug) ? () => stockCatalogue(payload) : undefined
    lines.push(
      await askAll({ name: 'delete', probe: probeDelete, slug, ...(before && { before }) }),
    )
  }
  const [header, ...rows] = lines
  return [header, ...rows.sort()].join('\n')
}

beforeAll(async () => {
  payload = (await bootShop()).payload
  const callers = await gatherCallers(payload)
  knock = callers.knock
  await stockCatalogue(payload)
  await stockOrders(payload, [callers.accounts['customer A'].id, callers.accounts['customer B'].id])
  table = await draw()
}, 300_000)

describe('who may do what', () => {
  it('stands in the committed table', async () => {
    await expect(`${table}\n`).toMatchFileSnapshot('./matrix.txt')
  })
})
