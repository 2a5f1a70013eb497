import type { Endpoint } from 'payload'
import type { z } from 'zod'

import type { ErrorCode } from '../errors'

/** What an endpoint says about itself to those who call it. */
export type EndpointDoc = {
  /** Good answers by status. One without a schema has no body. */
  answers: Readonly<Record<number, { description: string; schema?: z.ZodType }>>
  /** The body as callers should send it, when the endpoint itself reads a looser one. */
  body?: z.ZodType
  description?: string
  /** Refusals of the endpoint's own; those of every endpoint are added. */
  errors: readonly ErrorCode[]
  /** Optional request headers: name and meaning. */
  headers?: Readonly<Record<string, string>>
  /** Meaning of each part of the path that varies. */
  params?: Readonly<Record<string, string>>
  summary: string
}

/** An endpoint's documentation with all that its definition knows. */
export type DocumentedEndpoint = EndpointDoc & { method: string; path: string }

/** Refusals that follow from the definition: of access, of the body, of the limit, of bad luck. */
export const impliedErrors = (has: {
  body: boolean
  isPublic: boolean
  rate: boolean
}): ErrorCode[] => [
  ...(has.isPublic ? [] : (['auth.required', 'auth.forbidden'] as const)),
  ...(has.body ? (['input.invalid', 'input.tooLarge'] as const) : []),
  ...(has.rate ? (['rateLimited'] as const) : []),
  'internal',
]

/** The documentation that `defineEndpoint` attached, if any. */
export const findEndpointDoc = (
  endpoint: Pick<Endpoint, 'custom'>,
): DocumentedEndpoint | undefined =>
  endpoint.custom?.documentation as DocumentedEndpoint | undefined
