import type { Payload } from 'payload'

import type { Column } from '../kernel/csv'
import type { Locale } from '../kernel/errors'
import type { PanelState } from '../kernel/machine'

import { queryRows, type SQL, sql } from '../kernel/payload'
import { orderMachine, PAYMENT_STATES } from '../orders'
import { LEDGER_ACCOUNT_WORDS, POSTING_WORDS } from '../payments'

type OrderRow = {
  at: string
  email: string
  items: string
  name: string
  number: string
  paymentState: string
  phone: string
  state: string
  total: number
}

type LedgerRow = {
  account: string
  amount: number
  at: string
  kind: string
  number: null | string
  posting: string
}

/** The instants of a WIB month, as ISO text; the end is no longer part of it. */
export type Span = { from: string; until: string }

const wordOf = (
  words: Record<string, Pick<PanelState, 'label'>>,
  { locale, value }: { locale: Locale; value: string },
): string => words[value]?.label[locale] ?? value

/** Date and time in WIB, as spreadsheets sort them. */
const inWib = (at: SQL): SQL =>
  sql`to_char(${at} at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI')`

const findOrders = (payload: Payload, { from, until }: Span): Promise<OrderRow[]> =>
  queryRows<OrderRow>(
    payload,
    sql`select o.number, ${inWib(sql`o.placed_at`)} as at, o.customer_name as name, o.email, o.phone,
        (select string_agg(case when i.quantity > 1 then i.quantity::int || ' × ' else '' end || i.title,
          ', ' order by i.seq) from order_items i where i.order_id = o.id) as items,
        o.total::float8 as total, o.payment_state::text as "paymentState", o.state::text as state
      from orders o where o.placed_at >= ${from} and o.placed_at < ${until}
      order by o.placed_at, o.id`,
  )

const orderColumns = (locale: Locale): Column<OrderRow>[] => {
  const isEnglish = locale === 'en'
  return [
    { head: isEnglish ? 'Number' : 'Nomor', read: ({ number }) => number },
    { head: isEnglish ? 'Placed at (WIB)' : 'Dibuat pada (WIB)', read: ({ at }) => at },
    { head: isEnglish ? 'Customer' : 'Pelanggan', read: ({ name }) => name },
    { head: 'Email', read: ({ email }) => email },
    { head: 'WhatsApp', read: ({ phone }) => phone },
    { head: isEnglish ? 'Items' : 'Barang', read: ({ items }) => items },
    { head: 'Total (Rp)', read: ({ total }) => total },
    {
      head: isEnglish ? 'Payment' : 'Pembayaran',
      read: ({ paymentState }) => wordOf(PAYMENT_STATES, { locale, value: paymentState }),
    },
    {
      head: isEnglish ? 'State' : 'Status',
      read: ({ state }) => wordOf(orderMachine.states, { locale, value: state }),
    },
  ]
}

const findLedger = (payload: Payload, { from, until }: Span): Promise<LedgerRow[]> =>
  queryRows<LedgerRow>(
    payload,
    sql`select ${inWib(sql`l.created_at`)} as at, l.posting, l.kind, l.account,
        l.amount::float8 as amount, o.number
      from ledger_entries l left join orders o on o.id = l.order_id
      where l.created_at >= ${from} and l.created_at < ${until} order by l.created_at, l.id`,
  )

const ledgerColumns = (locale: Locale): Column<LedgerRow>[] => {
  const isEnglish = locale === 'en'
  return [
    { head: isEnglish ? 'Time (WIB)' : 'Waktu (WIB)', read: ({ at }) => at },
    { head: isEnglish ? 'Posting' : 'Jurnal', read: ({ posting }) => posting },
    {
      head: isEnglish ? 'Kind' : 'Jenis',
      read: ({ kind }) => wordOf(POSTING_WORDS, { locale, value: kind }),
    },
    {
      head: isEnglish ? 'Account' : 'Akun',
      read: ({ account }) => wordOf(LEDGER_ACCOUNT_WORDS, { locale, value: account }),
    },
    { head: isEnglish ? 'Amount (Rp)' : 'Jumlah (Rp)', read: ({ amount }) => amount },
    { head: isEnglish ? 'Order' : 'Pesanan', read: ({ number }) => number },
  ]
}

type Writer = (args: {
  locale: Locale
  payload: Payload
  span: Span
  write: <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => string
}) => Promise<string>

/** What can be taken along, by the name of its file. */
export const TABLES = {
  ledger: async ({ locale, payload, span, write }) =>
    write(ledgerColumns(locale), await findLedger(payload, span)),
  orders: async ({ locale, payload, span, write }) =>
    write(orderColumns(locale), await findOrders(payload, span)),
} as const satisfies Record<string, Writer>

/** Name of a table that can be taken along. */
export type TableName = keyof typeof TABLES
