import type { Payload } from 'payload'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock, startOfWibDay, wibDayOf } from '@/plugin/kernel/time'
import { sweepContracts } from '@/plugin/overdue'
import type { Group } from '../support/figures/program'
import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { DUE_EVERY, TENOR, withManyContracts } from './manyContracts'

const HOUR_MS = 3_600_000

/** Ten in the morning, Jakarta: within the hours in which customers are written to. */
const morning = (): Date => new Date(startOfWibDay(wibDayOf(new Date())).getTime() + 10 * HOUR_MS)

const countEffects = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select ((select count(*) from ladder_steps) + (select count(*) from notifications)
      + (select count(*) from overdue_cases))::int as n`,
  )
  return row?.n ?? -1
}

/** The same selection without any work: who is due, with everything that is owed. */
const selectBare = async (payload: Payload): Promise<{ rows: number; seconds: number }> => {
  const from = performance.now()
  const [row] = await queryRows<{ rows: number }>(
    payload,
    sql`select count(*)::int as rows, sum(length(debts::text)) from (select c.order_id, o.email, c.terms, json_agg(json_build_object('seq', n.seq,
        'dueOn', n.due_on, 'amount', n.amount, 'paid', coalesce((select sum(a.amount)
          from allocations a where a.instalment_id = n.id), 0)) order by n.seq) as debts
      from contracts c join orders o on o.id = c.order_id join instalments n on n.order_id = o.id
      where c.look_at <= ${clock.now().toISOString()} group by c.order_id, o.email, c.terms) due`,
  )
  return { rows: row?.rows ?? 0, seconds: (performance.now() - from) / 1000 }
}

/** The most memory that this process holds while the work runs, in MB. */
const peakOf = async <T>(work: () => Promise<T>): Promise<{ peak: number; result: T }> => {
  let peak = process.memoryUsage.rss()
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  try {
    return { result: await work(), peak: Math.max(peak, process.memoryUsage.rss()) / 1_048_576 }
  } finally {
    clearInterval(timer)
  }
}

const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> => {
  const from = performance.now()
  return { result: await work(), seconds: (performance.now() - from) / 1000 }
}

const measure = async (payload: Payload, contracts: number): Promise<Measured[]> => {
  const now = clock.now()
  const bare = [await selectBare(payload), await selectBare(payload), await selectBare(payload)]
  const baseline = bare.map(({ seconds }) => seconds).sort((a, b) => a - b)[1] ?? Number.NaN
  const { peak, result: first } = await peakOf(() => timed(() => sweepContracts(payload, now)))
  const effects = await countEffects(payload)
  const second = await timed(() => sweepContracts(payload, now))
  const repeated = (await countEffects(payload)) - effects
  const due = Math.floor(contracts / DUE_EVERY)
  return [
    {
      bar: atMost(60),
      detail: `${due} contracts due among ${contracts} with ${contracts * TENOR} instalments`,
      name: 'sweep-seconds',
      unit: 's',
      value: first.seconds,
    },
    {
      baseline,
      detail: 'the run against the bare SQL of the same selection, which does nothing with it',
      name: 'sweep-ratio',
      unit: '×',
      value: first.seconds / baseline,
    },
    { bar: atMost(300), name: 'sweep-rss', unit: 'MB', value: peak },
    { bar: atMost(2), name: 'resweep-seconds', unit: 's', value: second.seconds },
    { bar: equal(0), name: 'resweep-effects', unit: '', value: repeated },
    {
      bar: equal(due),
      detail: `${first.result.failures.length} failed ${String(first.result.failures[0]?.error ?? '')}`,
      name: 'sweep-tried',
      unit: '',
      value: first.result.looked,
    },
    {
      bar: atLeast(due),
      detail: 'steps taken, messages queued, cases opened',
      name: 'sweep-effects',
      unit: '',
      value: effects,
    },
  ]
}

/** What the nightly look at all contracts takes in a large shop. */
export const sweep: Group = async ({ size }) => {
  const now = morning()
  clock.freeze(now)
  try {
    return await withManyContracts({ size, today: wibDayOf(now) }, measure)
  } finally {
    clock.release()
  }
}
