import type { Database } from '../../support/stand/database'

/** Every table with the number of its rows and a digest of all that they hold. */
export type Footprint = ReadonlyMap<string, string>

const listTables = (database: Database): Promise<{ name: string }[]> =>
  database.rows(`select format('%I.%I', table_schema, table_name) as name
    from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
    order by 1`)

/** Reads the whole database: nothing can be written anywhere without this changing. */
export const takeFootprint = async (database: Database): Promise<Footprint> => {
  const footprint = new Map<string, string>()
  for (const { name } of await listTables(database)) {
    const [row] = await database.rows<{ mark: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as mark
        from ${name} t`,
    )
    footprint.set(name, row?.mark ?? '')
  }
  return footprint
}

/** Tables that differ. */
export const compareFootprints = (before: Footprint, after: Footprint): string[] =>
  [...after].filter(([name, mark]) => before.get(name) !== mark).map(([name]) => name)
