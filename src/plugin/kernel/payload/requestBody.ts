import { DomainError } from '../errors'

/** Bounds of a body: bytes, and milliseconds until its last byte must be here. */
export type BodyLimits = { maxBytes?: number; maxMs?: number }

/** Longest body that an intent endpoint reads, in bytes. */
const MAX_BODY_BYTES = 64 * 1024

/** Who drips a body byte by byte must not hold a request open for minutes. */
const MAX_BODY_MS = 10_000

const readAll = async (
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > maxBytes) {
      throw new DomainError('input.tooLarge', { limit: maxBytes })
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads a body as text and stops at the first bound it crosses. The rest stays unread: whoever answers
 * then closes the connection.
 *
 * @throws DomainError `input.tooLarge`, `input.tooSlow`
 */
export const readText = async (request: Request, limits: BodyLimits = {}): Promise<string> => {
  const { maxBytes = MAX_BODY_BYTES, maxMs = MAX_BODY_MS } = limits
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new DomainError('input.tooLarge', { limit: maxBytes })
  }
  if (!request.body) {
    return ''
  }
  const whole = readAll(request.body.getReader(), maxBytes)
  // Nobody waits for it any more once the time is over.
  whole.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError('input.tooSlow')), maxMs)
  })
  try {
    return (await Promise.race([whole, late])).toString('utf8')
  } finally {
    clearTimeout(timer)
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new DomainError('input.invalid', { field: 'body' })
  }
}

/**
 * Reads a JSON body; an empty one is `{}`.
 *
 * @throws DomainError `input.invalid` when it is no JSON, `input.tooLarge`, `input.tooSlow`
 */
export const readJson = async (request: Request): Promise<unknown> => {
  const text = await readText(request)
  return text === '' ? {} : parseJson(text)
}

/** The field in which the panel's forms carry their values as JSON. */
const FORM_FIELD = '_payload'

/**
 * Reads what a form of the panel sends: JSON, or a multipart form with the JSON in one field.
 *
 * @throws DomainError `input.invalid` when it is neither, `input.tooLarge`, `input.tooSlow`
 */
export const readPanelForm = async (request: Request): Promise<unknown> => {
  const contentType = request.headers.get('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data')) {
    return readJson(request)
  }
  const form = new Response(await readText(request), { headers: { 'content-type': contentType } })
  const value = await form.formData().then(
    (fields) => fields.get(FORM_FIELD),
    () => null,
  )
  return parseJson(typeof value === 'string' ? value : '')
}
