import { createHash } from 'node:crypto'
import { z } from 'zod'

import type { Tx } from '../kernel/payload'
import type { Author, Post, Subject } from './schema'

import { newId, parseInput, type SQL, sql } from '../kernel/payload'
import { clock } from '../kernel/time'
import { postBody } from './schema'

/** Names the field of a refusal. */
const postShape = z.strictObject({ body: postBody })

/** A post as it stands, and whether this call has written it. */
export type WrittenPost = { isNew: boolean; post: Post }

type NewPost = {
  author: Author
  body: string
  /** Names this press of the button. */
  key: string
  subject: Subject
}

/** Words that differ are different posts, also under one key. */
const keyOf = ({ author, body, key }: NewPost): string =>
  createHash('sha256').update([author.kind, key, body].join('\n')).digest('base64url')

const COLUMNS = sql.raw(`id, seq::int as seq, author_kind as "authorKind",
  coalesce(author_name, '') as "authorName", body, created_at as "createdAt"`)

const toPost = (row: Post): Post => ({ ...row, createdAt: new Date(row.createdAt).toISOString() })

const insertPost = (post: NewPost): SQL => {
  const { author, body, subject } = post
  const at = clock.now().toISOString()
  return sql`insert into conversation_posts (id, subject_kind, subject_id, seq, author_kind,
      author_name, staff_id, body, key, created_at, updated_at)
    select ${newId()}::uuid, ${subject.kind}, ${subject.id}, (select coalesce(max(seq), 0) + 1
        from conversation_posts where subject_kind = ${subject.kind} and subject_id = ${subject.id}),
      ${author.kind}, ${author.kind === 'system' ? null : author.name},
      ${author.kind === 'staff' ? author.staffId : null}, ${body}, ${keyOf(post)},
      ${at}::timestamptz, ${at}::timestamptz
    on conflict (subject_kind, subject_id, key) do nothing returning ${COLUMNS}`
}

/**
 * Writes one post into the thread of a subject. The caller has checked that its author may, and holds
 * the subject's lock. Pressed twice, it is one post: the second call answers `isNew: false`.
 *
 * @throws DomainError `conversation.empty`, `conversation.tooLong`, `conversation.badText`
 */
export const writePost = async (
  tx: Pick<Tx, 'rows'>,
  args: { author: Author; body: unknown; key: string; subject: Subject },
): Promise<WrittenPost> => {
  const { body } = parseInput(postShape, { body: args.body })
  const given = { ...args, body }
  const [written] = await tx.rows<Post>(insertPost(given))
  if (written) {
    return { isNew: true, post: toPost(written) }
  }
  const { subject } = args
  const [known] = await tx.rows<Post>(sql`select ${COLUMNS} from conversation_posts
    where subject_kind = ${subject.kind} and subject_id = ${subject.id} and key = ${keyOf(given)}`)
  if (!known) {
    throw new Error(`The post about ${subject.kind} ${subject.id} is gone`)
  }
  return { isNew: false, post: toPost(known) }
}
