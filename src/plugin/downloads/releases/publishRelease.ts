import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { announceJob } from '../jobs'

type Draft = { files: number; isPublished: boolean; isWritten: boolean }

const lockDraft = async (tx: Tx, id: string): Promise<Draft> => {
  const rows = await tx.rows(sql`select 1 from releases where id = ${id} for update`)
  const [draft] = await tx.rows<Draft>(
    sql`select r.published_at is not null as "isPublished",
      (select count(*)::int from releases_rels l join release_files f on f.id = l.release_files_id
        where l.parent_id = r.id and l.path = 'files') as files,
      exists (select 1 from releases_locales t where t._parent_id = r.id and t._locale = 'id'
        and trim(coalesce(t.instructions, '')) <> '') as "isWritten"
      from releases r where r.id = ${id}`,
  )
  if (rows.length === 0 || !draft) {
    throw new DomainError('notFound')
  }
  return draft
}

/**
 * Publishes a release: from now on buyers get it, and everybody who is entitled is told once his package
 * is built. Cannot be taken back.
 *
 * @throws DomainError `notFound`, `release.fixed`, `release.incomplete`
 */
export const publishRelease = (args: {
  id: string
  now: Date
  payload: Payload
}): Promise<{ publishedAt: string }> =>
  runInTransaction(args.payload, async (tx) => {
    const { id } = args
    const draft = await lockDraft(tx, id)
    if (draft.isPublished) {
      throw new DomainError('release.fixed')
    }
    if (draft.files === 0 || !draft.isWritten) {
      throw new DomainError('release.incomplete', {
        field: draft.files === 0 ? 'files' : 'instructions',
      })
    }
    const publishedAt = args.now.toISOString()
    await tx.rows(
      sql`update releases set published_at = ${publishedAt}, updated_at = ${publishedAt}
        where id = ${id}`,
    )
    await addJob({ input: { releaseId: id }, task: announceJob, tx })
    return { publishedAt }
  })
