import type { Payload } from 'payload'

import { newId, queryRows, sql } from '@/plugin/kernel/payload'
import type { NotificationChannel, NotificationState } from '@/plugin/notifications'

import { sampleParams } from '../unit/notifications/sample'

/** What a test says about a message; the rest is filled in. */
export type MessageWish = {
  channel?: NotificationChannel
  createdAt?: Date
  event?: string
  name?: string
  phone?: string
  state?: NotificationState
  subjectId?: string
}

/** Stores a message of the outbox as it stands, without a job; by default one that waits for a hand. */
export const createMessage = async (args: {
  payload: Payload
  wish?: MessageWish
}): Promise<string> => {
  const { payload, wish = {} } = args
  const id = newId()
  const at = (wish.createdAt ?? new Date()).toISOString()
  await queryRows(
    payload,
    sql`insert into notifications (id, key, event, state, channel, recipient_address,
        recipient_phone, recipient_name, recipient_kind, locale, subject_type, subject_id, step,
        attempts, params, created_at, updated_at)
      values (${id}, ${`test:${id}`}, ${wish.event ?? 'order.placed'}, ${wish.state ?? 'manual'},
        ${wish.channel ?? 'whatsapp'}, 'budi@contoh.id', ${wish.phone ?? '+6281234567890'},
        ${wish.name ?? 'Budi Santoso'}, 'customer', 'id', 'order', ${wish.subjectId ?? newId()}, '',
        1, ${JSON.stringify(sampleParams)}::jsonb, ${at}::timestamptz, ${at}::timestamptz)`,
  )
  return id
}
