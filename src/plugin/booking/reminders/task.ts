import type { Payload } from 'payload'

import { z } from 'zod'

import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { type Cron, defineTask, doEach } from '../../kernel/queue'
import { queueMessages } from '../../notifications'
import { confirmKept } from '../actions/confirmKept'
import { lapseKept } from '../actions/lapseKept'
import { buildForCustomer, buildForHost, getTold } from '../messages'
import { type ReminderStage, resolveReminder } from '../rules'

const BATCH = 200
const DAY_MS = 24 * 60 * 60 * 1000

type Row = { agreedAt: string; id: string; reminded: null | string; startsAt: string }

const remindOf = (payload: Payload, id: string, stage: ReminderStage): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const noted = await tx.rows(sql`update bookings set reminded = ${stage}
      where id = ${id} and state = 'booked' and reminded is distinct from ${stage} returning id`)
    if (noted.length === 0) {
      return
    }
    const told = await getTold(tx, id)
    await queueMessages({
      messages: [
        buildForCustomer(payload, { event: 'session.soon', step: stage, told }),
        buildForHost(payload, { event: 'session.soonForHost', step: stage, told }),
      ],
      tx,
    })
  })

/** Reminds of the sessions of the next 24 hours: a day before, an hour before, each once. */
export const remindOfSessions = async (payload: Payload, now: Date): Promise<void> => {
  const horizon = new Date(now.getTime() + DAY_MS).toISOString()
  const rows = await queryRows<Row>(
    payload,
    sql`select id, starts_at as "startsAt", agreed_at as "agreedAt", reminded from bookings
      where state = 'booked' and starts_at > ${now.toISOString()} and starts_at <= ${horizon}
      order by starts_at limit ${BATCH}`,
  )
  await doEach(rows, async ({ agreedAt, id, reminded, startsAt }) => {
    const stage = resolveReminder({
      agreedAt: new Date(agreedAt),
      now,
      startsAt: new Date(startsAt),
    })
    if (stage && stage !== reminded) {
      await remindOf(payload, id, stage)
    }
  })
}

/** Once a session is paid for; the time that was kept for it is agreed. */
export const confirmBookingTask = defineTask({
  name: 'booking.confirm',
  input: z.object({ orderId: z.uuid() }),
  maxAttempts: 10,
  run: ({ orderId }, { payload }) => confirmKept(payload, orderId),
})

/** Agrees what is paid, gives back what is not, reminds of what is near. */
export const bookingTask = defineTask({
  name: 'booking.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    await doEach(
      [
        () => confirmKept(payload),
        () => lapseKept(payload, now),
        () => remindOfSessions(payload, now),
      ],
      (step) => step(),
    )
  },
})

/** Every five minutes; after a standstill once. */
export const bookingCron: Cron = {
  backfillMs: DAY_MS,
  pattern: '*/5 * * * *',
  task: bookingTask,
  wib: 'setiap lima menit',
}
