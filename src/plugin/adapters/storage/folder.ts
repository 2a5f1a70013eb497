import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'

import type { FileStore, ListedFile } from '../../kernel/files'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const makeLocate =
  (root: string) =>
  (key: string): string => {
    const file = path.resolve(root, key)
    if (!file.startsWith(root + path.sep)) {
      throw new Error(`The key ${key} leads out of the store`)
    }
    return file
  }

/** The file, held open: what is removed meanwhile can still be read to its end. */
const findOpen = async (file: string): Promise<FileHandle | null> => {
  const handle = await open(file).catch((error: unknown) => {
    if (isMissing(error)) {
      return null
    }
    throw error
  })
  if (handle && !(await handle.stat()).isFile()) {
    await handle.close()
    return null
  }
  return handle
}

const writeWhole = async (
  file: string,
  body: ReadableStream<Uint8Array>,
): Promise<{ size: number }> => {
  // Two who write the same key at once do not write into one another's file.
  const part = `${file}.${randomUUID()}.part`
  await mkdir(path.dirname(file), { mode: 0o700, recursive: true })
  try {
    const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>)
    await pipeline(source, createWriteStream(part, { flush: true, mode: 0o600 }))
    const { size } = await stat(part)
    await rename(part, file)
    return { size }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** A file that is gone before it was looked at is not listed. */
const listFolder = async function* (root: string, prefix: string): AsyncIterable<ListedFile> {
  const folder = path.resolve(root, path.posix.dirname(`${prefix}.`))
  const entries = await opendir(folder, { recursive: true }).catch((error: unknown) => {
    if (isMissing(error)) {
      return []
    }
    throw error
  })
  for await (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name)
    const key = path.relative(root, file).split(path.sep).join('/')
    if (entry.isFile() && key.startsWith(prefix)) {
      const found = await stat(file).catch(() => undefined)
      yield* found ? [{ changedAt: found.mtime, key }] : []
    }
  }
}

/** Files in a folder of this machine. Only one machine can have them; several want a bucket. */
export const createFolderStore = (folder: string): FileStore => {
  const locate = makeLocate(path.resolve(folder))
  return {
    list: (prefix) => listFolder(path.resolve(folder), prefix),
    open: async (key, span) => {
      const handle = await findOpen(locate(key))
      return (
        handle &&
        (Readable.toWeb(handle.createReadStream(span ?? {})) as ReadableStream<Uint8Array>)
      )
    },
    remove: async (key) => rm(locate(key), { force: true }),
    write: async (key, body) => writeWhole(locate(key), body),
  }
}
