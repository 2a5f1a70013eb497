import type { LateFee } from './terms'

import { type Rupiah, rupiah } from '../../kernel/money'
import { daysBetween, type WibDay } from '../../kernel/time'
import { resolveShare } from './schedule'

/** One late fee: the how-manieth of its instalment, and what it costs. */
export type LateCharge = { amount: Rupiah; period: number }

/** Days after which a monthly fee is charged again. */
export const FEE_EVERY_DAYS = 30

/** How many times a fee has fallen due. */
const countPeriods = (fee: NonNullable<LateFee>, daysLate: number): number => {
  const beyond = daysLate - fee.graceDays
  if (beyond <= 0) {
    return 0
  }
  return fee.every === 'once' ? 1 : 1 + Math.floor((beyond - 1) / FEE_EVERY_DAYS)
}

/**
 * All fees that an unpaid instalment has cost until a WIB day, the first one first. Together they never
 * exceed the cap; what lies beyond it is not charged.
 *
 * @param args.amount The instalment's own amount, whatever has been paid of it
 */
export const buildLateCharges = (args: {
  amount: Rupiah
  dueOn: WibDay
  fee: LateFee
  today: WibDay
}): LateCharge[] => {
  const { amount, dueOn, fee, today } = args
  if (!fee) {
    return []
  }
  const each = resolveShare(fee.share, amount)
  const cap = fee.cap ?? Number.MAX_SAFE_INTEGER
  const periods = countPeriods(fee, daysBetween({ from: dueOn, to: today }))
  const charges: LateCharge[] = []
  for (let period = 1, sum = 0; period <= periods && sum < cap; period += 1) {
    const charged = Math.min(each, cap - sum)
    if (charged > 0) {
      charges.push({ amount: rupiah(charged), period })
    }
    sum += charged
    if (charged === 0) {
      break
    }
  }
  return charges
}
