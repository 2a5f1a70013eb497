import type { Locale } from '../../kernel/errors'
import type { ContactWay, ProblemKind, ProblemState } from '../rules'

import { DomainError } from '../../kernel/errors'
import { type SQL, sql, type Tx } from '../../kernel/payload'

/** A report under lock. */
export type LockedProblem = {
  assignee: null | string
  contact: ContactWay
  customerId: null | string
  email: string
  id: string
  locale: Locale
  name: string
  number: string
  orderId: null | string
  phone: null | string
  replyBy: Date | null
  resolvedAt: Date | null
  state: ProblemState
  token: string
  what: ProblemKind
}

type Row = Omit<LockedProblem, 'replyBy' | 'resolvedAt'> & {
  replyBy: null | string
  resolvedAt: null | string
}

const toDate = (at: null | string): Date | null => (at === null ? null : new Date(at))

/** Columns of a {@link LockedProblem}. */
export const PROBLEM_COLUMNS =
  sql.raw(`p.id, p.number, p.state::text as state, p.what, p.name, p.email,
  p.phone, p.contact, p.locale, p.token, p.order_id as "orderId", p.assignee_id as assignee,
  p.customer_id::text as "customerId", p.reply_by as "replyBy", p.resolved_at as "resolvedAt"`)

/** A row of {@link PROBLEM_COLUMNS} with its instants as dates. */
export const toProblem = (row: Row): LockedProblem => ({
  ...row,
  replyBy: toDate(row.replyBy),
  resolvedAt: toDate(row.resolvedAt),
})

/**
 * Locks one report and reads it. Whoever needs its order, too, has locked that before.
 *
 * @throws DomainError `problem.notFound`
 */
export const lockProblem = async (tx: Tx, where: SQL): Promise<LockedProblem> => {
  const [row] = await tx.rows<Row>(
    sql`select ${PROBLEM_COLUMNS} from problems p where ${where} for update`,
  )
  if (!row) {
    throw new DomainError('problem.notFound')
  }
  return toProblem(row)
}
