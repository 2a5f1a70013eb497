import type { Payload } from 'payload'

import { parsePhoneNumberFromString } from 'libphonenumber-js'

import type { Locale } from '../../kernel/errors'
import type { ByHand } from '../chat/findByHand'
import type { NotificationState } from '../states'

import { slugsOf } from '../../kernel/payload'
import { formatWait } from '../../kernel/time'
import { renderChat } from '../chat/renderChat'
import { NOTIFICATION_EVENTS } from '../labels'

/** A message that waits for a hand, as the page shows it. Plain values: it travels to the browser. */
export type ByHandRow = {
  event: string
  id: string
  name: string
  order?: { number: string; url: string }
  phone: string
  /** ISO instant since which it waits. */
  since: string
  state: NotificationState
  /** What the customer will read, in his own language. */
  text: string
  waited: string
}

/** `+62 812 3456 7890` from the digits we keep. */
const formatPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone

/** Shows a message to whoever sends it. */
export const toByHandRow = (args: {
  locale: Locale
  message: ByHand
  now: Date
  payload: Payload
}): ByHandRow => {
  const { locale, message, now, payload } = args
  const { createdAt, event, id, params, recipientName, recipientPhone, state, subjectId } = message
  const since = new Date(createdAt)
  const { admin } = payload.config.routes
  return {
    event: NOTIFICATION_EVENTS[event]?.label[locale] ?? event,
    id,
    name: recipientName || formatPhone(recipientPhone),
    ...('orderNumber' in params
      ? {
          order: {
            number: params.orderNumber,
            url: `${admin}/collections/${slugsOf(payload).orders}/${subjectId}`,
          },
        }
      : {}),
    phone: formatPhone(recipientPhone),
    since: since.toISOString(),
    state,
    text: NOTIFICATION_EVENTS[event] ? renderChat({ notification: message, payload }).text : '',
    waited: formatWait({ from: since, to: now }, locale),
  }
}
