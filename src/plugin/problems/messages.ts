import type { Post } from '../conversations'
import type { LockedProblem } from './actions/lockProblem'

import { slugsOf, sql, type Tx } from '../kernel/payload'
import { clock } from '../kernel/time'
import {
  type NotificationChannel,
  notificationsRuntime,
  type ProblemParams,
  type QueuedMessage,
  queueMessages,
  type Recipient,
} from '../notifications'
import { PROBLEM_KINDS, resolveReopenUntil } from './rules'
import { buildProblemUrl, problemsRuntime } from './runtime'

type Way = Exclude<NotificationChannel, 'inApp'>

const about = ({ id }: LockedProblem) => ({ id, type: 'problem' as const })

const customerOf = (problem: LockedProblem): Recipient => {
  const { customerId, email, locale, name, phone } = problem
  return {
    address: email,
    ...(customerId ? { customerId } : {}),
    kind: 'customer',
    locale,
    name,
    ...(phone ? { phone } : {}),
  }
}

const paramsOf = (tx: Tx, problem: LockedProblem): ProblemParams => {
  const { locale, name, number, token, what } = problem
  const { serverUrl } = problemsRuntime.get(tx.payload)
  return {
    customerName: name,
    number,
    url: buildProblemUrl({ locale, serverUrl, token }),
    what: PROBLEM_KINDS[what].label[locale],
  }
}

/** The receipt holds the link to come back by, so it is a mail, too, for who wants to hear by WhatsApp. */
const receiptWaysOf = ({ contact }: LockedProblem): readonly Way[] =>
  contact === 'whatsapp' ? ['email', 'whatsapp'] : ['email']

type Reader = { address: string; name: string }

/** Whoever looks after it, if he still may. */
export const findAssignee = async (
  tx: Tx,
  { assignee }: LockedProblem,
): Promise<Reader | undefined> => {
  const [own] = await tx.rows<Reader>(
    sql`select email as address, coalesce(name, email) as name from staff
      where id = ${assignee}::uuid and role in ('admin', 'owner')`,
  )
  return own
}

/** Whoever looks after it; everybody while nobody does. */
const findReaders = async (tx: Tx, problem: LockedProblem): Promise<readonly Reader[]> => {
  const own = await findAssignee(tx, problem)
  return own ? [own] : notificationsRuntime.get(tx.payload).findStaff(tx)
}

/** What staff are told of a report. */
export type StaffNews = {
  event: 'problem.late' | 'problem.replied' | 'problem.reported'
  problem: LockedProblem
  readers: readonly Reader[]
  step?: string
  text: string
}

/** News for the staff, one for each reader, in Indonesian. */
export const buildStaffNews = (tx: Tx, news: StaffNews): QueuedMessage[] => {
  const { event, problem, readers, step, text } = news
  const { id, name, number, replyBy, what } = problem
  const { serverUrl } = problemsRuntime.get(tx.payload)
  const panel = `${serverUrl}${tx.payload.config.routes.admin}/collections`
  const params = {
    customerName: name,
    number,
    replyBy: (replyBy ?? clock.now()).toISOString(),
    text,
    url: `${panel}/${slugsOf(tx.payload).problems}/${id}`,
    what: PROBLEM_KINDS[what].label.id,
  }
  return readers.map((reader) => ({
    event,
    params,
    recipient: { ...reader, kind: 'staff' as const, locale: 'id' as const },
    ...(step ? { step } : {}),
    subject: about(problem),
  }))
}

/** The receipt to the customer, and the news to all who may look after it. */
export const tellOfReport = async (
  tx: Tx,
  { problem, text }: { problem: LockedProblem; text: string },
): Promise<void> => {
  const replyBy = (problem.replyBy ?? clock.now()).toISOString()
  const receipt: QueuedMessage = {
    event: 'problem.received',
    params: { ...paramsOf(tx, problem), replyBy },
    recipient: customerOf(problem),
    subject: about(problem),
    ways: receiptWaysOf(problem),
  }
  const readers = await findReaders(tx, problem)
  const news = buildStaffNews(tx, { event: 'problem.reported', problem, readers, text })
  await queueMessages({ messages: [receipt, ...news], tx })
}

/** The shop has written: the customer is told, on the way that he chose for this report. */
export const tellOfAnswer = (
  tx: Tx,
  { post, problem }: { post: Post; problem: LockedProblem },
): Promise<void> =>
  queueMessages({
    messages: [
      {
        event: 'problem.answered',
        params: { ...paramsOf(tx, problem), by: post.authorName, text: post.body },
        recipient: customerOf(problem),
        step: post.id,
        subject: about(problem),
        ways: [problem.contact],
      },
    ],
    tx,
  })

/** The shop says that it is solved, and until when the customer may come back. */
export const tellOfEnd = (tx: Tx, problem: LockedProblem): Promise<void> => {
  const now = clock.now()
  const until = resolveReopenUntil(now, problemsRuntime.get(tx.payload).reopenDays)
  return queueMessages({
    messages: [
      {
        event: 'problem.resolved',
        params: { ...paramsOf(tx, problem), reopenUntil: until.toISOString() },
        recipient: customerOf(problem),
        step: now.toISOString(),
        subject: about(problem),
        ways: [problem.contact],
      },
    ],
    tx,
  })
}

/** The customer has written: whoever looks after it is told. */
export const tellOfReply = async (
  tx: Tx,
  { post, problem }: { post: Post; problem: LockedProblem },
): Promise<void> => {
  const readers = await findReaders(tx, problem)
  const news = { problem, readers, step: post.id, text: post.body }
  const messages = buildStaffNews(tx, { event: 'problem.replied', ...news })
  await queueMessages({ messages, tx })
}
