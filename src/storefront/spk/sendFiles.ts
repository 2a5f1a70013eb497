type Part = { file: number; offset: number }

type Upload = { chunkBytes: number; id: string; missing: Part[] }

/** What came of sending: done, refused with a sentence, or broken off so that it can be gone on with. */
export type Sent = { kind: 'broken' } | { kind: 'done' } | { kind: 'refused'; message: string }

/** What is remembered of an upload under way, in the browser's own memory. */
export type UploadMemory = {
  find: (print: string) => null | string
  forget: () => void
  keep: (print: string, id: string) => void
}

type Sending = {
  /** Address of the agreement in the API. */
  api: string
  files: readonly File[]
  kind: 'photo' | 'scan'
  locale: string
  memory: UploadMemory
  /** From 0 to 1. */
  onProgress: (share: number) => void
  /** Milliseconds to wait before each next try of a part. */
  pauses: readonly number[]
}

class Refusal extends Error {}

const PASSING = [408, 429, 500, 502, 503, 504]

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const call = async (
  path: string,
  { api, locale }: Sending,
  init: RequestInit,
): Promise<Response> => {
  const headers = { ...init.headers, 'Accept-Language': locale }
  const response = await fetch(`${api}${path}`, { ...init, cache: 'no-store', headers })
  if (response.ok) {
    return response
  }
  if (PASSING.includes(response.status)) {
    throw new Error(`Answered with ${response.status}`)
  }
  const { errors } = (await response.json()) as { errors?: { message?: string }[] }
  throw new Refusal(errors?.[0]?.message ?? '')
}

/** What passes by itself is tried again; a refusal is not. */
const persist = async <T>(sending: Sending, work: () => Promise<T>): Promise<T> => {
  for (const pause of sending.pauses) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refusal) {
        throw error
      }
      await wait(pause)
    }
  }
  return work()
}

/** Tells the files of one try from those of another, without reading them. */
export const printOf = (files: readonly Pick<File, 'lastModified' | 'name' | 'size'>[]): string =>
  files.map(({ lastModified, name, size }) => `${name}:${size}:${lastModified}`).join('|')

const readUpload = async (response: Response): Promise<Upload> =>
  ((await response.json()) as { upload: Upload }).upload

const begin = async (sending: Sending): Promise<Upload> => {
  const { files, kind } = sending
  const body = JSON.stringify({ files: files.map(({ size }) => ({ size })), kind })
  const headers = { 'Content-Type': 'application/json' }
  const upload = await readUpload(
    await persist(sending, () => call('/uploads', sending, { body, headers, method: 'POST' })),
  )
  sending.memory.keep(printOf(files), upload.id)
  return upload
}

/** The upload of these very files that broke off earlier, else a new one. */
const resume = async (sending: Sending): Promise<Upload> => {
  const id = sending.memory.find(printOf(sending.files))
  if (!id) {
    return begin(sending)
  }
  try {
    return await readUpload(
      await persist(sending, () => call(`/uploads/${id}`, sending, { method: 'GET' })),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error
    }
    sending.memory.forget()
    return begin(sending)
  }
}

const sendParts = async (sending: Sending, upload: Upload): Promise<void> => {
  const { chunkBytes, id, missing } = upload
  const total = sending.files.reduce((sum, { size }) => sum + Math.ceil(size / chunkBytes), 0)
  let left = missing.length
  sending.onProgress(1 - left / total)
  for (const { file, offset } of missing) {
    const body = sending.files[file]?.slice(offset, offset + chunkBytes) ?? new Blob()
    const headers = { 'Content-Type': 'application/octet-stream' }
    const path = `/uploads/${id}/${file}/${offset}`
    await persist(sending, () => call(path, sending, { body, headers, method: 'POST' }))
    left -= 1
    sending.onProgress(1 - left / total)
  }
}

/**
 * Sends files in parts, each tried again while the connection is away. What broke off is gone on with
 * when the same files are sent again, also after the page was loaded anew.
 */
export const sendFiles = async (sending: Sending): Promise<Sent> => {
  try {
    const upload = await resume(sending)
    await sendParts(sending, upload)
    await persist(sending, () => call(`/uploads/${upload.id}/finish`, sending, { method: 'POST' }))
    sending.memory.forget()
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      return { kind: 'broken' }
    }
    sending.memory.forget()
    return { kind: 'refused', message: error.message }
  }
}

const KEY = 'lunas-spk-upload'

/** The memory of this tab; without one, an upload that breaks off begins anew. */
export const tabMemory = (api: string): UploadMemory => {
  const key = `${KEY}:${api}`
  const safely = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch {
      return otherwise
    }
  }
  return {
    find: (print) =>
      safely(() => {
        const [kept, id] = (sessionStorage.getItem(key) ?? '').split('\n')
        return kept === print && id ? id : null
      }, null),
    forget: () => safely(() => sessionStorage.removeItem(key), undefined),
    keep: (print, id) => safely(() => sessionStorage.setItem(key, `${print}\n${id}`), undefined),
  }
}
