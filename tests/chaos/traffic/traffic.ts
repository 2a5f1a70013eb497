import { setTimeout as wait } from 'node:timers/promises'

import type { Stand } from '../../support/stand'

import { makeBuyers } from '../../support/load/buyer'
import { makeRandom } from '../../support/load/random'
import { reachGateway } from './gateway'
import { patiently } from './patience'
import { buy, type Fate, type Market } from './purchase'

/** Buyers at work. */
export type Traffic = {
  /** Purchases that ended in a refusal, or could not go on for minutes. */
  failures: string[]
  market: Market
  /** Resolves when everybody has finished what he had begun. */
  stop: () => Promise<void>
}

const FATES: readonly Fate[] = [
  ...Array<Fate>(9).fill('told'),
  ...Array<Fate>(3).fill('toldThrice'),
  ...Array<Fate>(4).fill('returns'),
  'swept',
  'lapsed',
  'abandoned',
]

/** The daily sweep, every few seconds. */
const sweepAgain = async (args: { isOpen: () => boolean; market: Market }): Promise<void> => {
  while (args.isOpen()) {
    await patiently(() => addSweep(args.market))
    await wait(3_000)
  }
}

/** Adds the sweep's job as its cron line would. */
export const addSweep = ({ database }: Pick<Market, 'database'>): Promise<unknown> =>
  database.rows(
    `select graphile_worker.add_job('payments.sweep', '{}', max_attempts => 3, job_key => 'sweep')`,
  )

/** Opens a market without anybody in it. */
export const openMarket = (stand: Stand, seed: number): Market => ({
  acknowledged: { abandoned: [], attempts: [], orders: [], paid: [] },
  buyers: makeBuyers({ ...stand, random: makeRandom(seed), timeoutMs: 15_000 }),
  database: stand.database,
  gateway: reachGateway(stand.simulatorUrl),
})

/** Starts `width` buyers, each of whom buys again a moment after his last purchase. */
export const startTraffic = (args: {
  name: string
  pauseMs: number
  seed: number
  stand: Stand
  width: number
}): Traffic => {
  const { name, pauseMs, seed, stand, width } = args
  const market = openMarket(stand, seed)
  const random = makeRandom(seed + 1)
  const failures: string[] = []
  let isOpen = true
  let next = 0
  const shop = async (): Promise<void> => {
    while (isOpen) {
      const key = `chaos-${name}-${next++}`
      await buy({ fate: random.pick(FATES), key, market }).catch((error: unknown) => {
        failures.push(`${key}: ${error instanceof Error ? error.message : String(error)}`)
      })
      await wait(random.below(2 * pauseMs))
    }
  }
  const running = [
    ...Array.from({ length: width }, shop),
    sweepAgain({ isOpen: () => isOpen, market }),
  ]
  return {
    failures,
    market,
    stop: async () => {
      isOpen = false
      await Promise.all(running)
      market.buyers.close()
    },
  }
}
