import { spellNumber } from '../money/terbilang'
import { formatDay, formatWeekday } from './format'
import { partsOfDay, type WibDay } from './wibDay'

/**
 * A day as a deed writes it, in Indonesian: 'Sabtu, tanggal dua puluh satu bulan November tahun dua
 * ribu dua puluh enam (21-11-2026)'.
 */
export function spellDay(day: WibDay): string {
  const [year, month, date] = partsOfDay(day)
  const [weekday] = formatWeekday(day).split(',')
  const [, monthName] = formatDay(day).split(' ')
  const figures = [date, month].map((part) => String(part).padStart(2, '0')).join('-')
  const words = `tanggal ${spellNumber(date)} bulan ${monthName} tahun ${spellNumber(year)}`
  return `${weekday}, ${words} (${figures}-${String(year).padStart(4, '0')})`
}
