import type { Group, GroupOptions } from '../support/figures/program'

import { findFreePort } from '../../src/dev/ports'
import { waitUntilServed } from '../../src/dev/launch/ready'
import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { targetOf } from '../support/load/address'
import { askCallback, inventCallback } from '../support/load/callback'
import { runClosedLoop } from '../support/load/closedLoop'
import { runOpenLoop } from '../support/load/openLoop'
import { openConnectionPool } from '../support/load/pool'
import { makeRandom, type Random } from '../support/load/random'
import { median, percentile } from '../support/load/samples'
import { type Stand, startStand } from '../support/stand'
import { prepareProgram, type Program } from '../support/stand/processes'
import { buildBareShop } from './bareShop'

const CONNECTIONS = 32
const OURS = '/api/duitku/callback'
const BARE = '/api/bench/callback'

type Bench = { nodeUrl: string; random: Random; stand: Stand }

const startBareServer = async (stand: Stand): Promise<{ program: Program; url: string }> => {
  const port = await findFreePort({ wanted: 3440 })
  const url = `http://127.0.0.1:${port}`
  const program = prepareProgram({
    args: ['--conditions=production', '--import', 'tsx', 'tests/bench/bareServer.ts'],
    env: { ...stand.settings, PORT: String(port) },
    log: '.lunas/stand/bare.log',
    name: 'bare',
    ready: () => waitUntilServed({ seconds: 30, url }),
  })
  await program.start()
  return { program, url }
}

/** Genuine, new callbacks for `ms`; answers how many were kept per second. */
const press = async (args: {
  bench: Bench
  ms: number
  path: string
  url: string
}): Promise<{ failed: number; good: number; perSecond: number }> => {
  const { bench, ms, path, url } = args
  const result = await runClosedLoop({
    connections: CONNECTIONS,
    isGood: ({ status }) => status === 200,
    makeAsk: () => askCallback(path, inventCallback(bench.random)),
    ms,
    target: targetOf(url),
  })
  return { ...result, good: result.samples.length - result.failed }
}

type Round = { bare: number; node: number; ours: number }

const runRounds = async (args: {
  bench: Bench
  rounds: number
  sliceMs: number
}): Promise<{ failed: number; good: number; rounds: Round[] }> => {
  const { bench, sliceMs } = args
  const rounds: Round[] = []
  let failed = 0
  let good = 0
  const web = bench.stand.webUrl
  for (let round = 0; round < args.rounds; round++) {
    const ours = await press({ bench, ms: sliceMs, path: OURS, url: web })
    const bare = await press({ bench, ms: sliceMs, path: BARE, url: web })
    const node = await press({ bench, ms: sliceMs / 2, path: '/', url: bench.nodeUrl })
    failed += ours.failed + bare.failed + node.failed
    good += ours.good
    rounds.push({ bare: bare.perSecond, node: node.perSecond, ours: ours.perSecond })
  }
  return { failed, good, rounds }
}

/** Genuine, new callbacks at an even rate, however long the answers take. */
const trickle = async (args: {
  bench: Bench
  ms: number
  path: string
  perSecond: number
}): Promise<{ failed: number; samples: number[]; sent: number }> => {
  const { bench, ms, path, perSecond } = args
  const pool = openConnectionPool(targetOf(bench.stand.webUrl))
  const work = async (): Promise<void> => {
    const { status } = await pool.ask(askCallback(path, inventCallback(bench.random)))
    if (status !== 200) {
      throw new Error(String(status))
    }
  }
  try {
    return await runOpenLoop({ ms, perSecond, work })
  } finally {
    pool.close()
  }
}

const countKept = async (stand: Stand): Promise<{ events: number; jobs: number }> => {
  const [row] = await stand.database.rows<{ events: number; jobs: number }>(
    `select (select count(*)::int from payment_events) as events,
      (select count(*)::int from graphile_worker.jobs where task_identifier = 'payments.settle') as jobs`,
  )
  return row ?? { events: 0, jobs: 0 }
}

const measure = async (bench: Bench, { size }: GroupOptions): Promise<Measured[]> => {
  const { stand } = bench
  const web = stand.webUrl
  const sliceMs = Math.max(1000, 4000 * size)
  // The handler alone is compared: what the worker does afterwards is what `settle` measures.
  await stand.worker.stop()
  const warm = await press({ bench, ms: 3000, path: OURS, url: web })
  await press({ bench, ms: 2000, path: BARE, url: web })
  await press({ bench, ms: 1000, path: '/', url: bench.nodeUrl })
  const { failed, good, rounds } = await runRounds({ bench, rounds: 5, sliceMs })
  const ours = median(rounds.map((round) => round.ours))
  const load = { bench, ms: Math.max(3000, 15_000 * size), perSecond: ours / 2 }
  const bareHalf = await trickle({ ...load, path: BARE })
  const half = await trickle({ ...load, path: OURS })
  const kept = await countKept(stand)
  const answered = warm.good + good + half.samples.length
  const detail = `median of ${rounds.length} interleaved rounds of ${sliceMs} ms, ${CONNECTIONS} connections, worker stopped`
  const bare = median(rounds.map((round) => round.bare))
  const node = median(rounds.map((round) => round.node))
  return [
    {
      bar: atLeast(0.8),
      baseline: 1,
      detail: `to the bare route handler in the same server (HMAC, one row); ${detail}`,
      name: 'callback-ratio',
      unit: '×',
      value: median(rounds.map((round) => round.ours / round.bare)),
    },
    {
      baseline: node,
      detail: 'baseline: bare Node + pg, no framework',
      name: 'callback-rate',
      unit: '/s',
      value: ours,
    },
    { detail: 'bare route handler', name: 'callback-bare-rate', unit: '/s', value: bare },
    {
      bar: atMost(50),
      baseline: percentile(bareHalf.samples, 0.99),
      detail: `baseline: the bare route handler right before; open loop at ${(ours / 2).toFixed(0)}/s, ${half.sent} sent; p50 ${percentile(half.samples, 0.5).toFixed(1)} ms`,
      name: 'callback-p99',
      unit: 'ms',
      value: percentile(half.samples, 0.99),
    },
    {
      bar: equal(0),
      detail: `of ${answered} answered 200: events and settle jobs missing in the database, and answers other than 200`,
      name: 'callback-missing',
      unit: '',
      value:
        Math.abs(answered - kept.events) +
        Math.abs(answered - kept.jobs) +
        failed +
        half.failed +
        bareHalf.failed,
    },
  ]
}

/** Duitku's callbacks: how much our handler costs over the least that any handler does. */
export const callbacks: Group = async (options) => {
  const stand = await startStand({ webFolder: await buildBareShop() })
  try {
    await stand.database.rows(`create table bench_callbacks (id bigserial primary key,
      merchant_order_id text not null, amount numeric not null, reference text, result_code text,
      created_at timestamptz not null default now())`)
    const { program, url } = await startBareServer(stand)
    try {
      const random = makeRandom(options.seed)
      return await measure({ nodeUrl: url, random, stand }, options)
    } finally {
      await program.stop()
    }
  } finally {
    await stand.stop()
  }
}
