import { sql } from '@payloadcms/db-postgres'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { z } from 'zod'

import { queryRows } from '../../../src/plugin/kernel/payload/database'
import { defineTask, giveUp, retryLater } from '../../../src/plugin/kernel/queue'

const leaveEffect = (payload: Payload, name: string, note: string): Promise<unknown> =>
  queryRows(payload, sql`insert into trial_effects (name, note) values (${name}, ${note})`)

/** Leaves one trace per run. */
export const record = defineTask({
  backoff: { capMs: 400, firstMs: 100 },
  input: z.object({ note: z.string() }),
  maxAttempts: 10,
  name: 'trial.record',
  run: async ({ note }, { payload }) => {
    await leaveEffect(payload, 'record', note)
  },
})

/** Leaves a trace at its beginning and at its end. */
export const slow = defineTask({
  backoff: { capMs: 400, firstMs: 100 },
  input: z.object({ ms: z.number(), note: z.string() }),
  maxAttempts: 10,
  name: 'trial.slow',
  run: async ({ ms, note }, { payload }) => {
    await leaveEffect(payload, 'started', note)
    await sleep(ms)
    await leaveEffect(payload, 'finished', note)
  },
})

/** Fails so many times, then succeeds. */
export const stumble = defineTask({
  backoff: { capMs: 400, firstMs: 100 },
  input: z.object({ failures: z.number(), note: z.string() }),
  maxAttempts: 3,
  name: 'trial.stumble',
  run: async ({ failures, note }, { attempt, payload }) => {
    await leaveEffect(payload, 'stumble', `${note} ${attempt}`)
    if (attempt <= failures) {
      throw new Error(`stumbled at ${attempt}`)
    }
  },
})

/** Says itself what becomes of it. */
export const verdict = defineTask({
  input: z.object({ afterMs: z.number().optional(), note: z.string() }),
  maxAttempts: 5,
  name: 'trial.verdict',
  run: async ({ afterMs, note }, { attempt, payload }) => {
    await leaveEffect(payload, 'verdict', `${note} ${attempt}`)
    if (afterMs === undefined) {
      throw giveUp({ reason: 'nobody there' })
    }
    if (attempt === 1) {
      throw retryLater({ afterMs, reason: 'come again' })
    }
  },
})

/** Started by the clock. */
export const tick = defineTask({
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  name: 'trial.tick',
  run: async (_input, { payload }) => {
    await leaveEffect(payload, 'tick', '')
  },
})

/** Short work in company; ends as its note says. */
export const sociable = defineTask({
  backoff: { capMs: 400, firstMs: 100 },
  input: z.object({ ms: z.number(), note: z.string() }),
  maxAttempts: 2,
  name: 'trial.sociable',
  run: async ({ ms, note }, { attempt, payload }) => {
    await leaveEffect(payload, 'sociable', `${note} ${attempt}`)
    await sleep(ms)
    if (note.startsWith('stumbles') && attempt === 1) {
      throw new Error(`stumbled at ${attempt}`)
    }
    if (note.startsWith('hopeless')) {
      throw giveUp({ reason: 'nobody there' })
    }
    await leaveEffect(payload, 'sociable end', note)
  },
  together: 30,
})

/** Everything that the trial worker runs. */
export const trialTasks = [record, slow, sociable, stumble, tick, verdict]
