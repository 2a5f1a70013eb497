import { createHash } from 'node:crypto'

import type { FaultCode } from '../evidence/finding'
import type { SpkScene } from '../queries/scene'
import type { ReturnKind } from './schema'

import { DomainError } from '../../kernel/errors'
import { faultTexts, precheck } from '../inspect'
import { MIMES, wrapPages } from '../papers/brought'
import { newestFile } from '../queries/scene'

/** Most pictures that a signed document may come in. */
export const MOST_PICTURES = 20

/** Most photos of the paper at once. */
export const MOST_PHOTOS = 5

/** Bytes that everything of one return may come to. */
export const MOST_RETURN_BYTES = 60_000_000

/** One file as it came, looked at from outside. */
export type Piece = { bytes: Uint8Array; isPicture: boolean; mime: string; sha256: string }

const refuse = (at: number, fault: FaultCode): never => {
  throw new DomainError('spk.fileRefused', {
    at: at + 1,
    fault,
    field: 'files',
    why: faultTexts[fault],
  })
}

const lookAt = (bytes: Uint8Array, at: number): Piece => {
  const found = precheck(bytes)
  if ('fault' in found) {
    return refuse(at, found.fault)
  }
  return {
    bytes,
    isPicture: found.kind !== 'pdf',
    mime: MIMES[found.kind],
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

const assertFitting = (kind: ReturnKind, pieces: readonly Piece[]): void => {
  const arePictures = pieces.every(({ isPicture }) => isPicture)
  if (kind === 'photo' && (!arePictures || pieces.length > MOST_PHOTOS)) {
    throw new DomainError('spk.photosWanted', { field: 'files', most: MOST_PHOTOS })
  }
  const isFine = arePictures ? pieces.length <= MOST_PICTURES : pieces.length === 1
  if (kind === 'scan' && !isFine) {
    throw new DomainError('spk.filesWanted', { field: 'files', most: MOST_PICTURES })
  }
}

/**
 * The cheap look at what a customer sends: what each file is by its own bytes, whether it is whole, and
 * whether so many of them make a document.
 *
 * @throws DomainError `spk.filesWanted`, `spk.photosWanted`, `input.tooLarge`, `spk.fileRefused`
 */
export const examinePieces = (kind: ReturnKind, files: readonly Uint8Array[]): Piece[] => {
  if (files.length === 0) {
    const [code, most] =
      kind === 'photo'
        ? (['spk.photosWanted', MOST_PHOTOS] as const)
        : (['spk.filesWanted', MOST_PICTURES] as const)
    throw new DomainError(code, { field: 'files', most })
  }
  if (files.reduce((sum, { length }) => sum + length, 0) > MOST_RETURN_BYTES) {
    throw new DomainError('input.tooLarge', { field: 'files', limit: MOST_RETURN_BYTES })
  }
  const pieces = files.map(lookAt)
  assertFitting(kind, pieces)
  return pieces
}

/**
 * Pictures of pages as one PDF, made in a process of its own.
 *
 * @throws DomainError `spk.fileRefused`
 */
export const wrapPieces = async (pieces: readonly Piece[]): Promise<Uint8Array> => {
  const wrapped = await wrapPages(pieces.map(({ bytes }) => bytes))
  return wrapped.fault === null ? wrapped.bytes : refuse(wrapped.at ?? 0, wrapped.fault)
}

const areHashes = (found: readonly { sha256: string }[], pieces: readonly Piece[]): boolean =>
  found.length === pieces.length && found.every(({ sha256 }, at) => sha256 === pieces[at]?.sha256)

/** Whether the newest signed document of an agreement is made of exactly these files. */
export const isNewestScan = (scene: SpkScene, pieces: readonly Piece[]): boolean => {
  const scan = newestFile(scene, 'scan')
  if (!scan) {
    return false
  }
  if (!pieces.every(({ isPicture }) => isPicture)) {
    return areHashes([scan], pieces)
  }
  const originals = scene.files.filter(({ kind }) => kind === 'original')
  return scan.pages === pieces.length && areHashes(originals.slice(-pieces.length), pieces)
}

/** Whether these photos are the newest that came in. */
export const areNewestPhotos = (scene: SpkScene, pieces: readonly Piece[]): boolean =>
  areHashes(scene.files.filter(({ kind }) => kind === 'photo').slice(-pieces.length), pieces)
