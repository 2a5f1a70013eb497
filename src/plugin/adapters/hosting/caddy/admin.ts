import { setTimeout } from 'node:timers/promises'

import type { DriverOutcome, ServerAccess } from '../../../hosting/port'
import type { HttpCall, HttpEnd, Send } from '../http'

import { redactText } from '../../../kernel/redact'
import { failureOf, NO_ANSWER_IN_TIME } from '../http'

/** A configuration of thousands of sites is read whole when one is added. */
const MAX_CONFIG_BYTES = 64_000_000
const QUOTE = 200

/** How long is waited before a dropped call is made again. */
const PAUSES_MS = [20, 60, 150, 300]

/** Why something was not done, or not seen. */
export type Failure = Extract<DriverOutcome, { reason: string }>

/** What stands at a path of the configuration; `value` is undefined when nothing does. */
export type Looked = Failure | { etag: string; kind: 'ok'; value: unknown }

/**
 * What came of a change. `stale`: somebody else was faster. `noParent`: the way to it is not there.
 * `dropped`: the connection ended without an answer, so what stands has to be read again.
 */
export type Changed = Failure | { kind: 'done' | 'dropped' | 'exists' | 'noParent' | 'stale' }

type Answer = Extract<HttpEnd, { kind: 'answered' }>

const parsed = (text: string): { json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text || 'null') as unknown }
  } catch {
    return undefined
  }
}

/** Caddy's own words: `{"error": "…"}`. */
const errorOf = (text: string): string | undefined => {
  const json = parsed(text)?.json
  const isError = typeof json === 'object' && json !== null && 'error' in json
  return isError ? String(json.error) : undefined
}

const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300

/** A configuration that Caddy refuses was taken back by it, so words of its own mean: not done. */
const refusalOf = (
  answer: Answer,
  { credential, isLook }: { credential: string; isLook: boolean },
): Failure => {
  const { status, text } = answer
  const words = errorOf(text)
  const quoted = words ? `: ${redactText(words, [credential]).slice(0, QUOTE)}` : ''
  if (status === 401 || status === 403) {
    const reason = `the admin API refuses the credential or the address (HTTP ${status}${quoted})`
    return { kind: 'rejected', reason }
  }
  const reason = `the admin API answered HTTP ${status}${quoted}`
  if (status === 408 || status === 429 || (isLook && status >= 500)) {
    return { kind: 'unavailable', reason }
  }
  return { kind: status >= 500 && !words ? 'unknown' : 'rejected', reason }
}

/** Caddy 2.6 sends the ETag of a configuration after its body. */
const etagOf = ({ headers, trailers }: Answer): string => headers.etag ?? trailers.etag ?? ''

const lookedOf = (answer: Answer, credential: string): Looked => {
  if (isOk(answer)) {
    const read = parsed(answer.text)
    return read
      ? { etag: etagOf(answer), kind: 'ok', value: read.json ?? undefined }
      : { kind: 'unavailable', reason: 'the admin API answered something that is no JSON' }
  }
  const isNothing = /unknown object ID|invalid traversal path/.test(errorOf(answer.text) ?? '')
  return isNothing
    ? { etag: '', kind: 'ok', value: undefined }
    : refusalOf(answer, { credential, isLook: true })
}

const changedOf = (answer: Answer, credential: string): Changed => {
  if (isOk(answer)) {
    return { kind: 'done' }
  }
  const words = errorOf(answer.text) ?? ''
  if (answer.status === 412) {
    return { kind: 'stale' }
  }
  if (words.includes('key already exists')) {
    return { kind: 'exists' }
  }
  return words.includes('invalid traversal path')
    ? { kind: 'noParent' }
    : refusalOf(answer, { credential, isLook: false })
}

/** Whatever change is made to it, Caddy opens its admin API anew and drops who stands at the old door. */
const isDropped = (end: HttpEnd): boolean =>
  end.kind === 'notSent' || (end.kind === 'lost' && end.reason !== NO_ANSWER_IN_TIME)

type AdminCall = { body?: unknown; etag?: string; method: HttpCall['method']; path: string }

type Way = { send: Send; server: ServerAccess; signal: AbortSignal }

const callOnce = (
  { send, server, signal }: Way,
  { body, etag, method, path }: AdminCall,
): Promise<HttpEnd> => {
  const { credential } = server
  const headers: Record<string, string> = {
    // Caddy asks for none; a proxy in front of its admin API may.
    ...(credential && { Authorization: `Bearer ${credential}` }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...(etag && { 'If-Match': etag }),
  }
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  return send({ ...content, headers, maxBytes: MAX_CONFIG_BYTES, method, path, server, signal })
}

/** Comes again while nothing can have been done by it. */
const callAgain = async (way: Way, wish: AdminCall): Promise<HttpEnd> => {
  let end = await callOnce(way, wish)
  for (const ms of PAUSES_MS) {
    if (!isDropped(end) || (end.kind === 'lost' && wish.method !== 'GET')) {
      break
    }
    await setTimeout(ms)
    end = await callOnce(way, wish)
  }
  return end
}

/** Speaks to the admin API of one Caddy. `signal` ends every call. */
export const openAdmin = (way: Way) => {
  const { credential } = way.server
  const call = (wish: AdminCall): Promise<HttpEnd> => callAgain(way, wish)

  return {
    change: async (
      change: { method: 'PATCH' | 'POST' | 'PUT' } & Omit<AdminCall, 'method'>,
    ): Promise<Changed> => {
      const end = await call(change)
      if (end.kind === 'lost' && isDropped(end)) {
        return { kind: 'dropped' }
      }
      return end.kind === 'answered' ? changedOf(end, credential) : failureOf(end)
    },
    look: async (path: string): Promise<Looked> => {
      const end = await call({ method: 'GET', path })
      return end.kind === 'answered' ? lookedOf(end, credential) : failureOf(end, { isLook: true })
    },
    /** What `/metrics` says, for the note of a test; empty when it says nothing. */
    metrics: async (): Promise<string> => {
      const end = await call({ method: 'GET', path: '/metrics' })
      return end.kind === 'answered' && isOk(end) ? end.text : ''
    },
  }
}

/** See {@link openAdmin}. */
export type Admin = ReturnType<typeof openAdmin>
