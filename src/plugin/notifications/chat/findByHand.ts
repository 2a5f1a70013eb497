import type { Payload } from 'payload'

import type { Notification } from '../schema'
import { type NotificationState, WAITING_FOR_A_HAND } from '../states'

import { queryRows, sql } from '../../kernel/payload'
import { NOTIFICATION_COLUMNS } from '../deliver/ledger'

/** A message that waits for a hand. */
export type ByHand = { createdAt: Date | string; state: NotificationState } & Notification

/** One page of them, oldest first. */
export type ByHandPage = { messages: ByHand[]; page: number; pages: number; total: number }

const PER_PAGE = 25

/** Messages whose column this is read under: also what the todo board counts. */
export const WAITS_FOR_A_HAND = sql`channel = 'whatsapp' and state in (${sql.join(
  WAITING_FOR_A_HAND.map((state) => sql`${state}`),
  sql`, `,
)})`

/** WhatsApp messages that a person has to send, oldest first; a page too far is the last one. */
export const findByHand = async (args: {
  /** Counted from 1. */
  page: number
  payload: Payload
}): Promise<ByHandPage> => {
  const { payload } = args
  const [counted] = await queryRows<{ total: number }>(
    payload,
    sql`select count(*)::int as total from notifications where ${WAITS_FOR_A_HAND}`,
  )
  const total = counted?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  const page = Math.min(Math.max(1, args.page), pages)
  const messages = await queryRows<ByHand>(
    payload,
    sql`select ${NOTIFICATION_COLUMNS}, state, created_at as "createdAt" from notifications
      where ${WAITS_FOR_A_HAND}
      order by created_at, id limit ${PER_PAGE} offset ${(page - 1) * PER_PAGE}`,
  )
  return { messages, page, pages, total }
}
