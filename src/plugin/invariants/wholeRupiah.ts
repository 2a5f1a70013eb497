import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const COLUMNS = [
  ['orders', 'total'],
  ['orders', 'adjustment'],
  ['contracts', 'total'],
  ['contracts', 'cash_price'],
  ['contracts', 'markup'],
  ['contracts', 'setup_fee'],
  ['payments', 'rebate'],
  ['order_items', 'unit_price'],
  ['order_items', 'amount'],
  ['instalments', 'amount'],
  ['payments', 'amount'],
  ['payment_events', 'amount'],
  ['allocations', 'amount'],
  ['ledger_entries', 'amount'],
  ['reviews', 'amount'],
  ['products', 'price'],
] as const

/** Beyond 2^53 a JavaScript number is no longer exact. */
const LARGEST = Number.MAX_SAFE_INTEGER

const values = sql.join(
  COLUMNS.map(
    ([table, column]) => sql`select ${table}::text as place, id::text as id,
      ${sql.identifier(column)}::numeric as amount from ${sql.identifier(table)}`,
  ),
  sql` union all `,
)

const names = sql.join(
  COLUMNS.map(([table, column]) => sql`(${table}, ${column})`),
  sql`, `,
)

/** I8: no fraction, no float, nothing that a double cannot hold. */
export const wholeRupiah = defineInvariant({
  code: 'I8',
  promise: 'Money is a whole number of rupiah, stored exactly',
  breaches: sql`
    select place || ' ' || id as subject, format('%s %s holds Rp%s', place, id, amount) as sentence
      from (${values}) v where amount <> trunc(amount) or abs(amount) > ${LARGEST}::numeric
    union all
    select c.table_name || '.' || c.column_name,
        format('%s.%s is stored as %s', c.table_name, c.column_name, c.data_type)
      from information_schema.columns c join (values ${names}) m (place, name)
        on c.table_name = m.place and c.column_name = m.name
      where c.table_schema = current_schema() and c.data_type not in ('numeric', 'bigint')`,
})
