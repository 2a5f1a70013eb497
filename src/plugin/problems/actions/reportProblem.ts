import type { Payload } from 'payload'

import { createHash, randomBytes } from 'node:crypto'

import type { Locale } from '../../kernel/errors'
import type { LockedProblem } from './lockProblem'

import { type CleanFile, keepFiles, readFiles, type SentFile } from '../../attachments'
import { writePost } from '../../conversations'
import { newId, parseInput, runInTransaction, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { problemMachine } from '../machine'
import { tellOfReport } from '../messages'
import { type Report, reportSchema } from '../schema'
import { findReplyBy } from './fireProblem'
import { takeMailboxToken } from './limits'
import { lockProblem } from './lockProblem'

/** What somebody sends, as it came. */
export type ReportArgs = {
  customerId?: string | undefined
  /** Names this press of the button: sent again with the same words, it is the same report. */
  idempotencyKey?: string | undefined
  input: unknown
  locale: Locale
  payload: Payload
  pictures: readonly SentFile[]
}

/** Where a report can be found again. */
export type Reported = { number: string; replyBy: string; token: string }

/** Field of the form that holds the pictures. */
export const PICTURES_FIELD = 'screenshots'

const keyOf = (report: Report, key: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([key ?? newId(), report]))
    .digest('base64url')

/** By the token of its page; else by number and mailbox together, so that no number can be tried out. */
const findOrder = ({ email, order, orderToken }: Report): SQL =>
  orderToken === ''
    ? sql`(select id from orders where number = ${order.toUpperCase()} and lower(email) = ${email})`
    : sql`(select id from orders where token = ${orderToken})`

type NewProblem = {
  customerId?: string | undefined
  key: string
  locale: Locale
  replyBy: Date
  report: Report
}

/** Its id, or nothing when the same report is there already. */
const insertProblem = async (tx: Tx, problem: NewProblem): Promise<string | undefined> => {
  const { customerId, key, locale, replyBy, report } = problem
  const { contact, email, name, order, phone, what } = report
  const at = clock.now().toISOString()
  const [row] = await tx.rows<{ id: string }>(sql`
    insert into problems (id, number, token, key, state, what, order_id, typed_order, customer_id,
      name, email, phone, contact, locale, reply_by, created_at, updated_at)
    select ${newId()}::uuid, 'M-' || lpad(nextval('problem_number_seq')::text, 6, '0'),
      ${randomBytes(32).toString('base64url')}, ${key}, ${problemMachine.initial}, ${what},
      ${findOrder(report)}, ${order || null}, ${customerId ?? null}::uuid, ${name}, ${email},
      ${phone || null}, ${contact}, ${locale}, ${replyBy.toISOString()}::timestamptz,
      ${at}::timestamptz, ${at}::timestamptz
    on conflict (key) do nothing returning id`)
  return row?.id
}

const write = async (
  tx: Tx,
  args: { files: CleanFile[]; id: string; report: Report },
): Promise<void> => {
  const { files, id, report } = args
  const subject = { id, kind: 'problem' }
  await writePost(tx, {
    author: { kind: 'customer', name: report.name },
    body: report.text,
    key: 'report',
    subject,
  })
  await keepFiles(tx, { files, subject })
}

const toReported = ({ number, replyBy, token }: LockedProblem): Reported => ({
  number,
  replyBy: (replyBy ?? clock.now()).toISOString(),
  token,
})

/**
 * Takes a report: number, promise, first post and pictures at once or not at all; the receipt and the
 * news to the staff are queued with it. Sent twice with one key and the same words, it is one report.
 *
 * @throws DomainError `input.invalid`, `problem.…`, `customer.…`, `conversation.…`, `attachment.…`,
 * each with its field; `rateLimited` when too many name this mailbox
 */
export const reportProblem = async (args: ReportArgs): Promise<Reported> => {
  const { customerId, idempotencyKey, locale, payload, pictures } = args
  const report = parseInput(reportSchema, args.input)
  const files = await readFiles(pictures, { field: PICTURES_FIELD })
  await takeMailboxToken(payload, report.email)
  const key = keyOf(report, idempotencyKey)
  return runInTransaction(payload, async (tx) => {
    const replyBy = await findReplyBy(tx, clock.now())
    const id = await insertProblem(tx, { customerId, key, locale, replyBy, report })
    const problem = await lockProblem(tx, sql`p.key = ${key}`)
    if (id) {
      await write(tx, { files, id, report })
      await tellOfReport(tx, { problem, text: report.text })
    }
    return toReported(problem)
  })
}
