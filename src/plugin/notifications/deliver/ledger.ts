import type { Notification } from '../schema'

import { idList, sql, type Tx } from '../../kernel/payload'
import { toStorableJson } from '../rules'
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

/** A message that was taken in hand, and how that ended. */
export type Ended = { ending: Ending; notification: Notification }

const toTold = ({ ending, notification }: Ended): Record<string, unknown> => ({
  attempts: notification.attempts,
  error: 'error' in ending ? ending.error.slice(0, 1_000) : null,
  id: notification.id,
  message_id: 'messageId' in ending ? ending.messageId : null,
  state: ending.state,
})

/**
 * Notes endings in one statement, but none of a message that another sender has taken over meanwhile (then
 * its word counts) or has ended. A database that crashed may have forgotten that a message was taken
 * (`desk.ts`); its ending counts all the same, or nobody would ever look at the message again. Rows are
 * locked in one order, as `desk.ts` does. Answers the ids of those that were noted.
 */
export const endAttempts = async (
  ended: readonly Ended[],
  tx: Pick<Tx, 'rows'>,
): Promise<readonly string[]> => {
  const noted = await tx.rows<{ id: string }>(
    sql`with told as materialized (
        select n.id as told_id, n.state as held_state, t.state, t.error, t.message_id, t.attempts
        from notifications n
        join json_to_recordset(${toStorableJson(ended.map(toTold))}::json)
          as t (id uuid, attempts int, state text, error text, message_id text)
          on n.id = t.id and n.attempts <= t.attempts
        where n.id in (${idList(ended.map(({ notification }) => notification.id))})
        order by n.id for update of n
      )
      update notifications n
      set state = told.state, attempts = told.attempts, last_error = told.error,
        message_id = coalesce(told.message_id, n.message_id),
        sent_at = case when told.state = 'sent' then now() else n.sent_at end, updated_at = now()
      from told where n.id = told_id and held_state in ('queued', 'sending')
      returning n.id`,
  )
  return noted.map(({ id }) => id)
}

/** `endAttempts` for one; answers whether it was noted. */
export const endAttempt = async ({
  tx,
  ...ended
}: { tx: Pick<Tx, 'rows'> } & Ended): Promise<boolean> =>
  (await endAttempts([ended], tx)).length > 0
