import { DomainError } from '../errors/domainError'
import { rupiah, type Rupiah } from './rupiah'

/** The most parts one amount may be split into: 100 years of months. */
export const MAX_PARTS = 1_200

/**
 * Splits an amount into equal parts; what remains goes one rupiah each to the first parts.
 * The parts sum to the total and differ by at most one rupiah.
 */
export function splitRupiah(total: Rupiah, parts: number): Rupiah[] {
  const whole = notNegative(total)
  if (!Number.isSafeInteger(parts) || parts < 1 || parts > MAX_PARTS) {
    throw new DomainError('money.invalid', { parts: String(parts) })
  }
  const remainder = whole % parts
  // (whole - remainder) / parts is exact; Math.floor(whole / parts) is not above 2^52.
  const base = (whole - remainder) / parts
  return Array.from({ length: parts }, (_, index) => rupiah(index < remainder ? base + 1 : base))
}

/**
 * Divides an amount in proportion to whole weights by the largest remainder; ties go to the earlier weight.
 * The shares sum to the total, and a weight of 0 gets nothing.
 */
export function allocateRupiah(total: Rupiah, weights: number[]): Rupiah[] {
  const whole = BigInt(notNegative(total))
  const exact = weights.map(toWeight)
  const sum = exact.reduce((left, right) => left + right, 0n)
  if (sum === 0n) throw new DomainError('money.invalid', { weights: weights.map(String) })
  const shares = exact.map((weight) => (whole * weight) / sum)
  const rest = whole - shares.reduce((left, right) => left + right, 0n)
  const receivers = exact
    .map((weight, index) => ({ index, remainder: (whole * weight) % sum }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
    .slice(0, Number(rest))
  const raised = new Set(receivers.map(({ index }) => index))
  return shares.map((share, index) => rupiah(Number(share) + (raised.has(index) ? 1 : 0)))
}

function toWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) {
    throw new DomainError('money.invalid', { weight: String(weight) })
  }
  return BigInt(weight)
}

function notNegative(amount: Rupiah): Rupiah {
  if (rupiah(amount) < 0) throw new DomainError('money.invalid', { value: String(amount) })
  return amount
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1
}
