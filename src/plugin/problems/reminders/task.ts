import type { Payload } from 'payload'

import { z } from 'zod'

import { findPastCalendar } from '../../fulfilment'
import { queryRows, runInTransaction, sql, statementsOn, type Tx } from '../../kernel/payload'
import { type Cron, defineTask, doEach } from '../../kernel/queue'
import { isWorkingTime, subtractWorkingTime } from '../../kernel/time'
import { notificationsRuntime, queueMessages, type ReasonCheck } from '../../notifications'
import { type LockedProblem, lockProblem } from '../actions/lockProblem'
import { buildStaffNews, findAssignee } from '../messages'
import { problemsRuntime } from '../runtime'

const BATCH = 200

/** Of which instant it is told now, and of which promise that was broken before all are told. */
type Clock = { allBefore: Date; now: Date }

const findLate = (payload: Payload, { allBefore, now }: Clock): Promise<{ id: string }[]> =>
  queryRows(
    payload,
    sql`select id from problems where reply_by <= ${now.toISOString()}
        and (reminded is null or (reminded = 'late' and reply_by <= ${allBefore.toISOString()}))
      order by reply_by, id limit ${BATCH}`,
  )

const LAST_POST = (id: string) => sql`select left(body, 1000) as text from conversation_posts
  where subject_kind = 'problem' and subject_id = ${id} and author_kind = 'customer'
  order by seq desc limit 1`

/** First whoever looks after it, later everybody; who was told of this promise is not told again. */
const findReaders = async (tx: Tx, problem: LockedProblem, { allBefore }: Clock) => {
  const own = await findAssignee(tx, problem)
  const isFirst = own !== undefined && problem.replyBy !== null && problem.replyBy > allBefore
  return isFirst
    ? { readers: [own], stage: 'late' }
    : { readers: await notificationsRuntime.get(tx.payload).findStaff(tx), stage: 'all' }
}

/** Notes the lateness and queues its mails, both or neither. Whoever is second finds it noted. */
const remindOf = (payload: Payload, args: { clock: Clock; id: string }): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { clock, id } = args
    const problem = await lockProblem(tx, sql`p.id = ${id}`)
    const { readers, stage } = await findReaders(tx, problem, clock)
    const noted = await tx.rows(sql`update problems set reminded = ${stage}
      where id = ${id} and reply_by <= ${clock.now.toISOString()}
        and reminded is distinct from ${stage} returning id`)
    if (noted.length === 0) {
      return
    }
    const [post] = await tx.rows<{ text: string }>(LAST_POST(id))
    const step = problem.replyBy?.toISOString() ?? ''
    const news = { problem, readers, step, text: post?.text ?? '' }
    await queueMessages({ messages: buildStaffNews(tx, { event: 'problem.late', ...news }), tx })
  })

/**
 * Reminds, within the hours of work, of reports whose time for an answer has passed: whoever looks after
 * it at once, all the others when it stays so for the hours that the shop has set. Once for each.
 */
export const problemTask = defineTask({
  name: 'problems.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    const calendar = await findPastCalendar({ payload, ...statementsOn(payload) }, now)
    if (isWorkingTime(now, calendar)) {
      const { escalateHours } = problemsRuntime.get(payload)
      const clock = { allBefore: subtractWorkingTime(now, escalateHours, calendar), now }
      await doEach(await findLate(payload, clock), ({ id }) => remindOf(payload, { clock, id }))
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
