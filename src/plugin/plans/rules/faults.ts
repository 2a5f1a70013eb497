import type { Rupiah } from '../../kernel/money'
import type { Markup, PlanTerms, Share } from './terms'

import { type LadderFault, findLadderFaults } from '../ladder'
import { resolveShare } from './schedule'
import { MAX_AMOUNT, MAX_TENOR, MIN_INSTALMENT } from './terms'

/** What is wrong with a plan; `field` is the editor's field. */
export type PlanFault =
  | { fault: LadderFault; field: 'ladder' }
  | {
      field: 'contractMonths' | 'dueDay' | 'firstDueDays' | 'key' | 'markup' | 'setupFee' | 'tenor'
    }
  | { field: 'downPayment'; kind: 'range' | 'tooMuch' }
  | { field: 'lateFee'; part: 'cap' | 'graceDays' | 'share' }

const isWholeWithin = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to

/** Up to 100 % for shares, up to 10 % for each month. */
const isShareSound = (share: Markup | Share): boolean => {
  switch (share.kind) {
    case 'amount':
      return isWholeWithin(share.amount, 1, MAX_AMOUNT)
    case 'none':
      return true
    case 'percent':
      return isWholeWithin(share.basisPoints, 1, 10_000)
    case 'perMonth':
      return isWholeWithin(share.basisPoints, 1, 1_000)
  }
}

const findLateFeeFaults = (fee: PlanTerms['lateFee']): PlanFault[] => {
  if (!fee) {
    return []
  }
  const checks = [
    ['share', isShareSound(fee.share)],
    ['graceDays', isWholeWithin(fee.graceDays, 0, 90)],
    ['cap', fee.cap === null || isWholeWithin(fee.cap, 1, MAX_AMOUNT)],
  ] as const
  return checks.flatMap(([part, isSound]) => (isSound ? [] : [{ field: 'lateFee', part }]))
}

const findNumberFaults = (terms: PlanTerms): PlanFault[] => {
  const checks: [Exclude<PlanFault['field'], 'downPayment' | 'ladder' | 'lateFee'>, boolean][] = [
    ['key', /^[a-z0-9][a-z0-9-]{0,30}$/.test(terms.key)],
    ['contractMonths', isWholeWithin(terms.contractMonths, 1, 60)],
    ['tenor', isWholeWithin(terms.tenor, 1, MAX_TENOR)],
    ['firstDueDays', isWholeWithin(terms.firstDueDays, 0, 60)],
    ['dueDay', terms.dueDay === null || isWholeWithin(terms.dueDay, 1, 28)],
    ['setupFee', isWholeWithin(terms.setupFee, 0, MAX_AMOUNT)],
    ['markup', isShareSound(terms.markup)],
  ]
  return checks.flatMap(([field, isSound]) => (isSound ? [] : [{ field }]))
}

const findDownPaymentFaults = (terms: PlanTerms, cashPrice: Rupiah): PlanFault[] => {
  if (!isShareSound(terms.downPayment)) {
    return [{ field: 'downPayment', kind: 'range' }]
  }
  const down = resolveShare(terms.downPayment, cashPrice)
  return cashPrice - down < terms.tenor * MIN_INSTALMENT
    ? [{ field: 'downPayment', kind: 'tooMuch' }]
    : []
}

/**
 * Everything that is wrong with a plan for a product of this cash price: numbers out of range, a
 * ladder out of order, or so little left for each instalment that no channel would take it.
 */
export const findPlanFaults = (terms: PlanTerms, cashPrice: Rupiah): PlanFault[] => [
  ...findNumberFaults(terms),
  ...findDownPaymentFaults(terms, cashPrice),
  ...findLateFeeFaults(terms.lateFee),
  ...findLadderFaults(terms.ladder).map((fault) => ({ fault, field: 'ladder' as const })),
]
