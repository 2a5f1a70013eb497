import type { Locale } from '../errors/locale'
import { partsOfDay, wibDayOf, type WibDay } from './wibDay'
import { weekdayOf } from './workingTime'

/** Fixed tables instead of Intl: an ICU update must not change the wording of a contract. */
const MONTHS: Readonly<Record<Locale, string>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  en: 'January February March April May June July August September October November December',
}

/** '21 November 2026'. */
export function formatDay(day: WibDay, locale: Locale = 'id'): string {
  const [year, month, date] = partsOfDay(day)
  return `${date} ${MONTHS[locale].split(' ')[month - 1]} ${String(year).padStart(4, '0')}`
}

/** For tables: '21 Nov 2026'. */
export function formatDayShort(day: WibDay, locale: Locale = 'id'): string {
  const [date, month, year] = formatDay(day, locale).split(' ')
  return `${date} ${month?.slice(0, 3)} ${year}`
}

/** '21 November 2026 pukul 14.30 WIB' (id) or '21 November 2026, 14:30 WIB' (en). */
export function formatInstant(at: Date, locale: Locale = 'id'): string {
  const day = formatDay(wibDayOf(at), locale)
  const hour = String((at.getUTCHours() + 7) % 24).padStart(2, '0')
  const minute = String(at.getUTCMinutes()).padStart(2, '0')
  return locale === 'en' ? `${day}, ${hour}:${minute} WIB` : `${day} pukul ${hour}.${minute} WIB`
}

/** For tables: '21 Nov 2026 14.30 WIB' (id) or '21 Nov 2026 14:30 WIB' (en). */
export function formatInstantShort(at: Date, locale: Locale = 'id'): string {
  return `${formatDayShort(wibDayOf(at), locale)} ${formatInstant(at, locale).slice(-9)}`
}

const WEEKDAYS: Readonly<Record<Locale, string>> = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu',
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
}

/** 'Senin, 30 November 2026' (id) or 'Monday, 30 November 2026' (en). */
export function formatWeekday(day: WibDay, locale: Locale = 'id'): string {
  return `${WEEKDAYS[locale].split(' ')[weekdayOf(day)]}, ${formatDay(day, locale)}`
}

/** The WIB clock of an instant: '14.30' (id) or '14:30' (en). */
export function formatClock(at: Date, locale: Locale = 'id'): string {
  return formatInstant(at, locale).slice(-9, -4)
}

/** 'Senin, 30 November 2026 pukul 10.00–11.00 WIB'; for spans that end on the day they begin. */
export function formatSpan(span: { from: Date; to: Date }, locale: Locale = 'id'): string {
  const { from, to } = span
  const day = formatWeekday(wibDayOf(from), locale)
  const clocks = `${formatClock(from, locale)}–${formatClock(to, locale)} WIB`
  return locale === 'en' ? `${day}, ${clocks}` : `${day} pukul ${clocks}`
}

const UNITS = [
  { id: 'hari', en: 'day', ms: 86_400_000 },
  { id: 'jam', en: 'hour', ms: 3_600_000 },
  { id: 'menit', en: 'minute', ms: 60_000 },
] as const

/** How long ago, in the largest whole unit: '3 hari', '5 jam', '12 menit'; 'baru saja' below a minute. */
export function formatWait(args: { from: Date; to: Date }, locale: Locale = 'id'): string {
  const ms = args.to.getTime() - args.from.getTime()
  const unit = UNITS.find((each) => ms >= each.ms)
  if (!unit) return locale === 'en' ? 'just now' : 'baru saja'
  const count = Math.floor(ms / unit.ms)
  return `${count} ${unit[locale]}${locale === 'en' && count > 1 ? 's' : ''}`
}
