import type { Payload } from 'payload'

import type { ChatMessage } from '../port'
import type { Notification } from '../schema'

import { buildContent } from '../messages/buildContent'
import { notificationsRuntime } from '../runtime'
import { fillTemplate, templateNameOf } from './templates'
import { toChatText } from './toChatText'

/** What follows the shop's own address in a link; the fixed part stands in the approved template. */
const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`.slice(1)
}

/**
 * One message for WhatsApp: as a text, and as the approved template of the same name for channels that
 * may not write first. Its blanks are those of `templates.ts`; its button is the link.
 */
export const renderChat = (args: { notification: Notification; payload: Payload }): ChatMessage => {
  const { notification, payload } = args
  const { event, id, locale, params, recipientPhone, text } = notification
  const { chat, contact, shopName } = notificationsRuntime.get(payload)
  const content = buildContent({ event, locale, params, shopName, text })
  return {
    reference: id,
    ...(chat.capabilities.template
      ? {
          template: {
            buttonSuffix: pathOf(content.button.url),
            language: locale,
            name: templateNameOf(event),
            parameters: fillTemplate({ content, event }),
          },
        }
      : {}),
    text: toChatText({ content, frame: { contact, locale, shopName } }),
    to: recipientPhone.replace(/\D/g, ''),
  }
}
