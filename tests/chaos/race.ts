import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { Group, GroupOptions } from '../support/figures/program'

import { convergeTask, hostingTendCron, hostingTendTask } from '@/plugin/hosting'
import { queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import { queueConverge } from '@/plugin/hosting/converge/job'
import { startWorker } from '@/plugin/kernel/queue'
import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { makeRandom, type Random } from '../support/load/random'
import { percentile } from '../support/load/samples'
import { startMailGround } from '../support/outbox/ground'
import { excerpt } from './judge'
import { findApart, findBroken, findMisled, settled } from './services/judge'
import { PANEL_TABLES } from './services/panel'
import {
  askForServices,
  forgetMails,
  openServiceShop,
  pay,
  type Service,
  suspend,
} from './services/shop'

const RACES = 10_000
const FEWEST_RACES = 200
/** Wider than any pool of connections. */
const WIDE = 40
/** Workers at the same time, and calls that are out at the same time. */
const AT_ONCE = 8
/** Latest moment of a payment after its suspension was decided: beyond the end of the calls. */
const SPREAD_MS = 900
/** The bar: a site is back within a minute after its payment. */
const BACK_MS = 60_000

/** One suspension, and the payment at any moment of it. */
const raceOne = async (payload: Payload, service: Service, random: Random): Promise<void> => {
  await suspend(payload, service)
  await wait(random.below(SPREAD_MS))
  await pay(payload, service)
}

type Course = { bad: string[]; races: number; waits: number[] }

const run = async (
  payload: Payload,
  { random, races, services }: { random: Random; races: number; services: Service[] },
): Promise<Course> => {
  const course: Course = { bad: [], races: 0, waits: [] }
  while (course.races < races) {
    await Promise.all(services.map((service) => raceOne(payload, service, random)))
    const paidAt = performance.now()
    const isSettled = await settled(payload, BACK_MS)
    course.waits.push((performance.now() - paidAt) / 1000)
    course.races += services.length
    course.bad.push(...(isSettled ? [] : ['not settled in time']), ...(await findApart(payload)))
    await forgetMails(payload)
  }
  course.bad.push(...(await findMisled(payload)), ...(await findBroken(payload)))
  return course
}

const countMoves = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from transitions where machine = 'hosting' and event = 'suspend'`,
  )
  return row?.n ?? 0
}

const measure = async (
  settings: Record<string, string>,
  { seed, size }: GroupOptions,
): Promise<Measured[]> => {
  const races = Math.max(FEWEST_RACES, Math.round(RACES * size))
  const random = makeRandom(seed + 11)
  const { close, payload } = await openServiceShop(settings, {
    pace: () => random.below(15),
    parallel: AT_ONCE,
  })
  for (const statement of PANEL_TABLES) {
    await queryRows(payload, sql.raw(statement))
  }
  const services = await askForServices(payload, WIDE)
  const tx = statementsOn(payload)
  await Promise.all(
    services.map(({ id: accountId }) => queueConverge(tx, { accountId, isUrgent: true })),
  )
  const worker = await startWorker({
    concurrency: AT_ONCE,
    connectionString: settings.DATABASE_URL ?? '',
    crons: [hostingTendCron],
    payload,
    tasks: [convergeTask, hostingTendTask],
  })
  try {
    await settled(payload, BACK_MS)
    const course = await run(payload, { random, races, services })
    const told = await countMoves(payload)
    return [
      {
        bar: atLeast(races),
        detail: `${WIDE} at a time`,
        name: 'races',
        unit: '',
        value: course.races,
      },
      {
        bar: equal(0),
        detail: excerpt(course.bad),
        name: 'bad-ends',
        unit: '',
        value: course.bad.length,
      },
      {
        bar: atLeast(1),
        detail: 'came as far as a suspension that was seen; the others were overtaken',
        name: 'races-seen-off',
        unit: '',
        value: told,
      },
      {
        bar: atMost(60),
        detail: 'until the last of a round was back',
        name: 'race-back-worst',
        unit: 's',
        value: percentile(course.waits, 1),
      },
    ]
  } finally {
    await worker.stop()
    await close()
  }
}

/** Customers pay at every moment of their suspension: on in the end, and told nothing that was not so. */
export const race: Group = async (options) => {
  const ground = await startMailGround()
  try {
    return await measure(ground.settings, options)
  } finally {
    await ground.stop()
  }
}
