import type { Endpoint, PayloadRequest } from 'payload'

import { createHash, timingSafeEqual } from 'node:crypto'

import { DomainError } from '../../kernel/errors'
import { defineEndpoint, type EndpointCall } from '../../kernel/payload'
import { hostingRuntime } from '../runtime'
import { MAP_FORMATS, MAP_TYPES, type MapForm } from './formats'
import { gateMemoryOf } from './gateMemory'
import { answerVisit } from './rules/answerVisit.mjs'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether a gate shows the shop's token; without one in the settings nobody can. */
const holdsToken = ({ headers, payload }: PayloadRequest): boolean => {
  const { gateToken } = hostingRuntime.get(payload)
  const [, given] = /^Bearer ([\x21-\x7e]{1,512})$/.exec(headers.get('authorization') ?? '') ?? []
  return (
    gateToken !== undefined &&
    given !== undefined &&
    timingSafeEqual(digest(given), digest(gateToken))
  )
}

type Call = EndpointCall<undefined>

const queryOf = ({ req }: Call): URLSearchParams =>
  new URL(req.url ?? '/', 'http://localhost').searchParams

const readForm = (call: Call): MapForm => {
  const asked = queryOf(call).get('format') ?? 'json'
  const form = MAP_FORMATS.find((known) => known === asked)
  if (!form) {
    throw new DomainError('input.invalid', { field: 'format' })
  }
  return form
}

const isHeld = (header: null | string, etag: string): boolean =>
  (header ?? '').split(',').some((held) => held.trim().replace(/^W\//, '') === etag)

const handOutMap = async (call: Call): Promise<Response> => {
  const form = readForm(call)
  const { body, etag } = await gateMemoryOf(call.req.payload).writeMap(form)
  const headers = { 'Cache-Control': 'private, no-cache', ETag: etag }
  return isHeld(call.req.headers.get('if-none-match'), etag)
    ? new Response(null, { headers, status: 304 })
    : new Response(body, { headers: { ...headers, 'Content-Type': MAP_TYPES[form] } })
}

const answerProxy = async (call: Call): Promise<Response> => {
  const { headers, payload } = call.req
  const header = (name: string): string | undefined => headers.get(name) ?? undefined
  const mode = queryOf(call).get('mode') === 'deny' ? 'deny' : 'page'
  const { body, ...answer } = answerVisit(await gateMemoryOf(payload).findMap(), {
    accept: header('accept'),
    acceptLanguage: header('accept-language'),
    host: header('x-forwarded-host') ?? header('host'),
    mode,
    uri: header(mode === 'deny' ? 'x-original-uri' : 'x-forwarded-uri'),
  })
  return new Response(body, answer)
}

/**
 * `GET /gate`: what a proxy asks of each visit, answered from memory; `?mode=deny` for nginx.
 * `GET /gate/map`: the names that are not on, for whoever shows the token; `?format=json|nginx|haproxy`.
 */
export const createGateEndpoints = (limits: { rateFactor: number }): Endpoint[] => [
  defineEndpoint({ access: 'public', handler: answerProxy, method: 'get', path: '/gate' }, limits),
  defineEndpoint(
    { access: holdsToken, handler: handOutMap, method: 'get', path: '/gate/map' },
    limits,
  ),
]
