import type { Labels } from '../kernel/errors'
import type { MeteraiMode } from './content'

/** What whoever accepts a signed document has to look at (facts/spk.md §4.5). */
export const CHECKLIST = {
  challenge: { en: 'The handwritten code is the right one', id: 'Kode tulis tangan cocok' },
  meterai: { en: 'The meterai is as agreed', id: 'Meterai sesuai' },
  name: { en: 'The name is the customer’s', id: 'Nama cocok' },
  pages: { en: 'All pages are there', id: 'Semua halaman lengkap' },
  wetInk: { en: 'Signed in wet ink', id: 'Tanda tangan basah dengan tinta' },
} as const satisfies Record<string, Labels>

/** One thing to look at. */
export type ChecklistKey = keyof typeof CHECKLIST

/** What has to be looked at: in `e-last` there is no meterai yet. */
export const resolveChecklist = (mode: MeteraiMode): ChecklistKey[] =>
  (Object.keys(CHECKLIST) as ChecklistKey[]).filter((key) => key !== 'meterai' || mode !== 'e-last')

/** Whether everything that has to be looked at is ticked. */
export const isChecklistDone = (
  ticked: Readonly<Record<string, boolean>>,
  mode: MeteraiMode,
): boolean => resolveChecklist(mode).every((key) => ticked[key] === true)
