import type { Group } from '../../support/figures/program'

import { lookAtFile, wrapPictures } from '../../../src/plugin/spk/inspect'
import { atLeast, atMost, equal, type Measured } from '../../support/figures/row'
import { makeRandom } from '../../support/load/random'
import { hostileFiles } from '../../support/spk/hostile'
import { sayAll } from '../say'
import { KINDS } from './kinds'

const FULL = 500
const SLOW_MS = 5_000

type Tried = { fault: null | string; ms: number; name: string; rssBytes: number }

type Seen = { fault: null | string; rssBytes: number }

const lookAtPdf = async (bytes: Uint8Array): Promise<Seen> => {
  const { fault, usage } = await lookAtFile(bytes)
  return { fault, rssBytes: usage?.rssBytes ?? 0 }
}

const lookAtPicture = async (bytes: Uint8Array): Promise<Seen> => {
  const { fault } = await wrapPictures([bytes])
  return { fault, rssBytes: 0 }
}

/** One file by the door of what customers send: what a PDF is not ends before any process begins. */
const tryFile = async (name: string, bytes: Uint8Array): Promise<Tried> => {
  const from = performance.now()
  const seen = await (name === 'picture' ? lookAtPicture : lookAtPdf)(bytes)
  return { ...seen, ms: performance.now() - from, name }
}

/** The written ones first, then kind after kind, drawn anew each time. */
async function* drawFiles(total: number, seed: number): AsyncGenerator<[string, Uint8Array]> {
  const written = await hostileFiles()
  for (const { bytes, name } of written) {
    yield [name, bytes]
  }
  const random = makeRandom(seed + 57)
  const kinds = Object.entries(KINDS)
  for (let at = 0; at < total - written.length; at++) {
    const [name, make] = kinds[at % kinds.length] ?? ['nothing', () => new Uint8Array()]
    yield [name, await make(random)]
  }
}

const figuresOf = (tried: readonly Tried[], total: number): Measured[] => {
  const accepted = tried.filter(({ fault }) => fault === null)
  const slow = tried.filter(({ ms }) => ms > SLOW_MS)
  const named = (some: readonly Tried[]): string =>
    some.map(({ ms, name }) => `${name} (${(ms / 1_000).toFixed(1)} s)`).join(', ') || 'none'
  sayAll(
    'accepted',
    accepted.map(({ name }) => name),
  )
  sayAll(
    'slow',
    slow.map((each) => named([each])),
  )
  return [
    { bar: atLeast(total), name: 'hostile-tried', unit: '', value: tried.length },
    {
      bar: equal(0),
      detail: named(accepted),
      name: 'hostile-accepted',
      unit: '',
      value: accepted.length,
    },
    {
      bar: equal(0),
      detail: `longer than 5 s by the clock: ${named(slow)}`,
      name: 'hostile-slow',
      unit: '',
      value: slow.length,
    },
    {
      bar: atMost(256),
      detail: 'most that the inspecting process held of any file',
      name: 'hostile-rss',
      unit: 'MB',
      value: Math.round(Math.max(0, ...tried.map(({ rssBytes }) => rssBytes)) / 1_000_000),
    },
  ]
}

/** Files that harm whoever opens them, each one refused with a reason (facts/reliability.md, scenario 78). */
export const files: Group = async ({ seed, size }) => {
  const total = Math.max(Object.keys(KINDS).length * 2, Math.round(FULL * size))
  const tried: Tried[] = []
  for await (const [name, bytes] of drawFiles(total, seed)) {
    tried.push(await tryFile(name, bytes))
  }
  return figuresOf(tried, total)
}
