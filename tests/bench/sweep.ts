import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import type { Payload } from 'payload'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock, startOfWibDay, wibDayOf } from '@/plugin/kernel/time'
import type { Group } from '../support/figures/program'
import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { scriptArgs } from '../support/outbox/ground'
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

type Swept = { failures: number; looked: number; mb: number; reason: string; seconds: number }

/** What a run may keep; V8 collects late where memory is plenty, so that it shows what is needed only when it is scarce. */
const HEAP_MB = 96

/** One run in a process of its own: its memory is that of a worker, not of who filled the tables. */
const sweepOnce = async (settings: Record<string, string>): Promise<Swept> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      ...scriptArgs('tests/bench/sweepOne.ts'),
      clock.now().toISOString(),
    ],
    { env: { ...process.env, ...settings } },
  )
  return JSON.parse(/swept=(.+)/.exec(stdout)?.[1] ?? '{}') as Swept
}

const measure = async (
  payload: Payload,
  { contracts, settings }: { contracts: number; settings: Record<string, string> },
): Promise<Measured[]> => {
  const bare = [await selectBare(payload), await selectBare(payload), await selectBare(payload)]
  const baseline = bare.map(({ seconds }) => seconds).sort((a, b) => a - b)[1] ?? Number.NaN
  const first = await sweepOnce(settings)
  const effects = await countEffects(payload)
  const second = await sweepOnce(settings)
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
    {
      bar: atMost(300),
      detail: `highest of a process of its own with ${HEAP_MB} MB of heap`,
      name: 'sweep-rss',
      unit: 'MB',
      value: first.mb,
    },
    { bar: atMost(2), name: 'resweep-seconds', unit: 's', value: second.seconds },
    { bar: equal(0), name: 'resweep-effects', unit: '', value: repeated },
    {
      bar: equal(due),
      detail: `${first.failures} failed ${first.reason}`,
      name: 'sweep-tried',
      unit: '',
      value: first.looked,
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
