import type { CollectionAfterChangeHook } from 'payload'

import { type SQL, sql, statementsOf } from '../../kernel/payload'

// Postgres writes jsonb in one way only, so that equal texts have equal hashes.
const PUBLISHED = sql`select p.id, p.slug, jsonb_object_agg(l._locale,
      jsonb_build_object('title', l.title, 'body', l.body)) as texts
    from pages p join pages_locales l on l._parent_id = p.id
    where p._status = 'published' and p.deleted_at is null`

/**
 * Adds an edition of each published page that `which` names and whose texts, in whatever language, are
 * not those of its last one.
 */
export const recordEditionsSql = (which: SQL): SQL => sql`
  insert into page_editions (id, page, number, slug, title, texts, hash, published_at, created_at, updated_at)
  select gen_random_uuid(), said.id::text, coalesce(last.number, 0) + 1, said.slug,
    coalesce(texts->'id'->>'title', texts->'en'->>'title', said.slug), texts, now_hash.hash,
    now(), now(), now()
  from (${PUBLISHED} and ${which} group by p.id) said
  cross join lateral (
    select encode(sha256(convert_to(texts::text, 'UTF8')), 'hex') as hash) now_hash
  left join lateral (
    select number, hash from page_editions e where e.page = said.id::text
    order by number desc limit 1) last on true
  where last.hash is distinct from now_hash.hash`

/** Keeps what a page says, in the transaction that publishes it. */
export const recordEdition: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { _status, id } = doc as { _status?: unknown; id: string }
  if (_status === 'published') {
    await statementsOf(req).rows(recordEditionsSql(sql`p.id = ${id}`))
  }
  return doc as unknown
}
