import Papa from 'papaparse'

import type { Locale } from '../errors'

/** One column: its heading, and what of a row stands in it. Numbers stay numbers. */
export type Column<Row> = { head: string; read: (row: Row) => null | number | string }

/** How spreadsheets of a language part their columns: Indonesian ones read a comma as a decimal point. */
const DELIMITER: Record<Locale, string> = { en: ',', id: ';' }

/** Tells spreadsheets that the bytes are UTF-8. */
const BOM = '\uFEFF'

/**
 * What a spreadsheet carries out: a formula by its first sign, also in full width or behind what cannot
 * be seen, and a cell that begins with a break (OWASP, CSV injection).
 */
const FORMULA = /^(?:[\p{Cc}]|[\p{Cf}\s]*[=+\-@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/u

/**
 * Rows as a file for spreadsheets (RFC 4180, with a BOM). What somebody typed and a spreadsheet would
 * carry out is written as text.
 */
export const toCsv = <Row>(args: {
  columns: readonly Column<Row>[]
  locale: Locale
  rows: readonly Row[]
}): string => {
  const { columns, locale, rows } = args
  const written = Papa.unparse(
    {
      data: rows.map((row) => columns.map(({ read }) => read(row))),
      fields: columns.map(({ head }) => head),
    },
    { delimiter: DELIMITER[locale], escapeFormulae: FORMULA, newline: '\r\n' },
  )
  // The library ends an empty table with a line break, and no other.
  return `${BOM}${written.replace(/(?:\r\n)?$/, '\r\n')}`
}
