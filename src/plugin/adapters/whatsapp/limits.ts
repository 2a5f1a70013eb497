import type { ChatMessage, ChatOutcome } from '../../notifications/port'

/** What no channel can send: a number that is none, or nothing to say. */
export function findFault(message: ChatMessage): ChatOutcome | undefined {
  if (!/^[1-9]\d{7,14}$/.test(message.to)) {
    return { reason: 'the number is not in E.164 digits', state: 'rejected' }
  }
  if (message.text.trim() === '') return { reason: 'the message is empty', state: 'rejected' }
  return undefined
}

/** A text above the vendor's limit is never cut: the cut could fall into a link. */
export function findLength({ max, text }: { max: number; text: string }): ChatOutcome | undefined {
  return text.length > max
    ? { reason: `the message has more than ${max} characters`, state: 'rejected' }
    : undefined
}
