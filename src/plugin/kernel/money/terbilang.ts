import { DomainError } from '../errors/domainError'
import { rupiah, type Rupiah } from './rupiah'

const DIGITS = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
] as const

/** Names of the groups of three digits, from the right. A safe integer ends within kuadriliun. */
const GROUPS = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const

/** The amount in Indonesian words, as a contract wants it: 1250000 → 'satu juta dua ratus lima puluh ribu rupiah'. */
export function terbilang(amount: Rupiah): string {
  if (rupiah(amount) < 0) throw new DomainError('money.invalid', { value: String(amount) })
  return `${spellNumber(amount)} rupiah`
}

/** A whole number of 0 or more in Indonesian words, without a unit; also used for dates in words. */
export function spellNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new DomainError('money.invalid', { value: String(value) })
  }
  if (value === 0) return 'nol'
  const groups = splitGroups(value)
  return groups
    .map((group, index) => spellGroup({ group, position: groups.length - 1 - index }))
    .filter((words) => words !== '')
    .join(' ')
}

function splitGroups(value: number): number[] {
  const rest = Math.floor(value / 1000)
  return rest === 0 ? [value] : [...splitGroups(rest), value % 1000]
}

function spellGroup(args: { group: number; position: number }): string {
  if (args.group === 0) return ''
  // Only a thousands group of exactly one contracts: 1.000 is 'seribu', 1.001.000 'satu juta seribu', 21.000 'dua puluh satu ribu'.
  if (args.group === 1 && args.position === 1) return 'seribu'
  return [spellHundreds(args.group), GROUPS[args.position]].filter(Boolean).join(' ')
}

function spellHundreds(value: number): string {
  const hundreds = Math.floor(value / 100)
  const head = hundreds === 0 ? '' : hundreds === 1 ? 'seratus' : `${DIGITS[hundreds]} ratus`
  return [head, spellTens(value % 100)].filter(Boolean).join(' ')
}

function spellTens(value: number): string {
  if (value < 10) return DIGITS[value] ?? ''
  if (value === 10) return 'sepuluh'
  if (value === 11) return 'sebelas'
  if (value < 20) return `${DIGITS[value - 10]} belas`
  return [`${DIGITS[Math.floor(value / 10)]} puluh`, DIGITS[value % 10]].filter(Boolean).join(' ')
}
