import type { GatewayOutcome } from '../../payments/port'
import type { HttpAnswer } from './http'

type Failure = Exclude<GatewayOutcome<never>, { kind: 'ok' }>

/**
 * What a refused creation means. Certain refusals are `rejected`; a doubt about an invoice that may
 * exist, or a wrong setting, is `needsAction`; anything that may pass by itself is `unavailable`.
 */
export function creationFailure(answer: HttpAnswer): Failure {
  const { message, retryAfterMs, status } = answer
  const reason = message || `HTTP ${status}`
  if (/already paid/i.test(message)) return { kind: 'needsAction', reason }
  if (/amount is different/i.test(message)) return { kind: 'needsAction', reason }
  if (/still in progress/i.test(message)) return { kind: 'unavailable', reason, retryAfterMs }
  if (status === 401 || /merchant not found/i.test(message)) {
    return { kind: 'needsAction', reason: `credentials or signature scheme refused: ${reason}` }
  }
  if (status === 404 && message === '') return { kind: 'needsAction', reason: 'wrong gateway URL' }
  if (status >= 400) return { code: String(status), kind: 'rejected', reason }
  return { kind: 'unavailable', reason: 'answer not understood' }
}

/** The failure of a call that only reads. */
export function readingFailure(answer: HttpAnswer): Failure {
  const reason = answer.message || `HTTP ${answer.status}`
  if (answer.status === 401) {
    return { kind: 'needsAction', reason: `credentials or signature scheme refused: ${reason}` }
  }
  if (answer.status >= 400) return { code: String(answer.status), kind: 'rejected', reason }
  return { kind: 'unavailable', reason: 'answer not understood' }
}

/** Without credentials no call is made. */
export const notConfigured: Failure = {
  kind: 'needsAction',
  reason: 'Duitku merchant code or API key is not set',
}
