import type { Payload } from 'payload'

import { toStream } from '../../../kernel/files'
import { newId } from '../../../kernel/payload'
import { spkRuntime } from '../../runtime'
import { listParts, partName, type UploadPart, type UploadPlan, uploadPlanSchema } from './plan'

/** Where the parts of uploads lie that are under way; what is older than a day goes with the strays. */
export const UPLOADS_PREFIX = 'spk/uploads/'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Key of a part ends with an id of its own: sent twice at once, neither is written into the other. */
const PART = /\/(\d+-\d+)\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const folderOf = (id: string): string => `${UPLOADS_PREFIX}${id}/`

const storeOf = (payload: Payload) => spkRuntime.get(payload).store

const readAll = async (payload: Payload, key: string): Promise<null | Uint8Array> => {
  const body = await storeOf(payload).open(key)
  return body && new Uint8Array(await new Response(body).arrayBuffer())
}

const writeJson = async (payload: Payload, key: string, value: unknown): Promise<void> => {
  await storeOf(payload).write(key, toStream(Buffer.from(JSON.stringify(value))))
}

/** Keeps what was announced. */
export const writePlan = (payload: Payload, plan: UploadPlan): Promise<void> =>
  writeJson(payload, `${folderOf(plan.id)}plan`, plan)

/** What was announced under this id; null when nothing was, or its time is over. */
export const findPlan = async (payload: Payload, id: string): Promise<null | UploadPlan> => {
  const bytes = UUID.test(id) ? await readAll(payload, `${folderOf(id)}plan`) : null
  return bytes && uploadPlanSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

/** Keeps one part, whole or not at all. */
export const writePart = async (
  payload: Payload,
  args: { bytes: Uint8Array; id: string; part: UploadPart },
): Promise<void> => {
  const { bytes, id, part } = args
  const key = `${folderOf(id)}${partName(part)}.${newId()}`
  await storeOf(payload).write(key, toStream(bytes))
}

/** Keys of the parts that have arrived, by their names. */
export const findArrived = async (payload: Payload, id: string): Promise<Map<string, string>> => {
  const arrived = new Map<string, string>()
  for await (const { key } of storeOf(payload).list(folderOf(id))) {
    const name = PART.exec(key)?.[1]
    if (name) {
      arrived.set(name, key)
    }
  }
  return arrived
}

const joinFile = async (
  payload: Payload,
  args: { arrived: ReadonlyMap<string, string>; parts: readonly UploadPart[] },
): Promise<null | Uint8Array> => {
  const pieces: Uint8Array[] = []
  for (const part of args.parts) {
    const key = args.arrived.get(partName(part)) ?? ''
    const bytes = await readAll(payload, key)
    if (!bytes) {
      return null
    }
    pieces.push(bytes)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** The files of an upload whose parts have all arrived; null when one of them is gone. */
export const joinFiles = async (
  payload: Payload,
  plan: UploadPlan,
  arrived: ReadonlyMap<string, string>,
): Promise<null | Uint8Array[]> => {
  const parts = listParts(plan)
  const files: Uint8Array[] = []
  for (const at of plan.sizes.keys()) {
    const ofFile = parts.filter(({ file }) => file === at)
    const bytes = await joinFile(payload, { arrived, parts: ofFile })
    if (!bytes) {
      return null
    }
    files.push(bytes)
  }
  return files
}

/** Notes that an upload was brought: whoever asks again hears the same. */
export const markFinished = (payload: Payload, id: string): Promise<void> =>
  writeJson(payload, `${folderOf(id)}finished`, true)

/** Whether an upload was brought already. */
export const isFinished = async (payload: Payload, id: string): Promise<boolean> => {
  const body = await storeOf(payload).open(`${folderOf(id)}finished`)
  await body?.cancel()
  return body !== null
}

/** Removes the parts of an upload; what was announced stays for a day. */
export const clearParts = async (
  payload: Payload,
  arrived: ReadonlyMap<string, string>,
): Promise<void> => {
  for (const key of arrived.values()) {
    await storeOf(payload).remove(key)
  }
}
