import { setTimeout as wait } from 'node:timers/promises'

import type { Stand } from '../support/stand'

/**
 * Waits until no job is left that could run now, nor a new one that is due within the minute (mails
 * wait for a moment); a job that failed and waits for its next try, or is dead, is not waited for.
 * Answers how many are left when time is up.
 */
export const drainQueue = async (stand: Stand, seconds: number): Promise<number> => {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    const [row] = await stand.database.rows<{ left: number }>(
      `select count(*)::int as left from graphile_worker._private_jobs
        where attempts < max_attempts
          and (run_at <= now() or (attempts = 0 and run_at <= now() + interval '1 minute'))`,
    )
    const left = row?.left ?? 0
    if (left === 0 || performance.now() > deadline) {
      return left
    }
    await wait(500)
  }
}
