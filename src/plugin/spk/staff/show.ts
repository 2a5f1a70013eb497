import type { Payload } from 'payload'

import type { SpkFile, SpkScene } from '../queries/scene'
import type { Asked } from './step'

import { DomainError } from '../../kernel/errors'
import { type SQL, sql, statementsOn, type Tx } from '../../kernel/payload'
import { loadOnce } from '../../kernel/queue'
import { drawOwnPage } from '../evidence/drawOwnPage'
import { answerWithFile, fileNameOf, readSpkFile } from '../papers/files'
import { noteLook, noteSight } from '../papers/looks'
import { findSpk, newestFile } from '../queries/scene'
import { answerWithPicture } from './answers'
import { lookerOf } from './desk'

type Visit = Pick<Asked, 'actor' | 'id'>

const getSpk = async (tx: Pick<Tx, 'rows'>, id: string): Promise<SpkScene> => {
  const scene = await findSpk(tx, sql`s.id = ${id}`)
  if (!scene) {
    throw new DomainError('notFound')
  }
  return scene
}

/** Files of every edition, not only of the one that counts. */
const getFile = async (tx: Pick<Tx, 'rows'>, where: SQL): Promise<Omit<SpkFile, 'analysis'>> => {
  const [file] =
    await tx.rows<SpkFile>(sql`select f.id, f.kind, f.edition::int as edition, f.seq::int as seq,
      f.sha256, f.size::float8 as size, f.mime, f.store_key as "storeKey"
    from spk_files f where ${where}`)
  if (!file) {
    throw new DomainError('notFound')
  }
  return file
}

/**
 * A file of an agreement as it is, to be saved; the look is on record before a byte leaves.
 *
 * @throws DomainError `notFound`
 */
export const downloadFile = async (
  payload: Payload,
  { actor, fileId, id }: { fileId: string } & Visit,
): Promise<Response> => {
  const tx = statementsOn(payload)
  const scene = await getSpk(tx, id)
  const file = await getFile(tx, sql`f.id = ${fileId} and f.spk_id = ${id}`)
  const filename = fileNameOf(scene, file)
  await noteLook(tx, { by: lookerOf(actor), file: filename, spkId: id, what: 'downloaded' })
  return answerWithFile(payload, { ...file, filename })
}

const loadSharp = loadOnce(async () => (await import('sharp')).default)

/** Made anew from its pixels: nothing else that came with a file reaches a browser. */
const repaint = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const sharp = await loadSharp()
  return sharp(bytes, { failOn: 'error', limitInputPixels: 60_000_000 })
    .rotate()
    .resize({ fit: 'inside', height: 2_400, width: 2_400, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer()
}

/**
 * A picture of what came back: a page or a part of the newest scan, or a photo of the paper.
 *
 * @throws DomainError `notFound`
 */
export const showPicture = async (
  payload: Payload,
  { actor, fileId, id }: { fileId: string } & Visit,
): Promise<Response> => {
  const tx = statementsOn(payload)
  const file = await getFile(
    tx,
    sql`f.id = ${fileId} and f.spk_id = ${id}
      and (f.kind = 'preview' or (f.kind = 'photo' and f.mime in ('image/jpeg', 'image/png')))`,
  )
  const what = file.kind === 'photo' ? 'photo' : 'scan'
  await noteSight(tx, { by: lookerOf(actor), file: what, spkId: id })
  const bytes = await readSpkFile(payload, file)
  const picture = await repaint(bytes).catch(() => {
    throw new DomainError('notFound')
  })
  return answerWithPicture(picture)
}

/**
 * A page of the issued document as a picture, drawn as the pages of the scan are; pages count from 1.
 *
 * @throws DomainError `notFound`
 */
export const showIssuedPage = async (
  payload: Payload,
  { actor, id, page }: { page: number } & Visit,
): Promise<Response> => {
  const tx = statementsOn(payload)
  const scene = await getSpk(tx, id)
  const issued = newestFile(scene, 'issued')
  if (!issued || page > (scene.current?.layout?.pages.length ?? 0)) {
    throw new DomainError('notFound')
  }
  await noteSight(tx, { by: lookerOf(actor), file: 'issued', spkId: id })
  return answerWithPicture(await drawOwnPage(await readSpkFile(payload, issued), page))
}
