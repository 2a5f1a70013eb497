import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { ReleaseWords } from './documents'

import { queryRows, type SQL, sql } from '../../kernel/payload'

/** A package that was ordered, with all that it is made of. */
export type OrderedPackage = {
  entitlementId: string
  files: { filename: string; name: string }[]
  folder: string
  locale: Locale
  /** Sealed. */
  password: string
  right: string
  state: string
  words: ReleaseWords
}

const FILES = sql`(select coalesce(json_agg(json_build_object('filename', f.filename,
    'name', coalesce(f.name, f.filename)) order by l."order"), '[]')
  from releases_rels l join release_files f on f.id = l.release_files_id
  where l.parent_id = r.id and l.path = 'files')`

/** One of the release's texts: the buyer's language, else Indonesian. */
const word = (column: string): SQL => sql`coalesce(
  (select nullif(${sql.identifier(column)}, '') from releases_locales
    where _parent_id = r.id and _locale::text = o.locale),
  (select ${sql.identifier(column)} from releases_locales where _parent_id = r.id and _locale = 'id'))`

/** What a package is to be made of; null when it was never ordered. */
export const findOrdered = async (
  payload: Payload,
  packageId: string,
): Promise<null | OrderedPackage> => {
  const [row] = await queryRows<OrderedPackage>(
    payload,
    sql`select e.id as "entitlementId", e.state as right, e.password, p.state, o.locale,
        i.product_slug || '-' || r.version as folder, ${FILES} as files,
        json_build_object('title', i.title, 'version', r.version,
          'instructions', ${word('instructions')}, 'faq', ${word('faq')},
          'changelog', ${word('changelog')}) as words
      from packages p join entitlements e on e.id = p.entitlement_id
        join releases r on r.id = p.release_id join order_items i on i.id = e.order_item_id
        join orders o on o.id = e.order_id
      where p.id = ${packageId}`,
  )
  return row ?? null
}
