import { messageOf, tolerantJson } from './answer'

const MAX_ANSWER_BYTES = 1_000_000

/** What came back, before anybody decides what it means. */
export type HttpAnswer = {
  json: unknown
  kind: 'answered'
  message: string
  retryAfterMs?: number
  status: number
}

/** Nothing usable came back; the other side may or may not have acted. */
export type NoAnswer = { kind: 'unavailable'; reason: string; retryAfterMs?: number }

/**
 * Posts JSON and reads the whole answer as text within one time limit. Never throws, never follows
 * a redirect, never reads more than a megabyte.
 */
export async function postJson({
  body,
  headers,
  timeoutMs,
  url,
}: {
  body: Record<string, unknown>
  headers?: Record<string, string>
  timeoutMs: number
  url: URL
}): Promise<HttpAnswer | NoAnswer> {
  try {
    const response = await fetch(url, {
      body: JSON.stringify(body),
      headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return toAnswer({ response, text: await readText(response) })
  } catch (error) {
    return { kind: 'unavailable', reason: reasonOf({ error, timeoutMs }) }
  }
}

/** Joins a base URL (which may carry a path) and an API path. */
export function apiUrl({ base, path }: { base: URL; path: string }): URL {
  return new URL(base.pathname.replace(/\/+$/, '') + path, base)
}

function toAnswer({ response, text }: { response: Response; text: string }): HttpAnswer | NoAnswer {
  const { status } = response
  const retryAfterMs = retryAfter(response.headers.get('retry-after'))
  if (status >= 300 && status < 400) {
    return { kind: 'unavailable', reason: `redirect (${status}) not followed` }
  }
  if (status >= 500 || status === 403 || status === 408 || status === 429) {
    return { kind: 'unavailable', reason: `HTTP ${status}`, retryAfterMs }
  }
  const json = tolerantJson(text)
  return { json, kind: 'answered', message: messageOf(json), retryAfterMs, status }
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    size += value.byteLength
    if (size > MAX_ANSWER_BYTES) {
      await reader.cancel()
      throw new RangeError('answer too large')
    }
    chunks.push(value)
  }
}

function retryAfter(header: null | string): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined
}

function reasonOf({ error, timeoutMs }: { error: unknown; timeoutMs: number }): string {
  if (!(error instanceof Error)) return 'request failed'
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`
  const cause: unknown = error.cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code ?? error.message
}
