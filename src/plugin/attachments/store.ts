import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import type { Tx } from '../kernel/payload'
import type { CleanFile } from './readPicture'

import { DomainError } from '../kernel/errors'
import { newId, queryRows, type SQL, sql } from '../kernel/payload'
import { clock } from '../kernel/time'

/** What a file belongs to. */
export type FileSubject = { id: string; kind: string }

/** A file without its bytes. `seq` counts from 1 within its subject. */
export type StoredFile = {
  caption: null | string
  height: number
  mime: string
  seq: number
  sha256: string
  size: number
  width: number
}

/**
 * Keeps files with what they belong to, in the caller's transaction, under the lock of the subject (or
 * with a subject that nobody knows yet).
 */
export const keepFiles = async (
  tx: Pick<Tx, 'rows'>,
  {
    caption,
    files,
    subject,
  }: { caption?: string; files: readonly CleanFile[]; subject: FileSubject },
): Promise<void> => {
  const at = clock.now().toISOString()
  for (const { bytes, height, mime, width } of files) {
    const hash = createHash('sha256').update(bytes).digest('hex')
    await tx.rows(sql`insert into attachments (id, subject_kind, subject_id, seq, mime, width, height,
        sha256, bytes, caption, created_at)
      select ${newId()}::uuid, ${subject.kind}, ${subject.id}, (select coalesce(max(seq), 0) + 1
          from attachments where subject_kind = ${subject.kind} and subject_id = ${subject.id}),
        ${mime}, ${width}::int, ${height}::int, ${hash}, ${bytes}::bytea, ${caption ?? null}, ${at}::timestamptz`)
  }
}

/** The files of a subject as a JSON expression: an array of {@link StoredFile}. */
export const selectFiles = (kind: string, id: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('seq', a.seq, 'mime', a.mime, 'width', a.width,
    'height', a.height, 'size', length(a.bytes), 'sha256', a.sha256, 'caption', a.caption)
    order by a.seq), '[]')
  from attachments a where a.subject_kind = ${kind} and a.subject_id = ${id}::text)`

/** Files of several subjects of one kind; the ids as an expression that gives texts. */
export type FileSubjects = { ids: SQL; kind: string }

/** Copies the files of several subjects to another one, each content once, in the caller's transaction. */
export const copyFiles = async (
  tx: Pick<Tx, 'rows'>,
  { from, to }: { from: FileSubjects; to: FileSubject },
): Promise<void> => {
  await tx.rows(sql`insert into attachments (id, subject_kind, subject_id, seq, mime, width, height,
      sha256, bytes, caption, created_at)
    select gen_random_uuid(), ${to.kind}, ${to.id}, row_number() over (order by a.sha256), a.mime,
      a.width, a.height, a.sha256, a.bytes, a.caption, ${clock.now().toISOString()}::timestamptz
    from (select distinct on (sha256) * from attachments
      where subject_kind = ${from.kind} and subject_id in (${from.ids}) order by sha256) a`)
}

/** Removes a file; answers whether it was there. Under the lock of the subject. */
export const removeFile = async (
  tx: Pick<Tx, 'rows'>,
  { seq, subject }: { seq: number; subject: FileSubject },
): Promise<boolean> => {
  const removed = await tx.rows(sql`delete from attachments where subject_kind = ${subject.kind}
    and subject_id = ${subject.id} and seq = ${seq} returning id`)
  return removed.length > 0
}

/** The bytes of the files of several subjects, by their SHA-256. */
export const findContents = async (
  tx: Pick<Tx, 'rows'>,
  { ids, kind }: FileSubjects,
): Promise<Map<string, Buffer>> => {
  const rows = await tx.rows<{ bytes: Buffer; sha256: string }>(sql`
    select distinct on (sha256) sha256, bytes from attachments
    where subject_kind = ${kind} and subject_id in (${ids}) order by sha256`)
  return new Map(rows.map(({ bytes, sha256 }) => [sha256, bytes]))
}

const POLICY = "default-src 'none'; img-src 'self'; sandbox"

/**
 * Answers a request for one file. Whoever calls has checked who may see it. Pictures are shown, all
 * else is only saved; nothing in it may run.
 *
 * @throws DomainError `notFound`
 */
export const readAnswer = async (
  payload: Payload,
  { seq, subject }: { seq: number; subject: FileSubject },
): Promise<Response> => {
  const [file] = await queryRows<{ bytes: Buffer; mime: string }>(
    payload,
    sql`select bytes, mime from attachments where subject_kind = ${subject.kind}
      and subject_id = ${subject.id} and seq = ${seq}`,
  )
  if (!file) {
    throw new DomainError('notFound')
  }
  const isPicture = file.mime.startsWith('image/')
  const name = `lampiran-${seq}.${isPicture ? 'webp' : 'pdf'}`
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `${isPicture ? 'inline' : 'attachment'}; filename="${name}"`,
      'Content-Security-Policy': POLICY,
      'Content-Type': file.mime,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
