import { parseCronItems, type ParsedCronItem } from 'graphile-worker'

import type { EnginePool } from './pool'
import type { Task } from './task'

/** Work that the clock starts. */
export type Cron = {
  /** How far back a missed time is made up for after a standstill. However many: in one run. */
  backfillMs: number
  /** Five fields, UTC. */
  pattern: string
  task: Task<Record<string, never>>
  /** The same time in words, as people in Jakarta say it: `setiap hari pukul 00.05 WIB`. */
  wib: string
}

const MINUTE = 60_000

/**
 * Cron lines as the engine wants them. All ticks of a task share one job key, so a tick that comes
 * while the last run still waits for a retry replaces it.
 */
export const toCronItems = (crons: readonly Cron[]): ParsedCronItem[] =>
  parseCronItems(
    crons.map(({ backfillMs, pattern, task }) => ({
      identifier: `${task.name} ${pattern}`,
      match: pattern,
      options: {
        backfillPeriod: backfillMs,
        jobKey: `cron:${task.name}`,
        jobKeyMode: 'replace',
        maxAttempts: task.maxAttempts,
      },
      task: task.name,
    })),
  )

/** The last minute before `now`, within the item's reach, at which it was due. */
export const findLatestTick = (args: { item: ParsedCronItem; now: Date }): Date | undefined => {
  const { item, now } = args
  const first = now.getTime() - item.options.backfillPeriod
  for (let at = now.getTime() - (now.getTime() % MINUTE); at >= first; at -= MINUTE) {
    const tick = new Date(at)
    const isDue = item.match({
      date: tick.getUTCDate(),
      dow: tick.getUTCDay(),
      hour: tick.getUTCHours(),
      min: tick.getUTCMinutes(),
      month: tick.getUTCMonth() + 1,
    })
    if (isDue) {
      return tick
    }
  }
  return undefined
}

const SKIP_TO = `update graphile_worker._private_known_crontabs set last_execution = $2
  where identifier = $1 and coalesce(last_execution, known_since) < $2`

/**
 * The engine makes up for every single missed tick, each as a job of its own. Our tasks look at the
 * whole state, so the latest one is enough: the ones before it count as done.
 */
export const collapseMissedTicks = async (args: {
  items: readonly ParsedCronItem[]
  now: Date
  pool: EnginePool
}): Promise<void> => {
  const { items, now, pool } = args
  for (const item of items) {
    const latest = findLatestTick({ item, now })
    if (latest) {
      await pool.query(SKIP_TO, [item.identifier, new Date(latest.getTime() - MINUTE)])
    }
  }
}
