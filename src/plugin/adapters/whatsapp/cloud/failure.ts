import type { HttpAnswer } from '../http'

import { fieldOf, textOf } from '../answer'

/** A refusal in the port's words. */
type Refusal = {
  reason: string
  retryAfterMs?: number
  state: 'rejected' | 'unavailable' | 'unknown'
}

/**
 * Codes that are the message's or its reader's own fault, so that trying again is of no use (Meta,
 * "Cloud API: Error Codes"). Every other code is about our account, our templates or Meta's state.
 */
const OWN_FAULT = new Map([
  [100, 'invalid parameter'],
  [130472, 'the reader is in an experiment of Meta'],
  [130497, 'the shop may not write to this country'],
  [131008, 'a parameter is missing'],
  [131009, 'a parameter has a wrong value'],
  [131021, 'the reader is the shop itself'],
  [131026, 'the reader is not on WhatsApp or cannot receive it'],
  [131047, 'more than 24 hours since the customer wrote; only a template may'],
  [131050, 'the reader wants no marketing messages'],
  [131051, 'this kind of message is not supported'],
  [132005, 'the text of the template became too long'],
  [132018, 'a parameter does not fit the template'],
])

/** Codes that an admin can repair, in words that say where. */
const SHOPS_FAULT = new Map([
  [0, 'the access token is not valid'],
  [3, 'the access token lacks a permission'],
  [10, 'the access token lacks a permission'],
  [33, 'the phone number id is not known'],
  [190, 'the access token has expired or was revoked'],
  [368, 'Meta has blocked the account'],
  [131005, 'the access token lacks a permission'],
  [131030, 'the reader is not on the list of the test number'],
  [131031, 'Meta has locked the account'],
  [131042, 'the account has no valid payment method'],
  [132000, 'the template wants another number of parameters'],
  [132001, 'there is no approved template of this name and language'],
  [132007, 'the template breaks a policy'],
  [132012, 'the template wants parameters of another kind'],
  [132015, 'the template is paused'],
  [132016, 'the template is disabled'],
  [133010, 'the number is not registered at the Cloud API'],
])

/** An id in the address that does not exist: the code of a wrong parameter, but not the message's. */
const UNKNOWN_OBJECT = 33

/**
 * What an answer other than 2xx means. An error object is Meta's own word that nothing was taken.
 * Without one, 503 and below 500 were refused at the door; behind any other 5xx the message may have passed.
 */
export function refusalOf({ json, retryAfterMs, status }: HttpAnswer): Refusal {
  const error = fieldOf(json, 'error')
  if (error === undefined) return withoutWords({ retryAfterMs, status })
  const code = Number(textOf(error, 'code') || Number.NaN)
  const isAddress = Number(textOf(error, 'error_subcode')) === UNKNOWN_OBJECT
  const known = OWN_FAULT.get(code)
  if (known && status < 429 && !isAddress) {
    return { reason: reasonOf({ code, error, known }), state: 'rejected' }
  }
  const shops = SHOPS_FAULT.get(isAddress ? UNKNOWN_OBJECT : code)
  return { reason: reasonOf({ code, error, known: shops }), retryAfterMs, state: 'unavailable' }
}

function withoutWords({ retryAfterMs, status }: Pick<HttpAnswer, 'retryAfterMs' | 'status'>) {
  const isAtTheDoor = status < 500 || status === 503
  const reason = `HTTP ${status}`
  return isAtTheDoor
    ? ({ reason, retryAfterMs, state: 'unavailable' } as const)
    : ({ reason, state: 'unknown' } as const)
}

function reasonOf({
  code,
  error,
  known,
}: {
  code: number
  error: unknown
  known: string | undefined
}): string {
  const details = textOf(fieldOf(error, 'error_data'), 'details') || textOf(error, 'message')
  const words = [known, details].filter(Boolean).join(': ')
  return `Meta ${Number.isNaN(code) ? 'error' : code}: ${words || 'no reason given'}`
}
