import type { Labels, Locale } from '../../kernel/errors'
import { formatDay, wibDay } from '../../kernel/time'

/** How late a debt is: not, up to a week, up to a month, longer. */
export const AGES = ['current', 'week', 'month', 'older'] as const

/** One of them. */
export type Age = (typeof AGES)[number]

/** What each age is called. */
export const AGE_WORDS: Record<Age, Labels> = {
  current: { en: 'Not late', id: 'Belum terlambat' },
  month: { en: '8–30 days late', id: 'Terlambat 8–30 hari' },
  older: { en: 'More than 30 days late', id: 'Terlambat lebih dari 30 hari' },
  week: { en: '1–7 days late', id: 'Terlambat 1–7 hari' },
}

const BEYOND: Partial<Record<string, Labels>> = {
  later: { en: 'Later', id: 'Setelah itu' },
  overdue: { en: 'Overdue', id: 'Sudah lewat' },
}

/** A month of a report, such as `Desember 2026`; what lies outside of its months has a word. */
export const sayMonth = (month: string, locale: Locale): string =>
  BEYOND[month]?.[locale] ?? formatDay(wibDay(`${month}-01`), locale).replace(/^\d+ /, '')
