import type { Runner, WorkerEvents } from 'graphile-worker'
import type { Payload } from 'payload'

import { run, runMigrations } from 'graphile-worker'
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import type { AnyTask } from './task'

import { clock } from '../time'
import { type Company, makeCompany } from './company'
import { collapseMissedTicks, type Cron, toCronItems } from './cron'
import { type Log, makeEngineLogger } from './log'
import { keepLookout, OWN_LOOK_MS } from './lookout'
import { makePatientPool, pause } from './pool'
import { startRegister } from './register'
import { settleFailures } from './retries'
import { wrapTask } from './runTask'

/** What a worker process runs. */
export type WorkerOptions = {
  /** Jobs at the same time. Default 8. */
  concurrency?: number
  connectionString: string
  crons: readonly Cron[]
  /** How long a stop waits for running jobs. Default 20 s. */
  drainMs?: number
  payload: Payload
  tasks: readonly AnyTask[]
}

/** A running worker. */
export type Worker = {
  /** Takes no new jobs, waits for running ones, closes its connections. */
  stop: () => Promise<void>
}

/** Listener, session locks, cron and failure verdicts want a connection beside the jobs' own. */
const SPARE_CONNECTIONS = 4
const RESTART_PAUSE_MS = 200

/**
 * Keeps one engine running. The engine never replaces a worker that could not report its job (the
 * database went away at that very moment); left alone it ends with none. So after such a death a
 * fresh engine takes over while the old one finishes what it still holds.
 */
const superviseEngine = async (args: {
  events: WorkerEvents
  log: Log
  startEngine: () => Promise<Runner>
}): Promise<{ stop: () => Promise<void> }> => {
  const { events, log, startEngine } = args
  let current = await startEngine()
  let deaths = 0
  let open = true
  let replacing: Promise<void> | undefined
  const stopQuietly = (runner: Runner): Promise<void> =>
    runner.stop().catch((error: unknown) => log.debug({ err: error, msg: 'Engine stop' }))
  const replace = async (): Promise<void> => {
    while (open && deaths > 0) {
      await pause(RESTART_PAUSE_MS)
      deaths = 0
      const old = current
      current = await startEngine()
      void stopQuietly(old)
      log.warn({ msg: 'Queue engine replaced after a worker died' })
    }
  }
  const onDeath = (): void => {
    deaths++
    replacing ??= replace()
      .catch((error: unknown) => log.error({ err: error, msg: 'Queue engine not replaced' }))
      .finally(() => {
        replacing = undefined
      })
  }
  events.on('worker:fatalError', onDeath)
  return {
    stop: async () => {
      open = false
      await replacing
      await stopQuietly(current)
    },
  }
}

/** Waits for `work`, but no longer than `ms`; the timer alone keeps no process alive. */
const withinTime = (args: { ms: number; work: Promise<void> }): Promise<void> =>
  Promise.race([args.work, sleep(args.ms, undefined, { ref: false })])

const makeEngineStarter = (
  args: Required<Omit<WorkerOptions, 'connectionString' | 'drainMs'>> & {
    company: Company
    events: WorkerEvents
    pgPool: ReturnType<typeof makePatientPool>['pool']
    preset: GraphileConfig.Preset
  },
): (() => Promise<Runner>) => {
  const { company, concurrency, crons, events, payload, pgPool, preset, tasks } = args
  const taskList = Object.fromEntries(
    tasks.map((task) => [task.name, wrapTask({ company, payload, task })]),
  )
  const parsedCronItems = toCronItems(crons)
  const logger = makeEngineLogger(payload.logger)
  return async () => {
    await runMigrations({ logger, pgPool })
    await collapseMissedTicks({ items: parsedCronItems, now: clock.now(), pool: pgPool })
    const runner = await run({
      concurrency,
      events,
      logger,
      noHandleSignals: true,
      parsedCronItems,
      pgPool,
      pollInterval: OWN_LOOK_MS,
      preset,
      taskList,
    })
    runner.promise.catch((error: unknown) =>
      payload.logger.error({ err: error, msg: 'Queue engine' }),
    )
    return runner
  }
}

/** Starts a worker in this process. Signals are the caller's business: call `stop` and exit. */
export const startWorker = async (options: WorkerOptions): Promise<Worker> => {
  const { concurrency = 8, drainMs = 20_000, payload, tasks } = options
  const log = payload.logger
  const events: WorkerEvents = new EventEmitter()
  const patient = makePatientPool({
    connectionString: options.connectionString,
    log,
    max: concurrency + SPARE_CONNECTIONS,
    payload,
  })
  const { pool } = patient
  const company = makeCompany({ log, pool })
  const register = startRegister({ events, log, pool, takenAlong: company.takenAlong })
  const lookout = keepLookout(events)
  const settled = settleFailures({ events, log, pool, tasks })
  const engine = await superviseEngine({
    events,
    log,
    startEngine: makeEngineStarter({
      ...options,
      company,
      concurrency,
      events,
      pgPool: pool,
      preset: register.preset,
    }),
  })
  return {
    stop: async () => {
      lookout.stop()
      const drained = engine.stop().then(settled)
      await withinTime({ ms: drainMs, work: drained })
      patient.stopWaiting()
      await withinTime({ ms: 1_000, work: register.stop().then(patient.end) })
    },
  }
}
