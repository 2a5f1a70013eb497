import { fileURLToPath } from 'node:url'

import { checkInvariants } from '@/plugin/invariants'

import type { Group } from '../../support/figures/program'

import { drainQueue } from '../../bench/queue'
import { atLeast, equal, type Measured } from '../../support/figures/row'
import { type RawAnswer, releaseTogether } from '../../support/lastByte'
import { targetOf } from '../../support/load/address'
import { type Buyers, makeBuyers } from '../../support/load/buyer'
import { makeRandom } from '../../support/load/random'
import { readEnds } from '../ends'
import { ensureWorker, enterGround, type Ground } from '../ground'
import { runInChild } from '../inChild'
import { inLanes } from '../lanes'
import { sayAll } from '../say'
import { plans, type Race } from './plans'

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

const FULL = 2_000
/** Races released in one moment; with their three to seven requests each, wider than the pool of 10. */
const MANY = 10
/** One race in ten is run alone, every one of its requests so many times. */
const ONE_IN = 10
const REPEATS = 8

type Run = { faults: string[]; name: string; race: Race }

type Track = { buyers: Buyers; ground: Ground; run: string }

const names = Object.keys(plans)

const prepare = async (track: Track, at: number): Promise<Run> => {
  const name = names[at % names.length] ?? ''
  const plan = plans[name]
  if (!plan) {
    throw new Error(`No race ${name}`)
  }
  const race = await plan({ ...track, key: `race-${track.run}-${at}` })
  return { faults: [], name, race }
}

const faultsOf = (race: Race, answers: readonly RawAnswer[]): string[] => [
  ...answers
    .filter(({ status }) => status >= 500 || status === 0)
    .map(({ body, status }) => `was answered ${status} ${body.slice(0, 80)}`),
  ...(race.faultsOfAnswers?.(answers) ?? []),
]

/** Releases every request of every race in one moment, and starts what happens beside them. */
const release = async (args: { port: number; repeats: number; runs: Run[] }): Promise<number> => {
  const { port, repeats, runs } = args
  const entries = runs.flatMap((run) =>
    Array.from({ length: repeats }, () => run.race.requests).flatMap((requests) =>
      requests.map((request) => ({ request, run })),
    ),
  )
  const answered = releaseTogether({ port, requests: entries.map(({ request }) => request) })
  const acted = runs.map(async ({ faults, race }) => {
    const results = await Promise.allSettled(race.acts.map((act) => act()))
    faults.push(
      ...results
        .filter(({ status }) => status === 'rejected')
        .map((result) => JSON.stringify(result)),
    )
  })
  const answers = await answered
  await Promise.all(acted)
  for (const run of runs) {
    const own = answers.filter((_, at) => entries[at]?.run === run)
    run.faults.push(...faultsOf(run.race, own))
  }
  return entries.length
}

type Played = { narrowest: number; requests: number; runs: Run[] }

const play = async (track: Track, total: number): Promise<Played> => {
  const { port } = targetOf(track.ground.stand.webUrl)
  const played: Played = { narrowest: Infinity, requests: 0, runs: [] }
  const releaseRuns = async (runs: Run[], repeats: number): Promise<void> => {
    const width = await release({ port, repeats, runs })
    played.narrowest = Math.min(played.narrowest, width)
    played.requests += width
    played.runs.push(...runs)
  }
  const alone = Math.ceil(total / ONE_IN)
  for (let at = 0; at < alone; at++) {
    await releaseRuns([await prepare(track, at)], REPEATS)
  }
  for (let at = alone; at < total; at += MANY) {
    const runs: Run[] = []
    await inLanes({
      lanes: 5,
      total: Math.min(MANY, total - at),
      work: async (place) => {
        runs.push(await prepare(track, at + place))
      },
    })
    await releaseRuns(runs, runs.length < MANY ? MANY : 1)
  }
  return played
}

const judgeEnds = async (ground: Ground, runs: readonly Run[]): Promise<string[]> => {
  const ends = await readEnds(
    ground.stand.database,
    runs.map(({ race }) => race.token),
  )
  return runs.flatMap(({ faults, name, race }) => {
    const end = ends.get(race.token)
    const all = [...faults, ...(end ? race.faultsOfEnd(end) : ['is gone'])]
    return all.length > 0 ? [`${name}: ${all.slice(0, 3).join('; ')}`] : []
  })
}

const askCatalogue = async ({ pool }: Ground): Promise<number> => {
  const answers = await Promise.all(
    ['/api/products?limit=10', '/produk', '/'].map((path) => pool.ask({ path })),
  )
  return Math.max(...answers.map(({ status }) => status))
}

/** Everything that can meet on one order, released together: one good end, whatever came first. */
export const races: Group = async ({ seed, size }) => {
  const ground = await enterGround()
  await ensureWorker(ground)
  const random = makeRandom(seed + 2)
  const buyers = makeBuyers({ ...ground.stand, random })
  const total = Math.max(60, Math.round(FULL * size))
  const { narrowest, requests, runs } = await play({ buyers, ground, run: random.text(8) }, total)
  await drainQueue(ground.stand, 300)
  buyers.close()
  const bad = await judgeEnds(ground, runs)
  const breaches = await checkInvariants({ payload: ground.payload })
  const sentences = [...bad, ...breaches.map(({ code, sentence }) => `${code} ${sentence}`)]
  sayAll('bad end', sentences)
  const decisions = await runInChild({ options: { seed, size }, part: 'decisions', program })
  return [
    {
      bar: atLeast(total),
      detail: `${names.length} kinds, ${requests} requests, never fewer than ${narrowest} in one moment on a pool of 10`,
      name: 'races-tried',
      unit: '',
      value: runs.length,
    },
    {
      bar: equal(0),
      detail: `ends, 5xx answers and broken invariants: ${sentences.slice(0, 4).join(' | ') || 'none'}`,
      name: 'bad-ends',
      unit: '',
      value: sentences.length,
    },
    { bar: equal(200), name: 'catalogue-after', unit: '', value: await askCatalogue(ground) },
    ...decisions,
  ] satisfies Measured[]
}
