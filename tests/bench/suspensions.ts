import type { Payload } from 'payload'

import type { Group, GroupOptions } from '../support/figures/program'

import { convergeTask, hostingTendCron, hostingTendTask } from '@/plugin/hosting'
import { queueConverge } from '@/plugin/hosting/converge/job'
import { queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { findApart, findBroken, findMisled, settled } from '../chaos/services/judge'
import { PANEL_TABLES } from '../chaos/services/panel'
import {
  askForServices,
  forgetMails,
  openServiceShop,
  pay,
  type Service,
  suspend,
} from '../chaos/services/shop'
import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { makeRandom } from '../support/load/random'
import { startMailGround } from '../support/outbox/ground'
import { measureSiteBack } from './siteBack'

const FULL = 1_000
const FEWEST = 60
/** As many services at a time as the shop allows. */
const PARALLEL = 4
/** More workers than that: they wait for their turn. */
const WORKERS = 8
/** Of those that wait at the end of the queue, one in so many pays before it is its turn. */
const PAYS_EVERY = 10
const LIMIT_MS = 300_000
/** How long a call to the simulator takes before and after its effect, at most. */
const PACE_MS = 60

type Course = { apart: string[] }

const work = async (
  payload: Payload,
  settings: Record<string, string>,
  queue: () => Promise<void>,
): Promise<Course> => {
  await queue()
  const worker = await startWorker({
    concurrency: WORKERS,
    connectionString: settings.DATABASE_URL ?? '',
    crons: [hostingTendCron],
    payload,
    tasks: [convergeTask, hostingTendTask],
  })
  try {
    const isSettled = await settled(payload, LIMIT_MS)
    return { apart: [...(isSettled ? [] : ['not drained in time']), ...(await findApart(payload))] }
  } finally {
    await worker.stop()
  }
}

/** From the first call to the end of the last one. */
const findSeconds = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ seconds: number }>(
    payload,
    sql`select extract(epoch from max(ended_at) - min(begun_at))::float8 as seconds from hosting_calls`,
  )
  return row?.seconds ?? Number.NaN
}

/** The most calls that were out at the same time. */
const findMost = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ most: number }>(
    payload,
    sql`select max(n)::int as most from (select sum(d) over (order by at, d) as n from (
      select begun_at as at, 1 as d from hosting_calls where verb = 'suspend'
      union all select ended_at, -1 from hosting_calls where verb = 'suspend') moments) counts`,
  )
  return row?.most ?? 0
}

/**
 * Out of order: begun more places before its turn than there are workers, or asked of a server for an
 * earlier wish than one that it was asked for before.
 */
const countDisordered = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select ((select count(*) from (
        select row_number() over (order by c.begun_at) as begun, row_number() over (order by a.wanted_at) as asked
        from hosting_calls c join hosting_accounts a on a.id = c.account_id where c.verb = 'suspend') q
      where q.asked - q.begun > ${WORKERS}::int) + (select count(*) from (
        select wish, lag(wish) over (partition by account_id order by begun_at) as before from hosting_calls) w
      where w.wish < w.before))::int as n`,
  )
  return row?.n ?? -1
}

const countSuspended = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from hosting_accounts where state = 'suspended'`,
  )
  return row?.n ?? 0
}

const countNeedless = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from hosting_calls c join hosting_accounts a on a.id = c.account_id
      where c.verb = 'suspend' and a.wanted = 'on'`,
  )
  return row?.n ?? -1
}

const judge = async (
  payload: Payload,
  { course, payers, services }: { course: Course; payers: number; services: number },
): Promise<Measured[]> => {
  const wrong = [...course.apart, ...(await findMisled(payload)), ...(await findBroken(payload))]
  const left = services - payers
  const seconds = await findSeconds(payload)
  return [
    {
      bar: atLeast(left),
      detail: `queued before the first worker came; ${payers} more were paid while they waited`,
      name: 'suspensions-tried',
      unit: '',
      value: await countSuspended(payload),
    },
    {
      detail: `drained in ${seconds.toFixed(1)} s; each call takes up to ${2 * PACE_MS} ms at the simulator, and is looked at after`,
      name: 'suspensions-rate',
      unit: '/s',
      value: left / seconds,
    },
    {
      bar: atMost(PARALLEL),
      detail: `most calls at the same time, by ${WORKERS} workers; ${PARALLEL} services may be in hand`,
      name: 'suspensions-parallel',
      unit: '',
      value: await findMost(payload),
    },
    {
      bar: equal(0),
      detail: 'begun before their turn, or for a wish that was over',
      name: 'suspensions-out-of-order',
      unit: '',
      value: await countDisordered(payload),
    },
    {
      bar: equal(0),
      detail: 'of those who paid while they waited: switched off all the same',
      name: 'suspensions-needless',
      unit: '',
      value: await countNeedless(payload),
    },
    {
      bar: equal(0),
      detail: wrong.slice(0, 2).join('; '),
      name: 'suspensions-bad-ends',
      unit: '',
      value: wrong.length,
    },
  ]
}

const queueAll = async (payload: Payload, services: readonly Service[]): Promise<number> => {
  for (const service of services) {
    await suspend(payload, service)
  }
  const payers = services.slice(services.length / 2).filter((_, at) => at % PAYS_EVERY === 0)
  for (const service of payers) {
    await pay(payload, service)
  }
  return payers.length
}

const measure = async (
  settings: Record<string, string>,
  { seed, size }: GroupOptions,
): Promise<Measured[]> => {
  const random = makeRandom(seed + 17)
  const pace = () => random.below(PACE_MS)
  const { close, payload } = await openServiceShop(settings, { pace, parallel: PARALLEL })
  try {
    for (const statement of PANEL_TABLES) {
      await queryRows(payload, sql.raw(statement))
    }
    const services = await askForServices(payload, Math.max(FEWEST, Math.round(FULL * size)))
    await work(payload, settings, async () => {
      for (const { id: accountId } of services) {
        await queueConverge(statementsOn(payload), { accountId, isUrgent: true })
      }
    })
    await forgetMails(payload)
    await queryRows(payload, sql`delete from hosting_calls`)
    let payers = 0
    const course = await work(payload, settings, async () => {
      payers = await queueAll(payload, services)
    })
    return await judge(payload, { course, payers, services: services.length })
  } finally {
    await close()
  }
}

/** Many suspensions that wait, drained as many at a time as the shop allows; and a site that comes back. */
export const suspensions: Group = async (options) => {
  const ground = await startMailGround()
  try {
    return await measure(ground.settings, options)
  } finally {
    await ground.stop()
  }
}

/** From a payment to the site that answers again, on a real Caddy. */
export const siteBack: Group = async (options) => {
  const ground = await startMailGround()
  try {
    const { typical, waits, worst } = await measureSiteBack(ground.settings, options)
    const detail = `${waits} times, from the commit of the settled payment to 200 on a real Caddy; the callback settles before it (settle-p99)`
    return [
      { bar: atMost(3), detail, name: 'site-back-typical', unit: 's', value: typical },
      { bar: atMost(60), name: 'site-back-worst', unit: 's', value: worst },
      { bar: atLeast(1), name: 'site-back-tried', unit: '', value: waits },
    ]
  } finally {
    await ground.stop()
  }
}
