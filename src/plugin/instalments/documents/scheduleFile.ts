import type { Locale } from '../../kernel/errors'
import type { PublicContract } from '../contracts/publicContract'

import { type Column, toCsv } from '../../kernel/csv'
import { nameDebt, sayLine } from './names'
import { buildScheduleTable, type ScheduleLine } from './rules/schedule'
import { DOCUMENT_WORDS } from './words'

type Row = Partial<Omit<ScheduleLine, 'kind' | 'status'>> & { name: string; status: string }

const columnsOf = (locale: Locale): Column<Row>[] => {
  const words = DOCUMENT_WORDS[locale]
  return [
    { head: words.number, read: ({ seq }) => seq ?? null },
    { head: words.kind, read: ({ name }) => name },
    { head: words.dueOn, read: ({ dueOn }) => dueOn ?? null },
    { head: `${words.amount} (Rp)`, read: ({ amount }) => amount ?? null },
    { head: `${words.fee} (Rp)`, read: ({ fee }) => fee ?? null },
    { head: `${words.paid} (Rp)`, read: ({ paid }) => paid ?? null },
    { head: words.paidOn, read: ({ paidOn }) => paidOn ?? null },
    { head: `${words.left} (Rp)`, read: ({ left }) => left ?? null },
    { head: words.status, read: ({ status }) => status },
  ]
}

/**
 * The schedule of a contract for spreadsheets: every debt with its fees, the replaced ones too, and below
 * them what counts in sum and beside the cash price. Days are ISO, amounts plain numbers.
 */
export const buildScheduleFile = (contract: PublicContract, locale: Locale): string => {
  const { lines, replaced, totals } = buildScheduleTable(contract.standing)
  const words = DOCUMENT_WORDS[locale]
  const rows: Row[] = [...replaced, ...lines]
    .sort((a, b) => a.seq - b.seq)
    .map((line) => ({
      ...line,
      left: line.left + line.feeLeft,
      name: nameDebt({ ...line, lateFor: null }, locale),
      status: sayLine(line, locale),
    }))
  const difference = totals.amount - contract.cashPrice
  const sums: Row[] = [
    { ...totals, name: words.total, status: '' },
    { amount: contract.cashPrice, name: words.cashPrice, status: '' },
    { amount: difference, name: words.difference, status: '' },
  ]
  return toCsv({ columns: columnsOf(locale), locale, rows: [...rows, ...sums] })
}
