import type { Notification } from '../schema'

import { newId, sql, type Tx } from '../../kernel/payload'
import { addJobSql, jobPriority } from '../../kernel/queue'
import { messageCatalogue } from '../messages'
import { raiseAlarm } from './alarm'
import { deliverJob } from './jobs'

type Undelivered = { reason: null | string } & Pick<Notification, 'event' | 'recipientAddress'>

const sendByMail = async (tx: Pick<Tx, 'rows'>, id: string): Promise<void> => {
  await tx.rows(sql`with added as (
      insert into notifications (id, key, event, channel, subject_type, subject_id, step,
        recipient_kind, recipient_address, recipient_name, recipient_phone, customer_id, locale,
        params, state, attempts, created_at, updated_at)
      select ${newId()}, regexp_replace(key, ':whatsapp$', ':email'), event, 'email', subject_type,
        subject_id, step, recipient_kind, recipient_address, recipient_name, recipient_phone,
        customer_id, locale, params, 'queued', 0, now(), now()
      from notifications where id = ${id} and channel = 'whatsapp'
      on conflict (key) do nothing returning id
    )
    select ${addJobSql({
      input: sql`json_build_object('id', added.id)`,
      priority: jobPriority.mail,
      task: deliverJob,
    })} from added`)
}

/**
 * Tells by e-mail what WhatsApp could not tell, in the caller's transaction. Whoever was told by e-mail
 * already, because he chose both, is not told again. What must not go by e-mail, such as a password whose
 * link went there, does not: the staff are told instead.
 */
export const fallBackToMail = async (tx: Tx, id: string): Promise<void> => {
  const [notification] = await tx.rows<Undelivered>(
    sql`select event, recipient_address as "recipientAddress", last_error as reason
      from notifications where id = ${id} and channel = 'whatsapp'`,
  )
  if (!notification) {
    return
  }
  await (messageCatalogue[notification.event].channels.includes('email')
    ? sendByMail(tx, id)
    : raiseAlarm({ notification, reason: notification.reason ?? 'WhatsApp', tx }))
}
