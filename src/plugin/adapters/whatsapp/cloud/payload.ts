import type { ChatMessage, ChatOutcome } from '../../../notifications/port'

import { findLength } from '../limits'

/** Meta's limits (Cloud API reference, "Messages"). */
const MAX_TEXT = 4_096
const MAX_CAPTION = 1_024
const MAX_REFERENCE = 512

type Template = NonNullable<ChatMessage['template']>

/** What Meta would refuse; a text only counts where it travels. */
export function findCloudFault(message: ChatMessage): ChatOutcome | undefined {
  if (message.reference.length > MAX_REFERENCE) {
    return { reason: `the reference has more than ${MAX_REFERENCE} characters`, state: 'rejected' }
  }
  if (message.template) return undefined
  return findLength({ max: message.document ? MAX_CAPTION : MAX_TEXT, text: message.text })
}

/** The body of `POST /{version}/{phone number id}/messages`. */
export function cloudBody(message: ChatMessage): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: message.to,
    biz_opaque_callback_data: message.reference,
    ...contentOf(message),
  }
}

function contentOf({ document, template, text }: ChatMessage): Record<string, unknown> {
  if (template) return { type: 'template', template: templateOf({ document, template }) }
  if (document) return { type: 'document', document: { ...linkOf(document), caption: text } }
  // A preview would fetch the link, which may be meant for one reader.
  return { type: 'text', text: { body: text, preview_url: false } }
}

const linkOf = ({ filename, url }: NonNullable<ChatMessage['document']>) => ({
  filename,
  link: url,
})

function templateOf({
  document,
  template,
}: {
  document: ChatMessage['document']
  template: Template
}): Record<string, unknown> {
  const { buttonSuffix, language, name, parameters } = template
  const components = [
    ...(document ? [headerOf(document)] : []),
    ...(parameters.length > 0 ? [bodyOf(parameters)] : []),
    ...(buttonSuffix === undefined ? [] : [buttonOf(buttonSuffix)]),
  ]
  return { name, language: { code: language }, components }
}

const headerOf = (document: NonNullable<ChatMessage['document']>) => ({
  type: 'header',
  parameters: [{ type: 'document', document: linkOf(document) }],
})

const bodyOf = (parameters: readonly string[]) => ({
  type: 'body',
  parameters: parameters.map((text) => ({ type: 'text', text: oneLine(text) })),
})

const buttonOf = (suffix: string) => ({
  type: 'button',
  sub_type: 'url',
  index: '0',
  parameters: [{ type: 'text', text: suffix }],
})

/** Meta refuses new lines, tabs, four spaces in a row and empty parameters. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim() || '-'
