import type { Payload } from 'payload'

import { z } from 'zod'

import { calendarOf, selectHolidays } from '../../fulfilment'
import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { type Cron, defineTask, doEach } from '../../kernel/queue'
import { isWorkingTime } from '../../kernel/time'
import { notificationsRuntime, queueMessages, type ReasonCheck } from '../../notifications'
import { lockProblem } from '../actions/lockProblem'
import { buildStaffNews } from '../messages'

const BATCH = 200

const findLate = (payload: Payload, now: Date): Promise<{ id: string }[]> =>
  queryRows(
    payload,
    sql`select id from problems where reply_by <= ${now.toISOString()} and reminded is null
      order by reply_by, id limit ${BATCH}`,
  )

const LAST_POST = (id: string) => sql`select left(body, 1000) as text from conversation_posts
  where subject_kind = 'problem' and subject_id = ${id} and author_kind = 'customer'
  order by seq desc limit 1`

/** Notes the lateness and queues its mails, both or neither. Whoever is second finds it noted. */
const remindOf = (payload: Payload, args: { id: string; now: Date }): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { id, now } = args
    const problem = await lockProblem(tx, sql`p.id = ${id}`)
    const noted = await tx.rows(sql`update problems set reminded = 'late'
      where id = ${id} and reply_by <= ${now.toISOString()} and reminded is null returning id`)
    if (noted.length === 0) {
      return
    }
    const [post] = await tx.rows<{ text: string }>(LAST_POST(id))
    const readers = await notificationsRuntime.get(payload).findStaff(tx)
    const step = problem.replyBy?.toISOString() ?? ''
    const news = { problem, readers, step, text: post?.text ?? '' }
    await queueMessages({ messages: buildStaffNews(tx, { event: 'problem.late', ...news }), tx })
  })

/** Reminds, within the hours of work, of reports whose time for an answer has passed: once for each. */
export const problemTask = defineTask({
  name: 'problems.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    const [row] = await queryRows<{ holidays: string[] }>(
      payload,
      sql`select ${selectHolidays(now)} as holidays`,
    )
    if (isWorkingTime(now, calendarOf(payload, row?.holidays ?? []))) {
      await doEach(await findLate(payload, now), ({ id }) => remindOf(payload, { id, now }))
    }
  },
})

/** Every ten minutes; after a standstill once. */
export const problemCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '*/10 * * * *',
  task: problemTask,
  wib: 'setiap sepuluh menit',
}

/** The reminder is stale once somebody has answered: another promise is running then, or none. */
export const isStillUnanswered: ReasonCheck = async ({ notification, payload }) => {
  const { step, subjectId } = notification
  const rows = await queryRows(
    payload,
    sql`select id from problems where id::text = ${subjectId} and reply_by = ${step}::timestamptz`,
  )
  return rows.length > 0
}
