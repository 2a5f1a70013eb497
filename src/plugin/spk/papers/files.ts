import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import type { SpkScene } from '../queries/scene'
import type { SpkFileKind } from '../words'

import { DomainError } from '../../kernel/errors'
import { toStream } from '../../kernel/files'
import { newId, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { spkRuntime } from '../runtime'

/** A file that lies in the store already and is about to be entered into the books. */
export type StoredSpkFile = {
  /** As the history names him. */
  broughtBy: string
  edition: number
  id: string
  kind: SpkFileKind
  mime: string
  pages: null | number
  sha256: string
  size: number
  spkId: string
  storeKey: string
}

/**
 * Puts bytes of an agreement into the private store, under a name that says nothing. Outside any
 * transaction: what no row names afterwards is cleared away with the strays of the store.
 */
export const storeSpkFile = async (
  payload: Payload,
  file: {
    bytes: Uint8Array
  } & Pick<StoredSpkFile, 'broughtBy' | 'edition' | 'kind' | 'mime' | 'pages' | 'spkId'>,
): Promise<StoredSpkFile> => {
  const { bytes, ...facts } = file
  const id = newId()
  const storeKey = `spk/${facts.spkId}/${id}`
  await spkRuntime.get(payload).store.write(storeKey, toStream(bytes))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...facts, id, sha256, size: bytes.length, storeKey }
}

/**
 * Statement part that enters a stored file as the newest of its kind in its edition. Under the order's
 * lock.
 */
export const insertSpkFile = (file: StoredSpkFile): SQL => {
  const { broughtBy, edition, id, kind, mime, pages, sha256, size, spkId, storeKey } = file
  const at = clock.now().toISOString()
  return sql`insert into spk_files (id, spk_id, kind, edition, seq, sha256, size, pages, mime, brought_by,
      store_key, created_at, updated_at)
    select ${id}::uuid, ${spkId}::uuid, ${kind}, ${edition}::numeric, coalesce(max(f.seq), 0) + 1, ${sha256},
      ${size}::numeric, ${pages}::numeric, ${mime}, ${broughtBy}, ${storeKey}, ${at}::timestamptz, ${at}::timestamptz
    from spk_files f where f.spk_id = ${spkId} and f.kind = ${kind} and f.edition = ${edition}`
}

/**
 * All bytes of a stored file.
 *
 * @throws Error when the store has lost it
 */
export const readSpkFile = async (
  payload: Payload,
  { storeKey }: Pick<StoredSpkFile, 'storeKey'>,
): Promise<Uint8Array> => {
  const body = await spkRuntime.get(payload).store.open(storeKey)
  if (!body) {
    throw new Error(`The file ${storeKey} is not in the store`)
  }
  return new Uint8Array(await new Response(body).arrayBuffer())
}

/** Name under which a file is saved: its number without slashes, nothing of the customer. */
export const fileNameOf = (
  { number, revision }: Pick<SpkScene, 'number' | 'revision'>,
  file: { kind: SpkFileKind; mime: string },
): string => {
  const base = number ? number.replaceAll('/', '-') : 'SPK-draf'
  const ending = { 'image/jpeg': 'jpg', 'image/png': 'png' }[file.mime] ?? 'pdf'
  return `${base}-r${revision}-${file.kind}.${ending}`
}

/**
 * Answers a request for a file: saved, never shown by the browser, kept by nobody (facts/spk.md §5.1).
 * Whoever calls has checked who may have it and noted the look.
 *
 * @throws DomainError `notFound` when the store has lost it
 */
export const answerWithFile = async (
  payload: Payload,
  file: { filename: string; mime: string; sha256: string; size: number; storeKey: string },
): Promise<Response> => {
  const body = await spkRuntime.get(payload).store.open(file.storeKey)
  if (!body) {
    payload.logger.error({ msg: `A file of an SPK is not in the store: ${file.storeKey}` })
    throw new DomainError('notFound')
  }
  return new Response(body, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${file.filename}"`,
      'Content-Length': String(file.size),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': file.mime,
      ETag: `"${file.sha256}"`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
