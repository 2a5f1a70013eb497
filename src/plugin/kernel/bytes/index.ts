import type { Locale } from '../errors'

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const

/** A size for people, in powers of a thousand: `734 byte`, `1,2 MB` (id) or `1.2 MB` (en). */
export const formatBytes = (bytes: number, locale: Locale = 'id'): string => {
  if (bytes < 1_000) {
    return `${bytes} ${locale === 'en' ? 'bytes' : 'byte'}`
  }
  let size = bytes
  let unit: (typeof UNITS)[number] = 'kB'
  for (const each of UNITS) {
    size /= 1_000
    unit = each
    // What would be written as 1000 is one of the next unit.
    if (size < 999.5) {
      break
    }
  }
  const digits = size < 99.95 ? size.toFixed(1).replace(/\.0$/, '') : size.toFixed(0)
  return `${locale === 'en' ? digits : digits.replace('.', ',')} ${unit}`
}
