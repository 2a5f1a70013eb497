import type { Database } from '../../support/stand/database'

/** Every row of every table of the shop, by table and id. */
export type Rows = Map<string, Map<string, Record<string, unknown>>>

/** A cell that is not as it was. */
export type Change = {
  column: string
  id: string
  /** The whole row came into being. */
  isNew: boolean
  now: unknown
  table: string
}

const QUIET = new Set(['rate_limits'])

const listTables = async (database: Database): Promise<string[]> => {
  const rows = await database.rows<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema = current_schema() order by 1`,
  )
  return rows.map(({ name }) => name).filter((name) => !QUIET.has(name))
}

const idOf = (row: Record<string, unknown>): string =>
  [row.id, row._uuid, row._parent_id, row._locale, row.key].filter((part) => part != null).join(' ')

/** Reads the whole shop. */
export const readAllRows = async (database: Database): Promise<Rows> => {
  const all: Rows = new Map()
  for (const table of await listTables(database)) {
    const rows = await database.rows<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from "${table}" t`,
    )
    all.set(table, new Map(rows.map(({ row }) => [idOf(row), row])))
  }
  return all
}

const changesOfRow = (args: {
  after: Record<string, unknown>
  before: Record<string, unknown> | undefined
  id: string
  table: string
}): Change[] => {
  const { after, before, id, table } = args
  return Object.entries(after)
    .filter(([column, now]) => JSON.stringify(now) !== JSON.stringify(before?.[column]))
    .map(([column, now]) => ({ column, id, isNew: before === undefined, now, table }))
}

/** Cells that differ; of a row that is gone, its id. */
export const findChanges = (before: Rows, after: Rows): Change[] =>
  [...after].flatMap(([table, rows]) => {
    const old = before.get(table) ?? new Map<string, Record<string, unknown>>()
    const changed = [...rows].flatMap(([id, row]) =>
      changesOfRow({ after: row, before: old.get(id), id, table }),
    )
    const gone = [...old.keys()]
      .filter((id) => !rows.has(id))
      .map((id) => ({ column: 'id', id, isNew: false, now: null, table }))
    return [...changed, ...gone]
  })
