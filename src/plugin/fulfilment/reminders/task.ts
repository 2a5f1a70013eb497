import type { Payload } from 'payload'

import { z } from 'zod'

import { isDomainError } from '../../kernel/errors'
import { queryRows, sql, SYSTEM } from '../../kernel/payload'
import { type Cron, defineTask, doEach } from '../../kernel/queue'
import { moveFulfilment } from '../actions/moveFulfilment'
import { sendFollowUps } from '../followUps/send'
import { fulfilmentRuntime } from '../runtime'
import { remind } from './remind'

const BATCH = 200

/** The days for questions are over: what nobody came back about is done. */
const closeLapsed = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  const lapsed = await queryRows<{ id: string }>(
    payload,
    sql`select id from fulfilments where follow_up_until < ${now.toISOString()} and due_at is null
      order by follow_up_until limit ${BATCH}`,
  )
  await doEach(lapsed, async ({ id }) => {
    try {
      await moveFulfilment(payload, { actor: SYSTEM, event: 'close', id })
    } catch (error) {
      // Somebody has closed or reopened it in this very moment.
      if (!isDomainError(error, 'event.notAllowed')) {
        throw error
      }
    }
  })
}

/** Begins what was forgotten, ends what has lapsed, reminds of what is promised, asks how it went. */
export const fulfilmentTask = defineTask({
  name: 'fulfilment.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    const { owner } = fulfilmentRuntime.get(payload)
    await doEach(
      [
        () => owner.catchUp(payload),
        () => closeLapsed({ now, payload }),
        () => remind({ now, payload }),
        () => sendFollowUps({ now, payload }),
      ],
      (step) => step(),
    )
  },
})

/** Every ten minutes; after a standstill once. */
export const fulfilmentCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '*/10 * * * *',
  task: fulfilmentTask,
  wib: 'setiap sepuluh menit',
}
