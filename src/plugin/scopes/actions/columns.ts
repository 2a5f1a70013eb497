import { type SQL, sql } from '../../kernel/payload'

/** Columns that keep JSON. */
const JSON_COLUMNS: readonly string[] = ['hosts', 'look']

/** `column = value` for each, to be written in one statement. */
export const columnsOf = (columns: Record<string, null | number | string>): SQL =>
  sql.join(
    Object.entries(columns).map(([column, value]) =>
      JSON_COLUMNS.includes(column)
        ? sql`${sql.identifier(column)} = ${value}::jsonb`
        : sql`${sql.identifier(column)} = ${value}`,
    ),
    sql`, `,
  )
