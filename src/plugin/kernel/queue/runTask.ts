import type { Task as QueueTask } from 'graphile-worker'
import type { Payload } from 'payload'

import { z } from 'zod'

import type { Companion } from './companions'
import type { Company } from './company'
import type { AnyTask } from './task'

import { clock } from '../time'
import { giveUp } from './outcome'

/** Cron adds `_cron` to the input; tasks do not want it. */
const withoutCron = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null || !('_cron' in input)) {
    return input
  }
  const { _cron, ...rest } = input
  return rest
}

const parseJobInput = (task: AnyTask, input: unknown): never => {
  const parsed = task.input.safeParse(withoutCron(input))
  if (!parsed.success) {
    throw giveUp({ reason: `Input of ${task.name} does not fit: ${z.prettifyError(parsed.error)}` })
  }
  // The schema that has just parsed it is the one whose type `run` takes.
  return parsed.data as never
}

/** Wraps a task for the engine: input checked, context made, company allowed. */
export const wrapTask =
  (args: { company: Company; payload: Payload; task: AnyTask }): QueueTask =>
  async (_input, { abortSignal, job }) => {
    const { company, payload, task } = args
    const run = async (one: Companion): Promise<void> =>
      task.run(parseJobInput(task, one.payload), {
        attempt: one.attempts,
        jobId: String(one.id),
        maxAttempts: one.max_attempts,
        now: clock.now(),
        payload,
        signal: abortSignal ?? new AbortController().signal,
      })
    await (task.together ? company.run({ job, run, task }) : run(job))
  }
