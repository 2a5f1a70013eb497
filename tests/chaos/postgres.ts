import { setTimeout as wait } from 'node:timers/promises'

import type { Group, GroupOptions } from '../support/figures/program'

import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { percentile } from '../support/load/samples'
import type { Stand } from '../support/stand'
import { onGround } from './ground'
import { excerpt, type Judgement, judgeStand } from './judge'
import { buy, type Market } from './traffic/purchase'
import { openMarket, startTraffic } from './traffic/traffic'

const RESTARTS = 20
const FEWEST_RESTARTS = 2
/** How long a shop may need until a fresh purchase passes once its database is back. */
const RECOVERY_SECONDS = 10
/** After this long without a fresh purchase somebody counts as dead. */
const GIVE_UP_MS = 60_000

/** Seconds from the signal: Postgres answers, an order stands, its invoice does, it is paid. */
type Recovery = { mode: string; stages: number[] }

type Outcome = { deaths: string[]; recoveries: Recovery[]; restarts: number }

/** One whole purchase from click to paid, which needs the web server, the worker and the database. */
const buyFresh = async (args: {
  key: string
  market: Market
  onStage: () => void
}): Promise<void> => {
  const { token } = await buy({ ...args, fate: 'told' })
  await args.market.buyers.waitUntilPaid({ everyMs: 100, timeoutMs: GIVE_UP_MS, token })
  args.onStage()
}

const restartOnce = async (args: {
  market: Market
  outcome: Outcome
  round: number
  stand: Stand
}): Promise<void> => {
  const { market, outcome, round, stand } = args
  const mode = round % 2 === 0 ? 'immediate' : 'fast'
  const startedAt = performance.now()
  const stages: number[] = []
  const onStage = (): void => void stages.push((performance.now() - startedAt) / 1000)
  await stand.postgres.restart(mode)
  onStage()
  outcome.restarts++
  try {
    await buyFresh({ key: `chaos-fresh-${round}`, market, onStage })
    outcome.recoveries.push({ mode, stages })
  } catch (error) {
    outcome.deaths.push(`${mode} restart ${round}: ${String(error)}`)
  }
  for (const name of ['web', 'worker'] as const) {
    if (!stand[name].isAlive()) {
      outcome.deaths.push(`${name} ended after the ${mode} restart ${round}`)
      await stand[name].start()
    }
  }
}

/** What the shop itself took: from the first answer of Postgres until a fresh purchase was paid. */
const secondsOf = ({ stages }: Recovery): number =>
  (stages.at(-1) ?? Number.NaN) - (stages[0] ?? Number.NaN)

const describeRecoveries = (recoveries: Recovery[]): string => {
  const slowest = recoveries.toSorted((a, b) => secondsOf(b) - secondsOf(a))[0]
  const [database, order, invoice, paid] = (slowest?.stages ?? []).map((at) => at.toFixed(1))
  const median = percentile(recoveries.map(secondsOf), 0.5).toFixed(1)
  return `from Postgres's first answer until a fresh purchase is paid; median ${median} s; slowest (${slowest?.mode}), from the signal: Postgres ${database}, order ${order}, invoice ${invoice}, paid ${paid} s`
}

const buildFigures = (args: {
  judgement: Judgement
  outcome: Outcome
  wanted: number
}): Measured[] => {
  const { judgement, outcome, wanted } = args
  const { purchases, verdict } = judgement
  const { deaths, recoveries, restarts } = outcome
  const figure = (name: string, value: number, rest: Partial<Measured>): Measured => ({
    name,
    unit: '',
    value,
    ...rest,
  })
  return [
    figure('restarts', restarts, {
      bar: atLeast(wanted),
      detail: `immediate and fast in turn, fsync on, during ${purchases} purchases`,
    }),
    figure('commits-lost', verdict.lost.length, { bar: equal(0), detail: excerpt(verdict.lost) }),
    figure('commits-tried', verdict.tried, { bar: atLeast(wanted), detail: 'things looked at' }),
    figure('workers-dead', deaths.length, { bar: equal(0), detail: excerpt(deaths) }),
    figure('restart-effects-doubled', verdict.doubled.length, {
      bar: equal(0),
      detail: excerpt(verdict.doubled),
    }),
    figure('restart-recovery-max', percentile(recoveries.map(secondsOf), 1), {
      bar: atMost(RECOVERY_SECONDS),
      detail: describeRecoveries(recoveries),
      unit: 's',
    }),
    ...judgement.figures,
  ]
}

const measure = async (stand: Stand, { seed, size }: GroupOptions): Promise<Measured[]> => {
  const wanted = Math.max(FEWEST_RESTARTS, Math.round(RESTARTS * size))
  const traffic = startTraffic({ name: 'postgres', pauseMs: 300, seed, stand, width: 8 })
  const fresh = openMarket(stand, seed + 7)
  const market = { ...fresh, acknowledged: traffic.market.acknowledged }
  const outcome: Outcome = { deaths: [], recoveries: [], restarts: 0 }
  for (let round = 0; round < wanted; round++) {
    await wait(2_000)
    await restartOnce({ market, outcome, round, stand })
  }
  const judgement = await judgeStand({ name: 'restart', stand, traffic })
  market.buyers.close()
  return buildFigures({ judgement, outcome, wanted })
}

/** The database restarts under load; what was acknowledged stays, and nobody has to be woken. */
export const postgres: Group = (options) => onGround((stand) => measure(stand, options))
