import type { Payload } from 'payload'

import type { Column } from '../kernel/csv'

import {
  AGE_WORDS,
  type AgeRow,
  type CollectedRow,
  type ExpectedRow,
  findAgeing,
  findCollected,
  findExpected,
  findProducts,
  type ProductRow,
  sayMonth,
} from '../instalments'
import type { Locale } from '../kernel/errors'
import type { WibDay } from '../kernel/time'

const ageColumns = (locale: Locale): Column<AgeRow>[] => {
  const isEnglish = locale === 'en'
  return [
    { head: isEnglish ? 'Age' : 'Umur', read: ({ age }) => AGE_WORDS[age][locale] },
    { head: isEnglish ? 'Owed (Rp)' : 'Terutang (Rp)', read: ({ amount }) => amount },
    { head: isEnglish ? 'Debts' : 'Tagihan', read: ({ debts }) => debts },
    { head: isEnglish ? 'Contracts' : 'Kontrak', read: ({ contracts }) => contracts },
  ]
}

const expectedColumns = (locale: Locale): Column<ExpectedRow>[] => {
  const isEnglish = locale === 'en'
  return [
    { head: isEnglish ? 'Month' : 'Bulan', read: ({ month }) => sayMonth(month, locale) },
    { head: isEnglish ? 'Expected (Rp)' : 'Perkiraan (Rp)', read: ({ amount }) => amount },
    { head: isEnglish ? 'Debts' : 'Tagihan', read: ({ debts }) => debts },
  ]
}

const collectedColumns = (locale: Locale): Column<CollectedRow>[] => {
  const isEnglish = locale === 'en'
  return [
    { head: isEnglish ? 'Month' : 'Bulan', read: ({ month }) => sayMonth(month, locale) },
    { head: isEnglish ? 'Due (Rp)' : 'Jatuh tempo (Rp)', read: ({ due }) => due },
    { head: isEnglish ? 'Paid of it (Rp)' : 'Terbayar (Rp)', read: ({ paid }) => paid },
    { head: isEnglish ? 'Came in (Rp)' : 'Uang masuk (Rp)', read: ({ collected }) => collected },
  ]
}

const productColumns = (locale: Locale): Column<ProductRow>[] => {
  const isEnglish = locale === 'en'
  return [
    { head: isEnglish ? 'Product' : 'Produk', read: ({ title }) => title },
    { head: isEnglish ? 'Contracts' : 'Kontrak', read: ({ contracts }) => contracts },
    { head: 'Total (Rp)', read: ({ total }) => total },
    { head: isEnglish ? 'Paid (Rp)' : 'Dibayar (Rp)', read: ({ paid }) => paid },
    { head: isEnglish ? 'Left (Rp)' : 'Sisa (Rp)', read: ({ left }) => left },
    { head: isEnglish ? 'Overdue (Rp)' : 'Tunggakan (Rp)', read: ({ overdue }) => overdue },
    { head: isEnglish ? 'In arrears' : 'Kontrak menunggak', read: ({ late }) => late },
  ]
}

type Reporter = (args: {
  locale: Locale
  payload: Payload
  today: WibDay
  write: <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => string
}) => Promise<string>

/** Reports as of today, by the name of their file. */
export const REPORTS = {
  ageing: async ({ locale, payload, today, write }) =>
    write(ageColumns(locale), await findAgeing(payload, today)),
  collected: async ({ locale, payload, today, write }) =>
    write(collectedColumns(locale), await findCollected(payload, today)),
  'contract-products': async ({ locale, payload, today, write }) =>
    write(productColumns(locale), await findProducts(payload, today)),
  expected: async ({ locale, payload, today, write }) =>
    write(expectedColumns(locale), await findExpected(payload, today)),
} as const satisfies Record<string, Reporter>

/** Name of a report. */
export type ReportName = keyof typeof REPORTS
