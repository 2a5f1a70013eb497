import type { IncomingMessage, ServerResponse } from 'node:http'

const MAX_BODY_BYTES = 256_000

/** Names and values of a received body; names in lower case, because Duitku does not mind. */
export type Body = Record<string, unknown>

/** Reads a whole body as text. */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MAX_BODY_BYTES) reject(new RangeError('body too large'))
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}

/** Parses JSON or a form; undefined when it is neither. */
export function parseBody({
  contentType,
  text,
}: {
  contentType: string
  text: string
}): Body | undefined {
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return lowerKeys(Object.fromEntries(new URLSearchParams(text)))
  }
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? lowerKeys({ ...parsed }) : undefined
  } catch {
    return undefined
  }
}

function lowerKeys(body: Record<string, unknown>): Body {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]))
}

/** A field as text; a number as its digits. */
export function text({ body, name }: { body: Body; name: string }): string {
  const value = body[name.toLowerCase()]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Sends a text answer. */
export function send({
  body,
  headers,
  response,
  status,
  type,
}: {
  body: string
  headers?: Record<string, string>
  response: ServerResponse
  status: number
  type: string
}): void {
  if (response.headersSent || response.destroyed) return
  const length = { 'content-length': Buffer.byteLength(body), 'content-type': type }
  response.writeHead(status, { ...length, ...headers })
  response.end(body)
}

/** Sends JSON. */
export function sendJson({
  json,
  response,
  status = 200,
}: {
  json: unknown
  response: ServerResponse
  status?: number
}): void {
  send({ body: JSON.stringify(json), response, status, type: 'application/json; charset=utf-8' })
}

/** Sends the browser elsewhere after a form. */
export function seeOther({
  location,
  response,
}: {
  location: string
  response: ServerResponse
}): void {
  send({ body: '', headers: { location }, response, status: 303, type: 'text/plain' })
}

/** The origin under which the simulator was called. */
export function originOf({
  publicUrl,
  request,
}: {
  publicUrl?: string
  request: IncomingMessage
}): string {
  return publicUrl ?? `http://${request.headers.host ?? 'localhost'}`
}
