/** What is asked for; a `form` travels as multipart, `json` as JSON. */
export type HttpAsk = {
  form?: FormData
  json?: Record<string, unknown>
  maxBytes: number
  method: 'GET' | 'POST'
  timeoutMs: number
  token?: string
  url: URL
}

/** How a call ended: with an answer, before it was sent, or somewhere after. */
export type HttpEnd =
  | { bytes: Uint8Array; kind: 'answered'; status: number }
  | { kind: 'lost'; reason: string }
  | { kind: 'notSent'; reason: string }

/** Faults of the name, the connection and the certificate: all before a byte of the request is sent. */
const BEFORE_SENDING =
  /^(?:E(?:CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|ADDRNOTAVAIL|PROTO)|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|.*_CERT(?:_.*)?|UNABLE_TO_.*)$/

const readBytes = async (response: Response, maxBytes: number): Promise<Uint8Array> => {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const next = await reader?.read()
    if (next === undefined || next.done) {
      return Buffer.concat(chunks)
    }
    size += next.value.byteLength
    if (size > maxBytes) {
      await reader?.cancel()
      throw new RangeError('answer too large')
    }
    chunks.push(next.value)
  }
}

const endOf = (error: unknown, timeoutMs: number): HttpEnd => {
  if (!(error instanceof Error)) {
    return { kind: 'lost', reason: 'request failed' }
  }
  if (error.name === 'TimeoutError') {
    return { kind: 'lost', reason: `no answer within ${timeoutMs} ms` }
  }
  const cause: unknown = error.cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return { kind: BEFORE_SENDING.test(code) ? 'notSent' : 'lost', reason: code || error.message }
}

/** Joins a base URL (which may carry a path) and an API path. */
export const apiUrl = (base: URL, path: string): URL =>
  new URL(base.pathname.replace(/\/+$/, '') + path, base)

/**
 * Asks and reads the whole answer within one time limit. Never throws, never follows a redirect, never
 * reads more than it was told to. Every call has a connection of its own: a kept one that closes in
 * that moment would leave us not knowing.
 */
export async function ask({
  form,
  json,
  maxBytes,
  method,
  timeoutMs,
  token,
  url,
}: HttpAsk): Promise<HttpEnd> {
  try {
    const response = await fetch(url, {
      body: form ?? (json && JSON.stringify(json)),
      headers: {
        accept: 'application/json, application/pdf',
        connection: 'close',
        ...(json && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const bytes = await readBytes(response, maxBytes)
    return { bytes, kind: 'answered', status: response.status }
  } catch (error) {
    return endOf(error, timeoutMs)
  }
}
