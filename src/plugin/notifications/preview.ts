import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { MessageParams, NotificationEvent } from './schema'

import { queryRows, sql } from '../kernel/payload'
import { toChatText } from './chat/toChatText'
import { renderContent } from './mail/renderMail'
import { buildContent } from './messages/buildContent'
import type { MessageContent } from './messages/content'
import { sampleParams } from './messages/samples'
import { notificationsRuntime } from './runtime'
import { findText } from './texts/textColumn'

/** One message as every channel would show it. */
export type Preview = {
  chat: string
  html: string
  notice: Pick<MessageContent, 'amount' | 'button' | 'heading' | 'intro'>
  subject: string
  text: string
}

/** A message that was sent, to look at another with its content. */
export type RecentMessage = { at: Date; id: string; name: string; params: MessageParams }

const MOST_RECENT = 5

/** The latest messages of an event that travelled, newest first. */
export const findRecent = (payload: Payload, event: NotificationEvent): Promise<RecentMessage[]> =>
  queryRows<RecentMessage>(
    payload,
    sql`select id, created_at as at, recipient_name as name, params from notifications
      where event = ${event} and channel <> 'inApp' order by created_at desc limit ${MOST_RECENT}`,
  )

/** Renders one message with the words in force now. Nothing is sent. */
export const renderPreview = async (args: {
  event: NotificationEvent
  locale: Locale
  /** Of a real message; made-up ones otherwise. */
  params?: MessageParams | undefined
  payload: Payload
}): Promise<Preview> => {
  const { event, locale, params = sampleParams[event], payload } = args
  const { contact, shopName } = notificationsRuntime.get(payload)
  const text = await findText({ event, locale, payload })
  const content = buildContent({ event, locale, params, shopName, text })
  const frame = { contact, locale, shopName }
  const { amount, button, heading, intro } = content
  return {
    chat: toChatText({ content, frame }),
    notice: { ...(amount ? { amount } : {}), button, heading, intro },
    ...(await renderContent({ content, frame })),
  }
}
