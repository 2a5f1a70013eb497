import type { Payload } from 'payload'

import type { z } from 'zod'

import type { SpkDoor, SpkProof } from '../door'
import type { uploadSchema } from '../schema'

import { DomainError, isDomainError } from '../../../kernel/errors'
import { removeStrays } from '../../../kernel/files'
import { newId, readBytes, takeRateToken } from '../../../kernel/payload'
import { faultTexts, precheckSize } from '../../inspect'
import { spkRuntime } from '../../runtime'
import { bringBack } from '../bringBack'
import { enterProven } from '../door'
import { isOpenTo, refuseStep } from '../fireStep'
import { MOST_PHOTOS, MOST_PICTURES, MOST_RETURN_BYTES } from '../returned'
import { CHUNK_BYTES, findMissing, findPartSize, type UploadPart, type UploadPlan } from './plan'
import {
  clearParts,
  findArrived,
  findPlan,
  isFinished,
  joinFiles,
  markFinished,
  UPLOADS_PREFIX,
  writePart,
  writePlan,
} from './shelf'

/** How an upload stands: what still has to be sent, in parts of `chunkBytes`. */
export type PublicUpload = { chunkBytes: number; id: string; missing: UploadPart[] }

/** Uploads that may be begun for one agreement. */
const rate = { limit: 30, windowSeconds: 3_600 }

/** A part on a slow telephone line: half a megabyte within two minutes. */
const PART_MS = 120_000

const assertSizes = (sizes: readonly number[], kind: UploadPlan['kind']): void => {
  const [code, most] =
    kind === 'photo'
      ? (['spk.photosWanted', MOST_PHOTOS] as const)
      : (['spk.filesWanted', MOST_PICTURES] as const)
  if (sizes.length > most) {
    throw new DomainError(code, { field: 'files', most })
  }
  for (const [at, size] of sizes.entries()) {
    const fault = precheckSize(size)
    if (fault) {
      const why = faultTexts[fault]
      throw new DomainError('spk.fileRefused', { at: at + 1, fault, field: 'files', why })
    }
  }
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_RETURN_BYTES) {
    throw new DomainError('input.tooLarge', { field: 'files', limit: MOST_RETURN_BYTES })
  }
}

const toPublic = async (payload: Payload, plan: UploadPlan): Promise<PublicUpload> => {
  const { id } = plan
  const missing = (await isFinished(payload, id))
    ? []
    : findMissing(plan, new Set((await findArrived(payload, id)).keys()))
  return { chunkBytes: CHUNK_BYTES, id, missing }
}

/**
 * Begins an upload in parts: what cannot become a return is refused before a byte of it is sent.
 *
 * @throws DomainError `event.notAllowed`, `spk.filesWanted`, `spk.photosWanted`, `spk.fileRefused`,
 * `input.tooLarge`, `rateLimited`, and what the door refuses
 */
export const beginUpload = async (
  payload: Payload,
  args: { body: z.output<typeof uploadSchema>; door: SpkDoor },
): Promise<PublicUpload> => {
  const { files, kind } = args.body
  const { scene } = await enterProven(payload, args.door)
  const event = kind === 'photo' ? 'bringPhoto' : 'bringScan'
  if (!isOpenTo(scene.state, event)) {
    throw refuseStep(scene, event)
  }
  const sizes = files.map(({ size }) => size)
  assertSizes(sizes, kind)
  const { rateFactor: factor } = spkRuntime.get(payload)
  await takeRateToken({ bucket: `spk.upload:${scene.id}`, factor, payload, rate })
  const plan = { edition: scene.edition, id: newId(), kind, sizes, spkId: scene.id }
  await writePlan(payload, plan)
  return toPublic(payload, plan)
}

type OfUpload = { door: SpkDoor; id: string }

/** An upload of this agreement in this edition; of any other it is as if there were none. */
const getPlan = async (payload: Payload, { door, id }: OfUpload): Promise<UploadPlan> => {
  const { scene } = await enterProven(payload, door)
  const plan = await findPlan(payload, id)
  if (!plan || plan.spkId !== scene.id || plan.edition !== scene.edition) {
    throw new DomainError('notFound')
  }
  return plan
}

/**
 * How an upload stands: after a broken connection its parts are gone on with.
 *
 * @throws DomainError `notFound`, and what the door refuses
 */
export const getUpload = async (payload: Payload, of: OfUpload): Promise<PublicUpload> =>
  toPublic(payload, await getPlan(payload, of))

/**
 * Takes one part. A part that came before is taken again.
 *
 * @throws DomainError `notFound`, `spk.uploadBroken` when it is not of the length that was announced,
 * `input.tooLarge`, `input.tooSlow`, and what the door refuses
 */
export const takePart = async (
  payload: Payload,
  args: { part: UploadPart; request: Request } & OfUpload,
): Promise<void> => {
  const { id, part, request } = args
  const plan = await getPlan(payload, args)
  const size = findPartSize(plan, part)
  if (size === null) {
    throw new DomainError('notFound')
  }
  // A connection that breaks is the customer's, not ours: his page sends the part again.
  const bytes = await readBytes(request, { maxBytes: size, maxMs: PART_MS }).catch(
    (error: unknown) => {
      throw isDomainError(error) ? error : new DomainError('spk.uploadBroken')
    },
  )
  if (bytes.length !== size) {
    throw new DomainError('spk.uploadBroken')
  }
  await writePart(payload, { bytes, id, part })
}

/**
 * The files of an upload; null when the same upload, sent twice at once, was brought meanwhile and its
 * parts are being cleared away.
 */
const collectFiles = async (
  payload: Payload,
  plan: UploadPlan,
  arrived: ReadonlyMap<string, string>,
): Promise<null | Uint8Array[]> => {
  const missing = findMissing(plan, new Set(arrived.keys()))
  const files = missing.length === 0 ? await joinFiles(payload, plan, arrived) : null
  if (files || (await isFinished(payload, plan.id))) {
    return files
  }
  throw new DomainError('spk.uploadIncomplete', { missing: missing.length })
}

/**
 * Brings what has been uploaded. Asked again, the answer is the same.
 *
 * @throws DomainError `spk.uploadIncomplete` (with `missing`), and what {@link bringBack} throws
 */
export const finishUpload = async (
  payload: Payload,
  args: { proof: SpkProof } & OfUpload,
): Promise<void> => {
  const plan = await getPlan(payload, args)
  if (await isFinished(payload, plan.id)) {
    return
  }
  const arrived = await findArrived(payload, plan.id)
  const files = await collectFiles(payload, plan, arrived)
  if (!files) {
    return
  }
  await bringBack(payload, { door: args.door, files, kind: plan.kind, proof: args.proof })
  await markFinished(payload, plan.id)
  await clearParts(payload, arrived)
}

/** Removes what uploads left that were given up more than a day ago; answers how many files. */
export const clearUploads = (payload: Payload, now: Date): Promise<number> =>
  removeStrays({
    findKept: () => Promise.resolve([]),
    now,
    prefix: UPLOADS_PREFIX,
    store: spkRuntime.get(payload).store,
  })
