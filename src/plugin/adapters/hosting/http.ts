import { type IncomingHttpHeaders, type IncomingMessage, request as openRequest } from 'node:http'
import type { Socket } from 'node:net'

import type { DriverOutcome, ServerAccess } from '../../hosting/port'

import { createOpen, type OpenOptions } from './open'

/** The reason of a call whose answer did not come while it was waited for. */
export const NO_ANSWER_IN_TIME = 'no answer in time'

const TIMEOUT_MS = 10_000
const MAX_BODY_BYTES = 1_000_000
const MAX_HEAD_BYTES = 16_384

/** How the ways out are opened. */
export type HttpOptions = {
  /** Milliseconds for a whole call that names no time of its own. Default 10,000. */
  timeoutMs?: number
} & OpenOptions

/** One call to one server. */
export type HttpCall = {
  body?: string
  headers?: Readonly<Record<string, string>>
  /** Name to be asked for in place of the address's own, in Host and in TLS. */
  host?: string
  /** Carries no secret, so plain http may also go over the public internet. Default false. */
  isAnonymous?: boolean
  /** Longest body of an answer. Default 1,000,000. */
  maxBytes?: number
  method: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT'
  /** Path and query, percent-encoded, from `/`. */
  path: string
  server: Pick<ServerAccess, 'address' | 'certificate'>
  /** Ends the call, too: the time that a whole verb has. */
  signal?: AbortSignal
  timeoutMs?: number
}

/** Nothing usable came back, and what may have happened. */
export type NoAnswer =
  /** It was sent: perhaps done, perhaps not. */
  | { kind: 'lost'; reason: string }
  /** Nothing was sent; later it may go. */
  | { kind: 'notSent'; reason: string }
  /** Nothing was sent and nothing will be: the address or the call itself is not allowed. */
  | { kind: 'refused'; reason: string }

/** Fields that came after the body (RFC 9110, 6.5). */
type Trailers = Readonly<Record<string, string | undefined>>

/** How a call ended. An answer has any status; redirects are answers, too, and never followed. */
export type HttpEnd =
  | NoAnswer
  | {
      headers: IncomingHttpHeaders
      kind: 'answered'
      status: number
      text: string
      trailers: Trailers
    }

/** Makes one call. Never throws; no reason carries what was sent. */
export type Send = (call: HttpCall) => Promise<HttpEnd>

/** What a call without an answer means. `isLook`: it changes nothing, so a lost one did nothing. */
export const failureOf = (
  { kind, reason }: NoAnswer,
  { isLook = false } = {},
): Extract<DriverOutcome, { reason: string }> => {
  if (kind === 'refused') {
    return { kind: 'rejected', reason }
  }
  return { kind: kind === 'lost' && !isLook ? 'unknown' : 'unavailable', reason }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'connection lost'

const readText = async (answer: IncomingMessage, maxBytes: number): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > maxBytes) {
      throw Object.assign(new Error('answer too large'), { code: 'the answer is too large' })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const hear = async (answer: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<HttpEnd> => {
  const { headers, statusCode: status = 0 } = answer
  const text = await readText(answer, maxBytes)
  return { headers, kind: 'answered', status, text, trailers: answer.trailers }
}

/** The name for Host: as RFC 9110 has it; empty over a socket, which has none. */
const hostOf = ({ host, server }: HttpCall): string => {
  const own = server.address.startsWith('unix:') ? '' : new URL(server.address).host
  return host ?? own
}

/** From here on the other side may have heard: whatever fails is lost, not unsent. */
const speak = (call: HttpCall, socket: Socket): Promise<HttpEnd> =>
  new Promise((resolve, reject) => {
    const { body, headers, maxBytes, method, path } = call
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const request = openRequest({
      createConnection: () => socket,
      headers: { ...headers, ...length, 'Accept-Encoding': 'identity', Host: hostOf(call) },
      maxHeaderSize: MAX_HEAD_BYTES,
      method,
      path,
      setHost: false,
    })
    request.once('response', (answer) => hear(answer, maxBytes).then(resolve, reject))
    request.once('error', reject)
    request.once('close', () => reject(new Error('closed')))
    request.end(body)
  })

/** A call that cannot be written is found before anything is opened. */
const findCallFault = ({ headers = {}, host = '', path }: HttpCall): string | undefined => {
  const lines = [host, ...Object.entries(headers).flat()]
  // Visible ASCII (RFC 9110, 5.5): what else stands in a credential is refused, not cut.
  const isWritable = lines.every((line) => /^[\t\x20-\x7e]*$/.test(line))
  return /^\/[\x21-\x7e]*$/.test(path) && isWritable
    ? undefined
    : 'the call has characters that cannot be sent'
}

/**
 * The one way out to servers. The address is read strictly; a name is resolved once, every address
 * it has must be public or on the list, and the connection goes to exactly such an address. Plain http
 * goes to listed places only. Certificates are always checked. Redirects are not followed.
 */
export const createSend = (options: HttpOptions = {}): Send => {
  const open = createOpen(options)
  return async (call) => {
    const reason = findCallFault(call)
    if (reason) {
      return { kind: 'refused', reason }
    }
    const clock = AbortSignal.timeout(call.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS)
    const signal = call.signal ? AbortSignal.any([call.signal, clock]) : clock
    const opened = await open(call, signal)
    if (!('socket' in opened)) {
      return opened
    }
    try {
      return await speak(call, opened.socket)
    } catch (error) {
      return { kind: 'lost', reason: signal.aborted ? NO_ANSWER_IN_TIME : codeOf(error) }
    } finally {
      opened.socket.destroy()
    }
  }
}
