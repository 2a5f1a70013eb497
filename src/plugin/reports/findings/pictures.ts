import type { Payload } from 'payload'

import { keepFiles, MAX_CAPTION, readFiles, removeFile, type SentFile } from '../../attachments'
import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { isStorable } from '../../kernel/text'
import { FINDING, picturesOfDelivery } from '../content'
import { lockOpenAnalysis } from '../delivery'
import { assertPrintableText } from '../letters'
import { MAX_PICTURES, MAX_REPORT_PICTURES } from '../rules'

/** Field of the form that holds the pictures. */
export const PICTURES_FIELD = 'pictures'

const LEAST_CAPTION = 3

const getCaption = async (typed: unknown): Promise<string> => {
  const caption = typeof typed === 'string' ? typed.trim().replace(/\s+/g, ' ') : ''
  const isFit = caption.length >= LEAST_CAPTION && caption.length <= MAX_CAPTION
  if (!isFit || !isStorable(caption)) {
    throw new DomainError('finding.captionLength', { field: 'caption', limit: MAX_CAPTION })
  }
  await assertPrintableText('caption', caption)
  return caption
}

/** Locks the delivery of a finding, under which its pictures are counted. */
const lockFinding = async (tx: Tx, id: string): Promise<string> => {
  const [row] = await tx.rows<{ fulfilmentId: string }>(
    sql`select fulfilment_id as "fulfilmentId" from findings where id = ${id}`,
  )
  if (!row) {
    throw new DomainError('notFound')
  }
  await lockOpenAnalysis(tx, row.fulfilmentId)
  return row.fulfilmentId
}

const assertRoom = async (
  tx: Tx,
  args: { findingId: string; fulfilmentId: string; more: number },
): Promise<void> => {
  const { findingId, fulfilmentId, more } = args
  const { ids, kind } = picturesOfDelivery(fulfilmentId)
  const [row] = await tx.rows<{ mine: number; total: number }>(sql`
    select count(*)::int as total,
      (count(*) filter (where subject_id = ${findingId}))::int as mine
    from attachments where subject_kind = ${kind} and subject_id in (${ids})`)
  const { mine = 0, total = 0 } = row ?? {}
  if (mine + more > MAX_PICTURES) {
    throw new DomainError('finding.tooManyPictures', { field: PICTURES_FIELD, limit: MAX_PICTURES })
  }
  if (total + more > MAX_REPORT_PICTURES) {
    const limit = MAX_REPORT_PICTURES
    throw new DomainError('report.tooManyPictures', { field: PICTURES_FIELD, limit })
  }
}

/**
 * Adds pictures with one caption to a finding, all or none. What was issued already keeps the ones that
 * it has; the next report prints these.
 *
 * @throws DomainError `notFound`, `finding.…`, `report.tooManyPictures`, `attachment.…`
 */
export const addPictures = async (
  payload: Payload,
  args: { caption: unknown; files: readonly SentFile[]; findingId: string },
): Promise<void> => {
  const { findingId } = args
  const caption = await getCaption(args.caption)
  const files = await readFiles(args.files, { field: PICTURES_FIELD })
  if (files.length === 0) {
    throw new DomainError('finding.noPicture', { field: PICTURES_FIELD })
  }
  await runInTransaction(payload, async (tx) => {
    const fulfilmentId = await lockFinding(tx, findingId)
    await assertRoom(tx, { findingId, fulfilmentId, more: files.length })
    await keepFiles(tx, { caption, files, subject: { id: findingId, kind: FINDING } })
  })
}

/**
 * Takes a picture off a finding. Reports that were issued with it have copies of their own.
 *
 * @throws DomainError `notFound`, `finding.closed`
 */
export const removePicture = (
  payload: Payload,
  { findingId, seq }: { findingId: string; seq: number },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    await lockFinding(tx, findingId)
    if (!(await removeFile(tx, { seq, subject: { id: findingId, kind: FINDING } }))) {
      throw new DomainError('notFound')
    }
  })
