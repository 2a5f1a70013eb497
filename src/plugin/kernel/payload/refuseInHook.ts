import type { PayloadRequest } from 'payload'

import { APIError } from 'payload'

import { DomainError, type ErrorCode, type ErrorDetails } from '../errors'
import { resolveLocale } from './errorResponse'

/** The panel speaks its user's language; whoever calls the API says his. */
const localeOf = (req: PayloadRequest): 'en' | 'id' =>
  req.i18n?.language === 'en' ? 'en' : resolveLocale({ headers: req.headers, url: req.url })

/**
 * Refuses from inside a hook of a collection, in words that Payload hands on: it answers only its own
 * kind of errors in full.
 *
 * @throws APIError with the code's status and sentence
 */
export const refuseInHook = (args: {
  code: ErrorCode
  details?: ErrorDetails
  req: PayloadRequest
}): never => {
  const { code, details = {}, req } = args
  const error = new DomainError(code, details)
  throw new APIError(error.messageFor(localeOf(req)), error.status, { ...details, code }, true)
}
