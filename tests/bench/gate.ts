import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Payload } from 'payload'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { findFreePort } from '@/dev/ports'
import { buildMap } from '@/plugin/hosting/gate/buildMap'
import { findGateStamp, findHostStands } from '@/plugin/hosting/gate/findGateMap'
import { writeMap } from '@/plugin/hosting/gate/formats'
import { openMap } from '@/plugin/hosting/gate/rules/gateMap.mjs'
import { visit } from '../support/edge/ask'
import { GATE_TOKEN, installGate, mapOf, startGate } from '../support/edge/gate'
import { startMapDesk } from '../support/edge/origin'
import { type Running, runUntilOpen } from '../support/edge/program'
import type { Group, GroupOptions } from '../support/figures/program'
import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { runOpenLoop } from '../support/load/openLoop'
import { runPipelined } from '../support/load/pipelined'
import { openConnectionPool } from '../support/load/pool'
import { makeRandom } from '../support/load/random'
import { median, percentile } from '../support/load/samples'
import { startMailGround } from '../support/outbox/ground'
import { openLightPayload } from '../support/outbox/lightPayload'

const FULL_ACCOUNTS = 100_000
const LEAST_ACCOUNTS = 5_000
const ROUNDS = 5
const CONNECTIONS = 16
const PIPELINED = 8
/** Above this the measuring process is what is measured. */
const MOST_PER_SECOND = 1_500
/** One visit in so many is to a site that is off, and gets the page. */
const OFF_EVERY = 10

const SHOP = { serverUrl: 'https://toko.example', shopName: 'Toko' }
const BARE = `require('node:http').createServer((q, s) => { q.resume(); s.writeHead(200, { 'Content-Length': '0' }).end() }).listen(Number(process.env.PORT), '127.0.0.1')`

const nameOf = (number: number): string => `situs-${number}.contoh.example`

/** Half of all names are off: far more than any shop would have. */
const standsOf = (accounts: number): { off: string[]; on: string[] } => {
  const names = Array.from({ length: accounts }, (_, at) => nameOf(at))
  return { off: names.slice(0, accounts / 2), on: names.slice(accounts / 2) }
}

type Sides = { bare: number; gate: number }

const visitsOf = (accounts: number, seed: number): string[] => {
  const random = makeRandom(seed)
  return Array.from({ length: 400 }, (_, at) => {
    const half = random.below(accounts / 2)
    return nameOf(at % OFF_EVERY === 0 ? half : accounts / 2 + half)
  })
}

/** As many visits as the server can carry; per second, and how many were answered oddly. */
const press = async (
  port: number,
  { hosts, ms }: { hosts: readonly string[]; ms: number },
): Promise<{ odd: number; perSecond: number }> => {
  const asks = hosts.map(
    (host) =>
      `GET / HTTP/1.1\r\nHost: gate\r\nX-Forwarded-Host: ${host}\r\nX-Forwarded-Uri: /?halaman=1\r\n\r\n`,
  )
  const pressed = await runPipelined({ asks, connections: CONNECTIONS, depth: PIPELINED, ms, port })
  const { perSecond, statuses } = pressed
  const odd = [...statuses].filter(([status]) => status !== 200 && status !== 503)
  return { odd: odd.reduce((sum, [, count]) => sum + count, 0), perSecond }
}

const trickle = async (
  port: number,
  { hosts, ms, perSecond }: { hosts: readonly string[]; ms: number; perSecond: number },
): Promise<{ failed: number; samples: number[] }> => {
  const pool = openConnectionPool({ host: '127.0.0.1', port })
  try {
    return await runOpenLoop({
      ms,
      perSecond,
      work: async (index) => {
        const host = hosts[index % hosts.length] ?? ''
        const headers = `X-Forwarded-Host: ${host}\r\nX-Forwarded-Uri: /\r\n`
        const { status } = await pool.ask({ headers, path: '/' })
        if (status !== 200 && status !== 503) {
          throw new Error(String(status))
        }
      },
    })
  } finally {
    pool.close()
  }
}

const measureGate = async (
  ports: Sides,
  args: { accounts: number; change: () => void } & GroupOptions,
): Promise<Measured[]> => {
  const { accounts, change, seed, size } = args
  const hosts = visitsOf(accounts, seed)
  const slice = { hosts, ms: Math.max(1_000, 3_000 * size) }
  await press(ports.gate, slice)
  await press(ports.bare, slice)
  const rounds: { bare: number; gate: number; odd: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const gate = await press(ports.gate, slice)
    const bare = await press(ports.bare, slice)
    rounds.push({ bare: bare.perSecond, gate: gate.perSecond, odd: gate.odd + bare.odd })
  }
  const rate = median(rounds.map(({ gate }) => gate))
  const load = {
    hosts,
    ms: Math.max(3_000, 12_000 * size),
    perSecond: Math.min(MOST_PER_SECOND, rate / 2),
  }
  const bare = await trickle(ports.bare, load)
  // The map changes every second meanwhile: a gate reads it beside its visits.
  const timer = setInterval(change, 1_000)
  const gate = await trickle(ports.gate, load).finally(() => clearInterval(timer))
  const odd = rounds.reduce((sum, round) => sum + round.odd, gate.failed + bare.failed)
  return [
    {
      bar: atLeast(0.5),
      baseline: 1,
      detail: `to a bare Node http server; median of ${ROUNDS} interleaved rounds, ${accounts} accounts, half of them off, every ${OFF_EVERY}th visit gets the page`,
      name: 'gate-ratio',
      unit: '×',
      value: median(rounds.map((round) => round.gate / round.bare)),
    },
    {
      baseline: median(rounds.map((round) => round.bare)),
      detail: `${CONNECTIONS} connections, ${PIPELINED} requests on their way in each`,
      name: 'gate-rate',
      unit: '/s',
      value: rate,
    },
    {
      bar: atMost(5),
      baseline: percentile(bare.samples, 0.99),
      detail: `open loop at ${load.perSecond.toFixed(0)}/s while the map changes every second; p50 ${percentile(gate.samples, 0.5).toFixed(2)} ms; ${gate.samples.length} visits`,
      name: 'gate-p99',
      unit: 'ms',
      value: percentile(gate.samples, 0.99),
    },
    { bar: equal(0), detail: 'visits that failed', name: 'gate-odd', unit: '', value: odd },
  ]
}

