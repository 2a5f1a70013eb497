import { parseCronItems, type ParsedCronItem } from 'graphile-worker'

import type { Task } from './task'

/** Work that the clock starts. */
export type Cron = {
  /** How far back missed times are made up for after a standstill; they collapse into one run. */
  backfillMs: number
  /** Five fields, UTC. */
  pattern: string
  task: Task<Record<string, never>>
  /** The same time in words, as people in Jakarta say it: `setiap hari pukul 00.05 WIB`. */
  wib: string
}

/**
 * Cron lines as the engine wants them. Every tick shares one job key per task, so ticks that were
 * missed, or that come while the last run still waits for a retry, end in one run instead of many.
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
