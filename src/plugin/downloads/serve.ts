import type { Payload } from 'payload'

import { DomainError } from '../kernel/errors'
import { toDisposition } from '../kernel/files'
import { type Fetched } from './queries/findUse'
import { parseRange } from './rules'
import { downloadsRuntime } from './runtime'

const headersOf = ({ filename, sha256 }: Fetched): Record<string, string> => ({
  'Accept-Ranges': 'bytes',
  'Cache-Control': 'private, no-store',
  'Content-Disposition': toDisposition(filename ?? 'paket.zip'),
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Type': 'application/zip',
  ETag: `"${sha256}"`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
})

/** Whether a part is asked of the very file that we have (RFC 9110 §13.1.5): strong tags only. */
const isOfThisFile = (headers: Headers, { sha256 }: Fetched): boolean => {
  const condition = headers.get('if-range')
  return condition === null || condition === `"${sha256}"`
}

/** Which part of a file a request is answered with. */
export const findRange = (headers: Headers, file: Fetched): ReturnType<typeof parseRange> =>
  isOfThisFile(headers, file) ? parseRange(headers.get('range'), file.size) : 'whole'

/** Answers a request for a part behind the end of the file (416). */
export const answerUnsatisfiable = (file: Fetched): Response =>
  new Response(null, {
    headers: { ...headersOf(file), 'Content-Range': `bytes */${file.size}` },
    status: 416,
  })

/** What a request is answered with. */
type Span = 'whole' | { end: number; start: number }

/**
 * Opens a file, or a part of it.
 *
 * @throws DomainError `download.notReady` when it has just been replaced, or is gone from the store
 */
export const openFile = async (args: {
  file: Fetched
  payload: Payload
  range: Span
}): Promise<ReadableStream<Uint8Array>> => {
  const { file, payload, range } = args
  const { store } = downloadsRuntime.get(payload)
  const span = range === 'whole' ? undefined : range
  const body = file.storeKey ? await store.open(file.storeKey, span) : null
  if (!body) {
    payload.logger.error({ msg: `Package ${file.id} is not in the store` })
    throw new DomainError('download.notReady')
  }
  return body
}

/** Answers with a file, or the part that was asked for, as a stream; without a body to who only looks. */
export const answerFile = (args: {
  body: null | ReadableStream<Uint8Array>
  file: Fetched
  range: Span
}): Response => {
  const { body, file, range } = args
  const span = range === 'whole' ? undefined : range
  const length = span ? span.end - span.start + 1 : file.size
  return new Response(body, {
    headers: {
      ...headersOf(file),
      'Content-Length': String(length),
      ...(span ? { 'Content-Range': `bytes ${span.start}-${span.end}/${file.size}` } : {}),
    },
    status: span ? 206 : 200,
  })
}
