import type { ZipWriter } from '@zip.js/zip.js'

import { createHash } from 'node:crypto'

import { type FileStore, toFileName } from '../../kernel/files'
import { loadOnce } from '../../kernel/queue'
import { toUniqueNames } from '../rules'

/** One file of a package: words, or a file of the store. */
export type Part = { key: string; name: string } | { name: string; text: string }

/** A package as it was stored. */
export type WrittenPackage = { sha256: string; size: number }

/** Winzip's AES in its strongest form (AE-2, 256 bits), which 7-Zip, WinZip and bsdtar open. */
const AES_256 = 3

/** What is compressed already only costs time once more. */
const DENSE =
  /\.(?:7z|avif|bz2|docx|epub|gif|gz|jpe?g|mp[34]|png|pptx|rar|webm|webp|woff2?|xlsx|xz|zip|zst)$/i

const loadZip = loadOnce(async () => {
  const zip = await import('@zip.js/zip.js')
  zip.configure({ useWebWorkers: false })
  return zip
})

const openPart = async (part: Part, store: FileStore): Promise<ReadableStream<Uint8Array>> => {
  if ('text' in part) {
    return new Blob([part.text]).stream()
  }
  const body = await store.open(part.key)
  if (!body) {
    throw new Error(`The file ${part.name} is not in the store`)
  }
  return body
}

const addAll = async (args: {
  folder: string
  now: Date
  parts: readonly Part[]
  store: FileStore
  writer: ZipWriter<unknown>
}): Promise<void> => {
  const { folder, now, parts, store, writer } = args
  const names = toUniqueNames(parts.map(({ name }) => toFileName(name)))
  for (const [at, part] of parts.entries()) {
    const name = names[at] ?? ''
    const body = await openPart(part, store)
    const level = DENSE.test(name) ? 0 : 6
    await writer.add(`${folder}/${name}`, body, { lastModDate: now, level })
  }
  await writer.close()
}

const countInto = (hash: ReturnType<typeof createHash>): TransformStream<Uint8Array, Uint8Array> =>
  new TransformStream({
    transform: (chunk, controller) => {
      hash.update(chunk)
      controller.enqueue(chunk)
    },
  })

/**
 * Writes an encrypted zip into the store, byte after byte: whatever its size, only what is just passing
 * by is in memory.
 *
 * @throws Error when a file of it is missing or the store refuses; nothing is stored then
 */
export const writePackage = async (args: {
  /** Name of the folder that unpacks. */
  folder: string
  key: string
  now: Date
  parts: readonly Part[]
  password: string
  store: FileStore
}): Promise<WrittenPackage> => {
  const { key, password, store } = args
  const { ZipWriter } = await loadZip()
  const hash = createHash('sha256')
  const pipe = countInto(hash)
  const writer = new ZipWriter(pipe.writable, { encryptionStrength: AES_256, password })
  const stored = store.write(key, pipe.readable)
  const added = addAll({ ...args, writer }).catch(async (error: unknown) => {
    // Whoever stores waits for the end of what will not come.
    await pipe.writable.abort(error).catch(() => undefined)
    throw error
  })
  const [writing, adding] = await Promise.allSettled([stored, added])
  if (adding.status === 'rejected') {
    throw adding.reason
  }
  if (writing.status === 'rejected') {
    throw writing.reason
  }
  return { sha256: hash.digest('hex'), size: writing.value.size }
}
