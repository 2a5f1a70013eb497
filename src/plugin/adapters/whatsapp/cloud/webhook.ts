import type { ChatNews, ChatReply, ChatReport } from '../../../notifications/port'
import type { CloudSettings } from '../options'
import type { z } from 'zod'

import { tolerantJson } from '../answer'
import { reasonOf } from '../reason'
import { isGenuine } from './signature'
import { bodySchema, messageSchema, statusSchema } from './webhookSchema'

type Status = z.output<typeof statusSchema>
type Message = z.output<typeof messageSchema>

/**
 * Reads one call of Meta (Cloud API, "Webhooks: messages"). Calls may repeat and overtake each other;
 * one call may carry several changes. What concerns another number is left out, and what we do not
 * know is passed over: Meta repeats a call for days when it is refused.
 */
export function readCloudWebhook({
  headers,
  rawBody,
  settings,
}: {
  headers: Headers
  rawBody: string
  settings: CloudSettings
}): ChatNews | undefined {
  const { appSecret, phoneNumberId } = settings
  const header = headers.get('x-hub-signature-256')
  if (!isGenuine({ appSecret, header, rawBody })) return undefined
  const body = bodySchema.safeParse(tolerantJson(rawBody))
  if (!body.success) return undefined
  const values = body.data.entry
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === 'messages')
    .map(({ value }) => value)
    .filter(({ metadata }) => metadata?.phone_number_id === phoneNumberId)
  return {
    replies: values.flatMap(({ messages }) => messages.flatMap(toReply)),
    reports: values.flatMap(({ statuses }) => statuses.flatMap(toReport)),
  }
}

function toReport(received: unknown): ChatReport[] {
  const parsed = statusSchema.safeParse(received)
  if (!parsed.success) return []
  const { biz_opaque_callback_data: reference, id, status, timestamp } = parsed.data
  const reason = failureOf(parsed.data)
  return [
    {
      at: timestamp,
      providerId: id,
      state: status,
      ...(reference ? { reference } : {}),
      ...(reason ? { reason } : {}),
    },
  ]
}

function failureOf({ errors, status }: Status): string | undefined {
  if (status !== 'failed') return undefined
  const [error] = errors
  if (error === undefined) return 'Meta gave no reason'
  const words = error.error_data?.details ?? error.title ?? error.message ?? 'no reason given'
  return reasonOf(`Meta ${error.code ?? 'error'}: ${words}`)
}

function toReply(received: unknown): ChatReply[] {
  const parsed = messageSchema.safeParse(received)
  if (!parsed.success) return []
  const { from, id, timestamp } = parsed.data
  return [{ at: timestamp, from, providerId: id, text: wordsOf(parsed.data) }]
}

/** What was written, pressed or said under a picture; otherwise the kind of message. */
function wordsOf(message: Message): string {
  const { document, interactive } = message
  const words = [
    message.text?.body,
    message.button?.text,
    interactive?.button_reply?.title,
    interactive?.list_reply?.title,
    message.reaction?.emoji,
    ...[document, message.image, message.video].map((media) => media?.caption),
  ]
  return words.find(Boolean) ?? `[${document?.filename ?? message.type}]`
}