const runGate = async (options: GroupOptions, accounts: number): Promise<Measured[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lunas-bench-gate-'))
  const { off, on } = standsOf(accounts)
  const desk = await startMapDesk({ body: mapOf({ off, on }), token: GATE_TOKEN })
  const running: Running[] = []
  try {
    await installGate(folder)
    const gatePort = await findFreePort({ wanted: 4_780 })
    const mapPort = desk.port
    running.push(
      await startGate({ env: { GATE_PULL_SECONDS: '1' }, folder, mapPort, port: gatePort }),
    )
    const barePort = await findFreePort({ wanted: gatePort + 1 })
    const env = { PORT: String(barePort) }
    const bare = { args: ['-e', BARE], command: process.execPath, cwd: folder, env, port: barePort }
    running.push(await runUntilOpen(bare))
    const ask = () =>
      visit({ headers: { 'X-Forwarded-Host': off[0] ?? '' }, host: 'x', port: gatePort })
    while ((await ask()).status !== 503) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    // Written beforehand: who measures has no time to write maps.
    const bodies = [1, 2].map((missing) => mapOf({ off: off.slice(missing), on }))
    let turn = 0
    const change = (): void => {
      turn += 1
      desk.setBody(bodies[turn % bodies.length] ?? '')
    }
    return await measureGate({ bare: barePort, gate: gatePort }, { ...options, accounts, change })
  } finally {
    await Promise.all(running.map(({ kill }) => kill()))
    await desk.close()
    await rm(folder, { force: true, recursive: true })
  }
}

const ID = (kind: number) => `0000000${kind}-0000-7000-8000-000000000001`

const fill = async (payload: Payload, accounts: number): Promise<void> => {
  const statements = [
    sql`insert into orders (id, number, token, state, payment_state, customer_name, email, phone, total,
        placed_at, locale, created_at, updated_at)
      values (${ID(1)}::uuid, 'UJI/1', 'uji-1', 'open', 'partly_paid', 'Pelanggan', 'uji@contoh.id',
        '+6281234567890', 100000, now(), 'id', now(), now())`,
    sql`insert into order_items (id, order_id, seq, title, kind, product_slug, quantity, unit_price, amount,
        created_at, updated_at)
      values (${ID(2)}::uuid, ${ID(1)}::uuid, 1, 'VPS', 'vps', 'vps', 1, 100000, 100000, now(), now())`,
    sql`insert into hosting_accounts (id, title, kind, order_id, order_item_id, unit, state, hosts, wanted,
        wish, observed, name, created_at, updated_at)
      select gen_random_uuid(), 'VPS', 'vps', ${ID(1)}::uuid, ${ID(2)}::uuid, n,
        case when n % 10 = 0 then 'terminated' else 'active' end,
        jsonb_build_array('situs-' || n || '.contoh.example'),
        case when n % 10 = 0 then 'gone' when n % 2 = 0 then 'off' else 'on' end, 1, 'on', 'u' || n, now(), now()
      from generate_series(1, ${accounts}::int) n`,
    sql`analyze hosting_accounts`,
  ]
  for (const statement of statements) {
    await queryRows(payload, statement)
  }
}

const buildOnce = async (
  payload: Payload,
): Promise<{ listed: number; look: number; whole: number }> => {
  const from = performance.now()
  await findGateStamp(payload, clock.now())
  const look = (performance.now() - from) / 1_000
  const map = buildMap(await findHostStands(payload, clock.now()), SHOP)
  const listed = openMap(map).hosts.size
  writeMap(map, 'json')
  return { listed, look, whole: (performance.now() - from) / 1_000 }
}

const measureMap = async (accounts: number): Promise<Measured[]> => {
  const ground = await startMailGround()
  const { close, payload } = await openLightPayload(ground.settings)
  try {
    await fill(payload, accounts)
    const built: Awaited<ReturnType<typeof buildOnce>>[] = []
    for (let round = 0; round < ROUNDS; round++) {
      built.push(await buildOnce(payload))
    }
    const listed = built[0]?.listed ?? 0
    return [
      {
        bar: atMost(1),
        detail: `from Postgres to the text that is handed out, ${accounts} hosts on record, ${listed} names listed with their www.; median of ${ROUNDS}`,
        name: 'map-seconds',
        unit: 's',
        value: median(built.map(({ whole }) => whole)),
      },
      {
        detail: 'the look every few seconds that says nothing has changed',
        name: 'map-look-seconds',
        unit: 's',
        value: median(built.map(({ look }) => look)),
      },
    ]
  } finally {
    await close()
    await ground.stop()
  }
}

/** The standalone gate against the least that any Node server does, and what a new map costs the shop. */
export const gate: Group = async (options) => {
  const accounts = Math.max(LEAST_ACCOUNTS, Math.round(FULL_ACCOUNTS * options.size))
  return [...(await runGate(options, accounts)), ...(await measureMap(accounts))]
}
