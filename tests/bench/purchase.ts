import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import type { Group, GroupOptions } from '../support/figures/program'
import type { Measured } from '../support/figures/row'

import { atLeast, atMost } from '../support/figures/row'
import { makeBuyers, type Buyers } from '../support/load/buyer'
import { makeRandom } from '../support/load/random'
import { percentile } from '../support/load/samples'
import { type Stand, startStand } from '../support/stand'
import { describeCpu } from '../support/stand/cpu'
import { drainQueue } from './queue'

const WORKERS = 8
/** How often an open order page of this bench asks; the storefront asks every few seconds. */
const POLL_MS = 10

type Purchase = { ms: number; stages: number[]; token: string }

/** One whole guest purchase, from the click on "order" until the status address says paid. */
const buy = async (args: { buyers: Buyers; key: string }): Promise<Purchase> => {
  const { buyers, key } = args
  const startedAt = performance.now()
  const { token } = await buyers.placeOrder(key)
  const placedAt = performance.now()
  const payment = await buyers.openPayment(token)
  const openedAt = performance.now()
  await buyers.pay(payment)
  await wait(POLL_MS)
  await buyers.waitUntilPaid({ everyMs: POLL_MS, timeoutMs: 30_000, token })
  const endedAt = performance.now()
  const stages = [placedAt - startedAt, openedAt - placedAt, endedAt - openedAt]
  return { ms: endedAt - startedAt, stages, token }
}

const runWorkers = async (args: {
  buyers: Buyers
  name: string
  total: number
}): Promise<{ failures: string[]; purchases: Purchase[]; seconds: number }> => {
  const purchases: Purchase[] = []
  const failures: string[] = []
  let next = 0
  const startedAt = performance.now()
  const work = async (): Promise<void> => {
    while (next < args.total) {
      const key = `bench-${args.name}-${next++}`
      await buy({ buyers: args.buyers, key }).then(
        (purchase) => purchases.push(purchase),
        (error: unknown) => failures.push(error instanceof Error ? error.message : String(error)),
      )
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  return { failures, purchases, seconds: (performance.now() - startedAt) / 1000 }
}

/** How many of these orders the database itself holds as wholly and exactly paid. */
const countPaid = async (stand: Stand, tokens: string[]): Promise<number> => {
  const [row] = await stand.database.rows<{ paid: number }>(
    `select count(*)::int as paid from orders o
      where o.token = any($1::text[]) and o.payment_state = 'paid'
        and (select count(*) from payments p where p.order_id = o.id and p.state = 'paid') = 1
        and o.total = (select sum(a.amount) from allocations a
          join instalments i on i.id = a.instalment_id where i.order_id = o.id)
        and 0 = (select sum(l.amount) from ledger_entries l
          where l.order_id = o.id and l.account = 'receivable')`,
    [tokens],
  )
  return row?.paid ?? 0
}

/** Statements run since `reset`, most frequent first; those of this bench left out. */
const readStatements = (stand: Stand): Promise<{ calls: number; ms: number; query: string }[]> =>
  stand.database.rows(
    `select calls::float8 as calls, total_exec_time as ms, regexp_replace(query, '\\s+', ' ', 'g') as query
      from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
        and query not like '%pg_stat_statements%' and query not like '%count(*)%run_at <= now()%'
      order by calls desc`,
  )

const sumCalls = (statements: { calls: number }[]): number =>
  statements.reduce((sum, { calls }) => sum + calls, 0)

/**
 * Statements of one purchase, everything counted: both requests, callback, settling, polls, the
 * mails of buyer and staff, BEGIN and COMMIT. What an idle shop runs meanwhile is taken off.
 */
const countStatements = async (stand: Stand, buyers: Buyers): Promise<number> => {
  const count = 40
  const reset = (): Promise<unknown> => stand.database.rows('select pg_stat_statements_reset()')
  await drainQueue(stand, 120)
  await reset()
  await wait(3000)
  const idlePerSecond = sumCalls(await readStatements(stand)) / 3
  await reset()
  const startedAt = performance.now()
  for (let index = 0; index < count; index++) {
    await buy({ buyers, key: `bench-statements-${index}` })
  }
  await drainQueue(stand, 60)
  const seconds = (performance.now() - startedAt) / 1000
  const statements = await readStatements(stand)
  const lines = statements.map(
    ({ calls, ms, query }) =>
      `${(calls / count).toFixed(2)}  ${(ms / count).toFixed(3)} ms  ${query}`,
  )
  writeFileSync('.lunas/stand/statements.txt', `${lines.join('\n')}\n`)
  return (sumCalls(statements) - seconds * idlePerSecond) / count
}

const measure = async (stand: Stand, { seed, size }: GroupOptions): Promise<Measured[]> => {
  const buyers = makeBuyers({ ...stand, random: makeRandom(seed) })
  const total = Math.max(80, Math.round(3000 * size))
  await runWorkers({ buyers, name: 'warm', total: Math.min(400, total) })
  await drainQueue(stand, 120)
  const before = stand.cpu()
  const { failures, purchases, seconds } = await runWorkers({ buyers, name: 'run', total })
  const paid = await countPaid(
    stand,
    purchases.map(({ token }) => token),
  )
  const mailsLeft = await drainQueue(stand, 0)
  const drainedAt = performance.now()
  await drainQueue(stand, 180)
  const mailSeconds = (performance.now() - drainedAt) / 1000
  const cpu = describeCpu({ after: stand.cpu(), before, count: total })
  const statements = await countStatements(stand, buyers)
  buyers.close()
  const samples = purchases.map(({ ms }) => ms)
  const stageAt = (index: number): string =>
    percentile(
      purchases.map(({ stages }) => stages[index] ?? 0),
      0.5,
    ).toFixed(0)
  const stages = `${cpu}; p50 ${percentile(samples, 0.5).toFixed(0)} ms = order ${stageAt(0)} + payment ${stageAt(1)} + paid ${stageAt(2)}`
  return [
    {
      bar: atLeast(150),
      detail: `${total} purchases, ${WORKERS} workers, fsync on; ${failures.length} failed ${failures[0] ?? ''}; ${mailsLeft} jobs behind at the end, drained in ${mailSeconds.toFixed(0)} s`,
      name: 'purchase-rate',
      unit: '/s',
      value: paid / seconds,
    },
    {
      bar: atMost(200),
      detail: stages,
      name: 'purchase-p99',
      unit: 'ms',
      value: percentile(samples, 0.99),
    },
    {
      bar: atLeast(total),
      detail: 'orders that the database holds as paid once, in full, books balanced',
      name: 'purchase-verified',
      unit: '',
      value: paid,
    },
    {
      bar: atMost(40),
      detail:
        'pg_stat_statements over 40 purchases, everything included: polls, 3 mails, BEGIN, COMMIT',
      name: 'purchase-statements',
      unit: '',
      value: statements,
    },
  ]
}

/** Whole guest purchases over HTTP, eight buyers at once. */
export const purchase: Group = async (options) => {
  const stand = await startStand()
  try {
    return await measure(stand, options)
  } finally {
    await stand.stop()
  }
}
