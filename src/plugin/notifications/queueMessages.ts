import type { QueuedMessage } from './schema'

import { newId, sql, type Tx } from '../kernel/payload'
import { addJobSql, jobPriority } from '../kernel/queue'
import { deliverTask } from './deliver/task'
import { notificationKey, toStorableJson } from './rules'

const toRow = (message: QueuedMessage): Record<string, unknown> => ({
  channel: message.channel ?? 'email',
  event: message.event,
  id: newId(),
  key: notificationKey(message),
  locale: message.recipient.locale,
  params: message.params,
  recipient_address: message.recipient.address.trim(),
  recipient_kind: message.recipient.kind,
  recipient_name: message.recipient.name,
  step: message.step ?? '',
  subject_id: message.subject.id,
  subject_type: message.subject.type,
})

const COLUMNS = sql.raw(`id, key, event, channel, subject_type, subject_id, step, recipient_kind,
  recipient_address, recipient_name, locale, params`)

/**
 * Puts messages into the outbox and their deliveries into the queue, in the caller's transaction and
 * in one statement however many they are. Whatever was queued before is left alone.
 */
export const queueMessages = async (args: {
  messages: readonly QueuedMessage[]
  tx: Pick<Tx, 'rows'>
}): Promise<void> => {
  if (args.messages.length === 0) {
    return
  }
  // Ordered by key: two transactions that queue the same messages never wait for each other in a ring.
  await args.tx.rows(sql`with added as (
      insert into notifications (${COLUMNS}, state, attempts, created_at, updated_at)
      select ${COLUMNS}, 'queued', 0, now(), now()
      from json_to_recordset(${toStorableJson(args.messages.map(toRow))}::json) as m (
        id uuid, key text, event text, channel text, subject_type text, subject_id text, step text,
        recipient_kind text, recipient_address text, recipient_name text, locale text, params jsonb)
      order by key
      on conflict (key) do nothing
      returning id
    )
    select ${addJobSql({
      input: sql`json_build_object('id', added.id)`,
      priority: jobPriority.mail,
      task: deliverTask,
    })} from added`)
}
