import { DomainError } from '../errors/domainError'
import type { Locale } from '../errors/locale'
import { groupThousands } from './groupThousands'
import { rupiah, type Rupiah } from './rupiah'

const WRITTEN = /^(?:Rp[ \u00a0]?)?(0|[1-9]\d{0,15}|[1-9]\d{0,2}(?:\.\d{3}){1,5})$/i

/** 1250000 → 'Rp1.250.000' (id) or 'Rp1,250,000' (en); a negative amount is '-Rp50.000'. */
export function formatRupiah(amount: number, locale: Locale = 'id'): string {
  const checked = rupiah(amount)
  return `${checked < 0 ? '-' : ''}Rp${groupThousands({ amount: checked, locale })}`
}

/**
 * Reads an amount written the Indonesian way: '1.250.000', '1250000', 'Rp 1.250.000'.
 * Refuses signs, decimals, spaces inside and misplaced dots: '1.25' must never become 125.
 */
export function parseRupiah(text: string): Rupiah {
  const digits = WRITTEN.exec(text.slice(0, 64).trim())?.[1]
  if (digits === undefined || text.length > 64) {
    throw new DomainError('money.invalid', { value: text.slice(0, 64) })
  }
  return rupiah(Number(digits.replaceAll('.', '')))
}
