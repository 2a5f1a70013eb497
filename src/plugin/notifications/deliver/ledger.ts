import type { Notification } from '../schema'

import { sql, type Tx } from '../../kernel/payload'
import { textColumn } from '../texts/textColumn'

/** How an attempt to send ended. */
export type Ending =
  | { error: string; state: 'dead' | 'unknown' }
  | {
      error: string
      state: 'queued'
      /** Not before so many milliseconds; absent, the queue's own patience decides. */
      waitMs?: number
    }
  | { messageId: string; state: 'sent' }
  | { state: 'dropped' | 'manual' }

/** A row of the outbox as `Notification` wants it. */
export const NOTIFICATION_COLUMNS = sql`${sql.raw(`id, event, channel, attempts::int as attempts, locale,
  params, step, subject_type as "subjectType", subject_id as "subjectId",
  recipient_kind as "recipientKind", recipient_address as "recipientAddress",
  recipient_name as "recipientName", coalesce(recipient_phone, '') as "recipientPhone"`)},
  ${textColumn(sql.raw('notifications.event'), sql.raw('notifications.locale'))} as text`

/**
 * Notes the ending, unless another sender has taken the message over meanwhile (then its word counts) or
 * has ended it. A database that crashed may have forgotten that the message was taken (`desk.ts`); the
 * ending counts all the same, or nobody would ever look at the message again. Answers whether it was noted.
 */
export const endAttempt = async (args: {
  ending: Ending
  notification: Notification
  tx: Pick<Tx, 'rows'>
}): Promise<boolean> => {
  const { ending, notification, tx } = args
  const error = 'error' in ending ? ending.error.slice(0, 1_000) : null
  const messageId = 'messageId' in ending ? ending.messageId : null
  const noted = await tx.rows(
    sql`update notifications
      set state = ${ending.state}, attempts = ${notification.attempts}, last_error = ${error},
        message_id = coalesce(${messageId}, message_id),
        sent_at = case when ${ending.state} = 'sent' then now() else sent_at end, updated_at = now()
      where id = ${notification.id} and state in ('queued', 'sending')
        and attempts <= ${notification.attempts} returning 1`,
  )
  return noted.length > 0
}
