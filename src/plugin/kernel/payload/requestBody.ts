import { DomainError } from '../errors'

/** Longest body that an intent endpoint reads, in bytes. */
const MAX_BODY_BYTES = 64 * 1024

/**
 * Reads a body as text up to `limit` bytes and cuts the reading off beyond it.
 *
 * @throws DomainError `input.tooLarge`
 */
export const readText = async (
  request: Request,
  limit: number = MAX_BODY_BYTES,
): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) {
    throw new DomainError('input.tooLarge', { limit })
  }
  if (!request.body) {
    return ''
  }
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw new DomainError('input.tooLarge', { limit })
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Reads a JSON body; an empty one is `{}`.
 *
 * @throws DomainError `input.invalid` when it is no JSON, `input.tooLarge`
 */
export const readJson = async (request: Request): Promise<unknown> => {
  const text = await readText(request)
  if (text === '') {
    return {}
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new DomainError('input.invalid', { field: 'body' })
  }
}
