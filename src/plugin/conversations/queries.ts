import type { Tx } from '../kernel/payload'
import type { Post, Subject } from './schema'

import { type SQL, sql } from '../kernel/payload'

/**
 * The thread of one subject as a JSON expression, the oldest post first: an array of {@link Post} for a
 * statement that reads its subject anyway.
 */
export const selectPosts = (kind: string, id: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', c.id, 'seq', c.seq, 'authorKind', c.author_kind,
    'authorName', coalesce(c.author_name, ''), 'body', c.body, 'createdAt', c.created_at)
    order by c.seq), '[]')
  from conversation_posts c where c.subject_kind = ${kind} and c.subject_id = ${id}::text)`

/** The thread of one subject, the oldest post first. Whoever calls has checked who may read it. */
export const findPosts = async (tx: Pick<Tx, 'rows'>, { id, kind }: Subject): Promise<Post[]> => {
  const [row] = await tx.rows<{ posts: Post[] }>(
    sql`select ${selectPosts(kind, sql`${id}`)} as posts`,
  )
  return (row?.posts ?? []).map(normalisePost)
}

/** A post as {@link selectPosts} reads it, its instant as every other of ours. */
export const normalisePost = (post: Post): Post => ({
  ...post,
  createdAt: new Date(post.createdAt).toISOString(),
})
