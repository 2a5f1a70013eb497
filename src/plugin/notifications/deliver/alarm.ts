import type { Tx } from '../../kernel/payload'
import type { Notification, QueuedMessage } from '../schema'

import { slugsOf } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { messageCatalogue } from '../messages'
import { queueMessages } from '../queueMessages'
import { notificationsRuntime } from '../runtime'

const HOUR_MS = 3_600_000

/** Once an hour at most: a mail server that refuses everything must not flood those who mend it. */
const stepOf = (now: Date): string => `${wibDayOf(now)}/${Math.floor(now.getTime() / HOUR_MS)}`

/**
 * Tells the staff that a message is undeliverable, in the transaction that notes it. An alarm that is
 * itself undeliverable raises none.
 */
export const raiseAlarm = async (args: {
  notification: Pick<Notification, 'event' | 'recipientAddress'>
  reason: string
  tx: Tx
}): Promise<void> => {
  const { notification, reason, tx } = args
  const event = 'message.undeliverable'
  if (notification.event === event) {
    return
  }
  const { payload } = tx
  const { findStaff, serverUrl } = notificationsRuntime.get(payload)
  const list = `${serverUrl}${payload.config.routes.admin}/collections/${slugsOf(payload).notifications}`
  const messages: QueuedMessage[] = (await findStaff(tx)).map((reader) => ({
    event,
    params: {
      about: messageCatalogue[notification.event].label.id,
      address: notification.recipientAddress,
      reason,
      url: `${list}?where[state][equals]=dead`,
    },
    recipient: { ...reader, kind: 'staff', locale: 'id' },
    step: stepOf(clock.now()),
    subject: { id: 'undeliverable', type: 'outbox' },
  }))
  await queueMessages({ messages, tx })
}
