import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'

/** What a web server said, or why it said nothing that can be used. */
export type Fetched =
  'missing' | 'notText' | 'redirected' | 'tooLarge' | 'tooSlow' | 'unreachable' | { text: string }

const MAX_BODY_BYTES = 4_096
const MAX_HEAD_BYTES = 8_192

/** One request, to an address that was looked at before. */
export type FetchSpec = {
  address: string
  domain: string
  isSecure: boolean
  path: string
  port: number
  signal: AbortSignal
}

/** What the head of an answer says already; undefined when its body has to be read. */
const judgeHead = ({ headers, statusCode = 0 }: IncomingMessage): Fetched | undefined => {
  if (statusCode >= 300 && statusCode < 400) {
    return 'redirected'
  }
  if (statusCode !== 200) {
    return 'missing'
  }
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    return 'tooLarge'
  }
  const isPlain = /^text\/plain\b/i.test(headers['content-type'] ?? 'text/plain')
  return isPlain && !headers['content-encoding'] ? undefined : 'notText'
}

const readBody = async (response: IncomingMessage): Promise<Fetched> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) {
      return 'tooLarge'
    }
    chunks.push(chunk)
  }
  return { text: Buffer.concat(chunks).toString('utf8') }
}

const hear = async (response: IncomingMessage): Promise<Fetched> => {
  try {
    return judgeHead(response) ?? (await readBody(response))
  } finally {
    response.destroy()
  }
}

/** The name goes into Host and SNI; the connection goes to the address and nowhere else. */
const open = ({ address, domain, isSecure, path, port, signal }: FetchSpec): ClientRequest => {
  const options = {
    agent: false as const,
    headers: { Accept: 'text/plain', 'Accept-Encoding': 'identity', Host: domain },
    host: address,
    maxHeaderSize: MAX_HEAD_BYTES,
    method: 'GET',
    path,
    port,
    setHost: false,
    signal,
  }
  return isSecure ? secureRequest({ ...options, servername: domain }) : plainRequest(options)
}

/**
 * Fetches a small text from one address. Follows nothing, sends no cookie and no body, reads 4 kB of
 * body and 8 kB of head at most, and ends with `signal`. Certificates are checked. Never throws.
 */
export const fetchText = (spec: FetchSpec): Promise<Fetched> =>
  new Promise((resolve) => {
    const fail = (): void => resolve(spec.signal.aborted ? 'tooSlow' : 'unreachable')
    const request = open(spec)
    request.once('response', (response) => {
      hear(response).then(resolve, fail)
    })
    request.once('error', fail)
    request.once('close', fail)
    request.end()
  })
