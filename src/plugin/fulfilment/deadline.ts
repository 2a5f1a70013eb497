import type { Locale } from '../kernel/errors'
import type { Tone } from '../kernel/machine'

import { formatInstantShort, formatWait } from '../kernel/time'

const TEXT = {
  en: { due: 'Due', late: 'Late by' },
  id: { due: 'Tenggat', late: 'Terlambat' },
}

/** A deadline in words, with its colour: `Terlambat 3 jam`, `Tenggat 24 Nov 2026 10.00 WIB`. */
export const resolveDeadline = (args: {
  dueAt: Date | string
  locale: Locale
  now: Date
}): { isLate: boolean; text: string; tone: Tone } => {
  const { locale, now } = args
  const dueAt = new Date(args.dueAt)
  const isLate = dueAt <= now
  const text = isLate
    ? `${TEXT[locale].late} ${formatWait({ from: dueAt, to: now }, locale)}`
    : `${TEXT[locale].due} ${formatInstantShort(dueAt, locale)}`
  return { isLate, text, tone: isLate ? 'danger' : 'neutral' }
}
