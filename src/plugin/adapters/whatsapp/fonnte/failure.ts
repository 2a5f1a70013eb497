import type { ChatOutcome } from '../../../notifications/port'
import type { HttpAnswer } from '../http'

import { fieldOf, textOf } from '../answer'

/** Words of Fonnte about the message itself; they are prose, so the list is short and certain. */
const OWN_FAULT =
  /\b(?:invalid target|target invalid|target input invalid|input invalid|invalid\/empty body value|url invalid|file format|file size)/i

/**
 * What an answer without `status: true` means. A refusal in words took nothing; unless it is about
 * the message, it is about our token, quota or device and passes when somebody has repaired that.
 */
export function refusalOf({ json, retryAfterMs, status }: HttpAnswer): ChatOutcome {
  if (fieldOf(json, 'status') === false) {
    const words = textOf(json, 'reason') || 'no reason given'
    const reason = `Fonnte: ${words}`
    return OWN_FAULT.test(words) && status < 429
      ? { reason, state: 'rejected' }
      : { reason, retryAfterMs, state: 'unavailable' }
  }
  const reason = `HTTP ${status}`
  if (status < 300) return { reason: `${reason} with an unreadable answer`, state: 'unknown' }
  const isAtTheDoor = status < 500 || status === 503
  return isAtTheDoor ? { reason, retryAfterMs, state: 'unavailable' } : { reason, state: 'unknown' }
}
