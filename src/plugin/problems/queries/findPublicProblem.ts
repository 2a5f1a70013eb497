import type { Payload } from 'payload'

import type { Labels, Locale } from '../../kernel/errors'
import type { ProblemKind, ProblemState } from '../rules'

import { type StoredFile, selectFiles } from '../../attachments'
import { normalisePost, type Post, selectPosts } from '../../conversations'
import { queryRows, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { problemMachine } from '../machine'
import { isInTime, PROBLEM_KINDS, resolveReopenUntil } from '../rules'
import { buildProblemUrl, isProblemToken, problemsRuntime } from '../runtime'

/** A report as whoever made it sees it: no names of accounts, no reasons, no files. */
export type PublicProblem = {
  /** Whether something may still be written; a solved report is open again by it. */
  canReply: boolean
  label: Labels
  number: string
  /** How many pictures came with it. */
  pictures: number
  posts: Omit<Post, 'id'>[]
  /** Until when a solved report may be opened again; ISO instant. */
  reopenUntil?: string
  /** By when the shop answers; absent while nothing is promised. ISO instant. */
  replyBy?: string
  reportedAt: string
  state: ProblemState
  token: string
  url: string
  what: ProblemKind
  whatLabel: Labels
}

type Row = {
  files: StoredFile[]
  locale: Locale
  number: string
  posts: Post[]
  replyBy: null | string
  reportedAt: string
  resolvedAt: null | string
  state: ProblemState
  token: string
  what: ProblemKind
}

const select = (where: SQL): SQL => sql`
  select p.number, p.state, p.what, p.token, p.locale, p.reply_by as "replyBy",
    p.resolved_at as "resolvedAt", p.created_at as "reportedAt",
    ${selectPosts('problem', sql`p.id`)} as posts, ${selectFiles('problem', sql`p.id`)} as files
  from problems p where ${where}`

const toInstant = (at: string): string => new Date(at).toISOString()

const endOf = (payload: Payload, { resolvedAt, state }: Row) => {
  if (state !== 'resolved' || resolvedAt === null) {
    return { canReply: true }
  }
  const { reopenDays: days } = problemsRuntime.get(payload)
  const at = new Date(resolvedAt)
  return {
    canReply: isInTime({ days, now: clock.now(), resolvedAt: at }),
    reopenUntil: resolveReopenUntil(at, days).toISOString(),
  }
}

const toPublic = (payload: Payload, row: Row): PublicProblem => {
  const { files, locale, number, posts, replyBy, reportedAt, state, token, what } = row
  const { serverUrl } = problemsRuntime.get(payload)
  return {
    ...endOf(payload, row),
    label: problemMachine.states[state].label,
    number,
    pictures: files.length,
    posts: posts.map(normalisePost).map(({ id: _, ...post }) => post),
    ...(replyBy ? { replyBy: toInstant(replyBy) } : {}),
    reportedAt: toInstant(reportedAt),
    state,
    token,
    url: buildProblemUrl({ locale, serverUrl, token }),
    what,
    whatLabel: PROBLEM_KINDS[what].label,
  }
}

/** The report behind a link, in one statement, or null. */
export const findPublicProblem = async (args: {
  payload: Payload
  token: string
}): Promise<null | PublicProblem> => {
  const { payload, token } = args
  if (!isProblemToken(token)) {
    return null
  }
  const [row] = await queryRows<Row>(payload, select(sql`p.token = ${token}`))
  return row ? toPublic(payload, row) : null
}

/** A line of a list of reports, for whoever may see the order. */
export type OrderProblem = { label: Labels; number: string; token: string }

/** The reports about an order, the newest first, by the order's own token. */
export const findOrderProblems = async (args: {
  payload: Payload
  token: string
}): Promise<OrderProblem[]> => {
  const rows = await queryRows<{ number: string; state: ProblemState; token: string }>(
    args.payload,
    sql`select p.number, p.state, p.token from problems p join orders o on o.id = p.order_id
      where o.token = ${args.token} order by p.created_at desc limit 20`,
  )
  return rows.map(({ number, state, token }) => ({
    label: problemMachine.states[state].label,
    number,
    token,
  }))
}
