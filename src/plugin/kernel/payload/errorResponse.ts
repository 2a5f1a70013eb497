import type { Payload } from 'payload'

import { DomainError, type Locale } from '../errors'
import { redactDeep } from '../redact'

/** One entry of the answer `{ errors: [...] }` (design §10). */
export type PublicError = { code: string; details?: unknown; field?: string; message: string }

/** The language of a caller: `?locale=`, else `Accept-Language`, else Indonesian. */
export const resolveLocale = (request: { headers: Headers; url?: string | undefined }): Locale => {
  const asked = request.url
    ? new URL(request.url, 'http://localhost').searchParams.get('locale')
    : null
  const wanted = asked ?? request.headers.get('accept-language') ?? 'id'
  return wanted.toLowerCase().startsWith('en') ? 'en' : 'id'
}

/** The panel speaks Indonesian unless its user chose English. */
export const resolvePanelLocale = (language: string): Locale => (language === 'en' ? 'en' : 'id')

/** Their body was not read to the end: the connection cannot carry another request. */
const CUT_SHORT = new Set<string>(['input.tooLarge', 'input.tooSlow'])

const headersOf = (error: DomainError): Record<string, string> => {
  const { retryAfterSeconds } = error.details
  return {
    ...(CUT_SHORT.has(error.code) && { Connection: 'close' }),
    ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
  }
}

/**
 * The one mapping from errors to HTTP. A DomainError keeps its status and speaks the caller's
 * language; anything else is our fault: it is logged whole and answered without detail.
 */
export const errorResponse = (args: {
  error: unknown
  locale: Locale
  payload: Payload
}): Response => {
  const { error, locale, payload } = args
  const known = error instanceof DomainError ? error : new DomainError('internal')
  if (known !== error) {
    payload.logger.error({ err: redactDeep(error), msg: 'An endpoint failed' })
  }
  const { field, ...details } = known.details
  const entry: PublicError = {
    code: known.code,
    message: known.messageFor(locale),
    ...(field === undefined ? {} : { field: String(field) }),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  }
  return Response.json(
    { errors: [entry] },
    { headers: { 'Cache-Control': 'no-store', ...headersOf(known) }, status: known.status },
  )
}
