import type { RunnerOptions, WorkerEventMap } from 'graphile-worker'
import type { Payload } from 'payload'

import type { Log } from './log'

/** A node-postgres pool, as the engine takes it. */
export type EnginePool = NonNullable<RunnerOptions['pgPool']>

/** One connection of it. */
export type EngineClient = WorkerEventMap['pool:listen:success']['client']

type Verify = (client: EngineClient, done: (error?: Error) => void) => void
type PoolConfig = Record<string, number | string | true | Verify>
type PgModule = { Pool: new (config: PoolConfig) => EnginePool }

/** A pool that outlives restarts of Postgres: it waits for the database instead of failing. */
export type PatientPool = {
  end: () => Promise<void>
  pool: EnginePool
  /** From now on failures are failures; for a stop while the database is away. */
  stopWaiting: () => void
}

const PAUSE_MS = 250
const CONNECTION_CODE =
  /^(?:08\w{3}|57P0[123]|53300|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/
const CONNECTION_MESSAGE =
  /connection (?:terminated|ended)|timeout exceeded when trying to connect|not queryable|read timeout/i

/** Whether an error says "the database is away" rather than "your statement is wrong". */
export const isConnectionError = (error: unknown): boolean => {
  if (!(error instanceof Error)) {
    return false
  }
  const { code } = error as { code?: unknown } & Error
  return (
    (typeof code === 'string' && CONNECTION_CODE.test(code)) ||
    CONNECTION_MESSAGE.test(error.message)
  )
}

/** Resolves after `ms`. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))

const makePatience =
  (isOpen: () => boolean) =>
  async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await attempt()
      } catch (error) {
        if (!isOpen() || !isConnectionError(error)) {
          throw error
        }
        await pause(PAUSE_MS)
      }
    }
  }

/**
 * The engine takes the first job of its index. A queue grows faster than Postgres counts it, and who thinks
 * it short reads and sorts all of it for every job: ten thousand jobs would take as many turns each.
 */
const WALK_INDEXES = 'set enable_seqscan = off; set enable_sort = off'

/**
 * The engine asks the same few questions all day, and a question with a list in it is planned anew each time,
 * in the hope of a better plan, which takes longer than its answer.
 */
const PLAN_ONCE = 'set plan_cache_mode = force_generic_plan'

const prepare: Verify = (client, done) => {
  client.query(`${WALK_INDEXES}; ${PLAN_ONCE}`).then(() => done(), done)
}

const openPool = (args: {
  connectionString: string
  log: Log
  max: number
  payload: Payload
}): EnginePool => {
  // The host's own node-postgres, so that there is one driver (and one instrumented one) per process.
  const { Pool } = (args.payload.db as unknown as { pg: PgModule }).pg
  const pool = new Pool({
    application_name: 'lunas-worker',
    connectionString: args.connectionString,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    max: args.max,
    query_timeout: 30_000,
    statement_timeout: 30_000,
    verify: prepare,
  })
  const note = (err: Error): void => args.log.warn({ msg: `Queue connection lost: ${err.message}` })
  // Without a listener a restart of Postgres ends the process (facts: F8).
  pool.on('error', note)
  pool.on('connect', (client) => client.on('error', note))
  return pool
}

type Connected = (
  error: Error | undefined,
  client?: EngineClient,
  done?: (release?: unknown) => void,
) => void

/**
 * The engine gives up on several things for good when a query meets a restarting database (a cron
 * loop, a worker that cannot report a job). So `connect` and `query` of its pool wait here until the
 * database is back; what still fails is a statement cut off half-way.
 */
export const makePatientPool = (args: {
  connectionString: string
  log: Log
  max: number
  payload: Payload
}): PatientPool => {
  const pool = openPool(args)
  let open = true
  const patiently = makePatience(() => open)
  const connect = pool.connect.bind(pool) as () => Promise<EngineClient>
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<unknown>
  const patientConnect = (onConnected?: Connected): Promise<EngineClient> | undefined => {
    const client = patiently(connect)
    if (!onConnected) {
      return client
    }
    client.then(
      (ready) => onConnected(undefined, ready, ready.release.bind(ready) as () => void),
      onConnected,
    )
    return undefined
  }
  pool.connect = patientConnect as EnginePool['connect']
  pool.query = ((...input: unknown[]) => patiently(() => query(...input))) as EnginePool['query']
  const stopWaiting = (): void => {
    open = false
  }
  return {
    end: () => {
      stopWaiting()
      return pool.end()
    },
    pool,
    stopWaiting,
  }
}
