import { tolerantJson } from './answer'
import { reasonOf } from './reason'

const MAX_ANSWER_BYTES = 64_000

/** The vendor answered; `json` is undefined when the body could not be read. */
export type HttpAnswer = { json: unknown; kind: 'answered'; retryAfterMs?: number; status: number }

/** How a call ended: with an answer, before it was sent, or somewhere after. */
export type HttpEnd =
  { kind: 'lost'; reason: string } | { kind: 'notSent'; reason: string } | HttpAnswer

/** Faults of the name, the connection and the certificate: all before a byte of the request is sent. */
const BEFORE_SENDING =
  /^(?:E(?:CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|ADDRNOTAVAIL|PROTO)|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|.*_CERT(?:_.*)?|UNABLE_TO_.*)$/

/**
 * Posts and reads the whole answer within one time limit. Never throws, never follows a redirect,
 * never reads more than 64 kB. Every call has a connection of its own: a kept one that the vendor
 * closes in that moment would leave us not knowing.
 */
export async function post({
  body,
  headers,
  timeoutMs,
  url,
}: {
  body: string | URLSearchParams
  headers: Record<string, string>
  timeoutMs: number
  url: URL
}): Promise<HttpEnd> {
  try {
    const response = await fetch(url, {
      body,
      headers: { accept: 'application/json', connection: 'close', ...headers },
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const json = tolerantJson(await readText(response).catch(() => ''))
    const retryAfterMs = retryAfter(response.headers)
    return { json, kind: 'answered', retryAfterMs, status: response.status }
  } catch (error) {
    return endOf({ error, timeoutMs })
  }
}

/** Joins a base URL (which may carry a path) and an API path. */
export function apiUrl({ base, path }: { base: URL; path: string }): URL {
  return new URL(base.pathname.replace(/\/+$/, '') + path, base)
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  while (reader && size <= MAX_ANSWER_BYTES) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    size += value.byteLength
    chunks.push(value)
  }
  await reader?.cancel()
  return ''
}

/** Seconds, or a date, which is measured by the vendor's own clock. */
function retryAfter(headers: Headers): number | undefined {
  const header = headers.get('retry-after') ?? ''
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000
  const wait = Date.parse(header) - Date.parse(headers.get('date') ?? '')
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined
}

function endOf({ error, timeoutMs }: { error: unknown; timeoutMs: number }): HttpEnd {
  if (!(error instanceof Error)) return { kind: 'lost', reason: 'request failed' }
  if (error.name === 'TimeoutError') {
    return { kind: 'lost', reason: `no answer within ${timeoutMs} ms` }
  }
  const cause: unknown = error.cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = code || reasonOf(error.message)
  return { kind: BEFORE_SENDING.test(code) ? 'notSent' : 'lost', reason }
}
