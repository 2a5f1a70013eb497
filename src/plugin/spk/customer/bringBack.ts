import type { Payload } from 'payload'

import type { Tx } from '../../kernel/payload'
import type { SpkScene } from '../queries/scene'
import type { SpkFileKind } from '../words'
import type { ReturnKind } from './schema'

import { DomainError } from '../../kernel/errors'
import { runInTransaction } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { analyseJob } from '../jobs'
import { tellSpkStaff } from '../messages'
import { columnsForBrought, MIMES } from '../papers/brought'
import { insertSpkFile, type StoredSpkFile, storeSpkFile } from '../papers/files'
import { enterProven, lockProven, type SpkDoor, type SpkEntrance, type SpkProof } from './door'
import { fireStep, isOpenTo, refuseStep } from './fireStep'
import { areNewestPhotos, examinePieces, isNewestScan, type Piece, wrapPieces } from './returned'

/** What a customer sends back, by which door. */
export type Returning = {
  door: SpkDoor
  files: readonly Uint8Array[]
  kind: ReturnKind
  proof: SpkProof
}

const EVENTS = { photo: 'bringPhoto', scan: 'bringScan' } as const

/** Whether the very same has come in already and is being looked at: sent twice, brought once. */
const isBrought = (scene: SpkScene, kind: ReturnKind, pieces: readonly Piece[]): boolean =>
  kind === 'scan' ? isNewestScan(scene, pieces) : areNewestPhotos(scene, pieces)

/**
 * Answers whether there is nothing left to do.
 *
 * @throws DomainError `event.notAllowed` where nothing is asked for, `spk.sameFile` for what was
 * looked at and sent back already
 */
const isDone = (scene: SpkScene, kind: ReturnKind, pieces: readonly Piece[]): boolean => {
  const isSame = isBrought(scene, kind, pieces)
  const isAsked = isOpenTo(scene.state, EVENTS[kind])
  if (isSame && isAsked) {
    throw new DomainError('spk.sameFile', { field: 'files' })
  }
  if (!isSame && !isAsked) {
    throw refuseStep(scene, EVENTS[kind])
  }
  return isSame
}

type Shelf = { payload: Payload; scene: SpkScene }

const shelve = (
  { payload, scene }: Shelf,
  file: { bytes: Uint8Array; kind: SpkFileKind; mime: string; pages: null | number },
): Promise<StoredSpkFile> =>
  storeSpkFile(payload, {
    ...file,
    broughtBy: scene.customerName,
    edition: scene.edition,
    spkId: scene.id,
  })

const shelveAll = async (
  shelf: Shelf,
  kind: SpkFileKind,
  pieces: readonly Piece[],
): Promise<StoredSpkFile[]> => {
  const stored: StoredSpkFile[] = []
  for (const { bytes, mime } of pieces) {
    stored.push(await shelve(shelf, { bytes, kind, mime, pages: null }))
  }
  return stored
}

/** What goes on record: the files as they came, and of pictures of pages the PDF that they make. */
type Brought = { beside: StoredSpkFile[]; main: null | StoredSpkFile }

const shelveReturned = async (
  shelf: Shelf,
  kind: ReturnKind,
  pieces: readonly Piece[],
): Promise<Brought> => {
  if (kind === 'photo') {
    return { beside: await shelveAll(shelf, 'photo', pieces), main: null }
  }
  const [first] = pieces
  const mime = MIMES.pdf
  if (first && !first.isPicture) {
    const scan = { bytes: first.bytes, kind: 'scan', mime, pages: null } as const
    return { beside: [], main: await shelve(shelf, scan) }
  }
  const bytes = await wrapPieces(pieces)
  const beside = await shelveAll(shelf, 'original', pieces)
  const main = await shelve(shelf, { bytes, kind: 'scan', mime, pages: pieces.length })
  return { beside, main }
}

const fireBrought = async (
  tx: Tx,
  entrance: SpkEntrance,
  args: { brought: Brought; kind: ReturnKind; proof: SpkProof },
): Promise<void> => {
  const { scene } = entrance
  const { brought, kind, proof } = args
  const { main } = brought
  for (const file of brought.beside) {
    await tx.rows(insertSpkFile(file))
  }
  await fireStep(tx, entrance, {
    event: EVENTS[kind],
    proof,
    set: columnsForBrought(main !== null),
    ...(main && { along: [insertSpkFile(main)] }),
  })
  if (main) {
    await addJob({ input: { fileId: main.id, spkId: scene.id }, task: analyseJob, tx })
    return
  }
  const step = `photoArrived/${scene.lockVersion}`
  await tellSpkStaff(tx, scene, { event: 'spk.photoArrived', step })
}

/**
 * A customer sends the signed document back, or photos of the paper that staff asked for. The files are
 * kept as they came; a document is looked at by a job, and counts as an attempt. What has been sent
 * already is not sent again: the answer is the same.
 *
 * @throws DomainError what {@link examinePieces} and the door refuse, `event.notAllowed`,
 * `event.guardRefused` when no attempt is left, `spk.sameFile`
 */
export const bringBack = async (
  payload: Payload,
  { door, files, kind, proof }: Returning,
): Promise<void> => {
  const { scene: seen } = await enterProven(payload, door)
  const pieces = examinePieces(kind, files)
  if (isDone(seen, kind, pieces)) {
    return
  }
  const brought = await shelveReturned({ payload, scene: seen }, kind, pieces)
  await runInTransaction(payload, async (tx) => {
    const entrance = await lockProven(tx, door)
    if (entrance.scene.edition !== seen.edition) {
      throw new DomainError('transition.conflict')
    }
    if (!isDone(entrance.scene, kind, pieces)) {
      await fireBrought(tx, entrance, { brought, kind, proof })
    }
  })
}
