import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { ErrorCode, Locale } from '../errors'

import { DomainError, errorCatalogue, isDomainError } from '../errors'
import { clock } from '../time'
import { type DocumentedEndpoint, type EndpointDoc, impliedErrors } from './endpointDoc'
import { errorResponse, resolveLocale } from './errorResponse'
import { type NamedRate, takeAddressToken } from './rateLimit'
import { readJson } from './requestBody'

/** Who may call an endpoint: everybody, or whoever passes the check. */
export type EndpointAccess = 'public' | ((req: PayloadRequest) => boolean)

/** Headers of an answer that is one visitor's own: nobody keeps it, no page learns of its address. */
export const PRIVATE = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
} as const

/** What a handler gets: the parsed body, the instant of the call and the caller's language. */
export type EndpointCall<B> = {
  body: B
  locale: Locale
  now: Date
  params: Record<string, string>
  req: PayloadRequest
}

/**
 * A handler whose link people open: to a browser a refusal is a sentence, not a structure. Whoever does not
 * ask for a page gets the usual answer.
 */
export const refuseInWords =
  (
    handler: (call: EndpointCall<undefined>) => Promise<Response>,
  ): ((call: EndpointCall<undefined>) => Promise<Response>) =>
  async (call) => {
    try {
      return await handler(call)
    } catch (error) {
      if (!isDomainError(error) || !call.req.headers.get('accept')?.includes('text/html')) {
        throw error
      }
      const headers = { ...PRIVATE, 'Content-Type': 'text/plain; charset=utf-8' }
      return new Response(error.messageFor(call.locale), { headers, status: error.status })
    }
  }

/** An intent endpoint before it is mounted. */
export type EndpointDefinition<B> = {
  access: EndpointAccess
  body?: z.ZodType<B>
  /** For the OpenAPI document; every endpoint under `/shop` has one. */
  doc?: EndpointDoc
  handler: (call: EndpointCall<B>) => Promise<Response>
  method: 'get' | 'head' | 'post'
  path: string
  /** Name in the rate limiter's buckets; counted per client address. */
  rate?: NamedRate
}

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errorCatalogue, text)

const fieldOf = (path: PropertyKey[]): string => path.map(String).join('.') || 'body'

/**
 * Checks unknown input against a schema.
 *
 * @throws DomainError of the code that the schema's message names, else `input.invalid`, with the field
 */
export const parseInput = <B>(schema: z.ZodType<B>, input: unknown): B => {
  const result = schema.safeParse(input)
  if (result.success) {
    return result.data
  }
  const issue = result.error.issues[0]
  const field = fieldOf(issue?.path ?? [])
  const code = issue && isErrorCode(issue.message) ? issue.message : 'input.invalid'
  throw new DomainError(code, { field })
}

const assertAccess = (access: EndpointAccess, req: PayloadRequest): void => {
  if (access === 'public' || access(req)) {
    return
  }
  throw new DomainError(req.user ? 'auth.forbidden' : 'auth.required')
}

const answer = async <B>(
  definition: EndpointDefinition<B>,
  args: { rateFactor: number; req: PayloadRequest },
): Promise<Response> => {
  const { rateFactor, req } = args
  const locale = resolveLocale({ headers: req.headers, url: req.url })
  try {
    assertAccess(definition.access, req)
    const { body: schema, rate } = definition
    const body = schema ? parseInput(schema, await readJson(req as unknown as Request)) : undefined
    if (rate) {
      const { headers, payload } = req
      await takeAddressToken({ factor: rateFactor, headers, payload, rate })
    }
    const params = (req.routeParams ?? {}) as Record<string, string>
    return await definition.handler({ body: body as B, locale, now: clock.now(), params, req })
  } catch (error) {
    return errorResponse({ error, locale, payload: req.payload })
  }
}

const documentationOf = <B>(definition: EndpointDefinition<B>): DocumentedEndpoint | undefined => {
  const { access, body, doc, method, path, rate } = definition
  if (!doc) {
    return undefined
  }
  const implied = impliedErrors({
    body: body !== undefined,
    isPublic: access === 'public',
    rate: rate !== undefined,
  })
  const known = doc.body ?? body
  const errors = [...new Set([...doc.errors, ...implied])]
  return { ...doc, ...(known && { body: known }), errors, method, path }
}

/**
 * Mounts an intent endpoint: access first, then the body through its schema, then the rate limit,
 * then the handler; every error leaves through `errorResponse`. Payload authenticates nobody and
 * opens no transaction here, so an action must do both for itself.
 */
export const defineEndpoint = <B>(
  definition: EndpointDefinition<B>,
  options: { rateFactor: number },
): Endpoint => ({
  custom: {
    access: definition.access === 'public' ? 'public' : 'checked',
    documentation: documentationOf(definition),
  },
  handler: (req) => answer(definition, { rateFactor: options.rateFactor, req }),
  method: definition.method,
  path: definition.path,
})
