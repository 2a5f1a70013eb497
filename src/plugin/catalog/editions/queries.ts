import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'

import { isRowId, queryRows, sql, type SQL } from '../../kernel/payload'

/** A page as it was published once. */
export type PageEdition = {
  body: unknown
  id: string
  /** No later edition has been published. */
  isLast: boolean
  number: number
  publishedAt: string
  slug: string
  title: string
}

/** Which edition of a page somebody agreed to. */
export type AgreedEdition = { id: string; number: number; slug: string; title: string }

const IS_AGREED = sql`p.is_agreed and p._status = 'published' and p.deleted_at is null`

/** The title in a language; that of the edition itself, which is Indonesian, where it had no other. */
const titleIn = (locale: SQL): SQL => sql`coalesce(e.texts->${locale}->>'title', e.title)`

/** One edition in one language (Indonesian where it had no other), or null. */
export const findPageEdition = async (args: {
  id: string
  locale: Locale
  payload: Payload
}): Promise<null | PageEdition> => {
  const { id, locale, payload } = args
  if (!isRowId(id)) {
    return null
  }
  const [row] = await queryRows<PageEdition>(
    payload,
    sql`select e.id, e.number::int as number, e.slug, e.published_at as "publishedAt",
        coalesce(nullif(e.texts->${locale}->'body', 'null'), e.texts->'id'->'body') as body,
        ${titleIn(sql`${locale}`)} as title,
        not exists (select 1 from page_editions l where l.page = e.page and l.number > e.number)
          as "isLast"
      from page_editions e where e.id = ${id}`,
  )
  return row ? { ...row, publishedAt: new Date(row.publishedAt).toISOString() } : null
}

/**
 * The editions in force that a buyer agrees to now: `id, number, slug, title`, for a statement that
 * writes an order.
 */
export const agreedEditionsSql = (locale: Locale): SQL => sql`
  select e.id, e.number::int as number, e.slug,
    ${titleIn(sql`${locale}`)} as title
  from pages p join lateral (
    select * from page_editions where page = p.id::text order by number desc limit 1) e on true
  where ${IS_AGREED}`

/** Pages that buyers agree to, as links: published, and marked so by an editor. */
export const findAgreedPages = (args: {
  locale: Locale
  payload: Payload
}): Promise<{ slug: string; title: string }[]> =>
  queryRows(
    args.payload,
    sql`select p.slug, coalesce(l.title, d.title) as title
      from pages p left join pages_locales l on l._parent_id = p.id and l._locale = ${args.locale}
      left join pages_locales d on d._parent_id = p.id and d._locale = 'id'
      where ${IS_AGREED} order by p.slug`,
  )

/** Editions by their ids, as JSON in the order of their addresses. */
export const namedEditionsSql = (ids: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', e.id, 'number', e.number, 'slug', e.slug,
    'title', ${titleIn(sql`o.locale`)}) order by e.slug), '[]')
  from jsonb_array_elements_text(coalesce(${ids}, '[]')) as agreed (id)
  join page_editions e on e.id = agreed.id::uuid)`
