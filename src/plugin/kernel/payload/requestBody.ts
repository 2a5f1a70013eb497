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
export const readText = async (request: Request, limits: BodyLimits = {}): Promise<string> =>
  (await readBytes(request, limits)).toString('utf8')

/** {@link readText}, for what is no text. */
export const readBytes = async (request: Request, limits: BodyLimits): Promise<Buffer> => {
  const { maxBytes = MAX_BODY_BYTES, maxMs = MAX_BODY_MS } = limits
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new DomainError('input.tooLarge', { limit: maxBytes })
  }
  if (!request.body) {
    return Buffer.alloc(0)
  }
  const whole = readAll(request.body.getReader(), maxBytes)
  // Nobody waits for it any more once the time is over.
  whole.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError('input.tooSlow')), maxMs)
  })
  try {
    return await Promise.race([whole, late])
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

/** A form as it was sent: its words, each once, and its files by field. */
export type SentForm = { fields: Record<string, unknown>; files: Record<string, File[]> }

const sortForm = (form: FormData): SentForm => {
  const sorted: SentForm = { fields: {}, files: {} }
  for (const [name, value] of form) {
    if (value instanceof File) {
      sorted.files[name] = [...(sorted.files[name] ?? []), value]
    } else {
      sorted.fields[name] = value
    }
  }
  return sorted
}

const parseForm = async (bytes: Buffer, type: string): Promise<SentForm> => {
  const body = new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
  const form = await body.formData().catch(() => {
    throw new DomainError('input.invalid', { field: 'body' })
  })
  return sortForm(form)
}

/**
 * Reads a form that may hold files, or JSON without any, within the given bounds.
 *
 * @throws DomainError `input.invalid` when it is neither, `input.tooLarge`, `input.tooSlow`
 */
export const readFormOrJson = async (request: Request, limits: BodyLimits): Promise<SentForm> => {
  const type = request.headers.get('content-type') ?? ''
  const isForm = type.startsWith('multipart/form-data')
  if (isForm) {
    return parseForm(await readBytes(request, limits), type)
  }
  const fields = await readJson(request)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw new DomainError('input.invalid', { field: 'body' })
  }
  return { fields: fields as Record<string, unknown>, files: {} }
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
