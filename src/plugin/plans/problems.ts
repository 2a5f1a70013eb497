import type { Locale } from '../kernel/errors'
import type { PlanTerms } from './rules/terms'

import { type Rupiah, rupiah } from '../kernel/money'
import { findPlanFaults, type PlanFault } from './rules/faults'
import { MAX_AMOUNT } from './rules/terms'
import { toPlanTerms } from './stored'
import { KEY_TAKEN, sayPlanFault } from './words'

/** Months of a contract when an editor says nothing else. */
export const DEFAULT_CONTRACT_MONTHS = 12

/** Longest contract that the shop sells, in months. */
export const MAX_CONTRACT_MONTHS = 60

/** Whether a number is a length of a contract: whole months, 1 to 60. */
export const isContractMonths = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_CONTRACT_MONTHS

/** What an editor has written of a product, as far as its plans depend on it. */
export type PlannedProduct = { contractMonths?: unknown; plans?: unknown; price?: unknown }

/** Length of a product's contract; the usual one while none or an impossible one is written. */
export const contractMonthsOf = ({ contractMonths }: PlannedProduct): number =>
  isContractMonths(contractMonths) ? contractMonths : DEFAULT_CONTRACT_MONTHS

const isAmount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MAX_AMOUNT

/** Price of one piece that is paid at once: the months of the contract; null while no price is written. */
export const findContractPrice = (product: PlannedProduct): null | Rupiah =>
  isAmount(product.price) ? rupiah(product.price * contractMonthsOf(product)) : null

const plansOf = ({ plans }: PlannedProduct): unknown[] => (Array.isArray(plans) ? plans : [])

/** The plans of a product as they were written, whether sound or not. */
export const readPlans = (product: PlannedProduct): PlanTerms[] =>
  plansOf(product).map((stored) =>
    toPlanTerms({ contractMonths: contractMonthsOf(product), stored }),
  )

/** The plans of a product that can be sold: sound, and each with a name of its own. */
export const findSoundPlans = (product: PlannedProduct): PlanTerms[] => {
  const price = findContractPrice(product)
  const plans = readPlans(product)
  return price === null
    ? []
    : plans.filter(
        (terms, index) =>
          findPlanFaults(terms, price).length === 0 &&
          plans.findIndex(({ key }) => key === terms.key) === index,
      )
}

const shareLeaf = (kind: string): string => (kind === 'amount' ? 'amount' : 'percent')

/** Where an editor mends a fault: path of the field within its row. */
const resolveLeaf = (fault: PlanFault, terms: PlanTerms): string => {
  switch (fault.field) {
    case 'downPayment':
      return terms.downPayment.kind === 'none'
        ? 'tenor'
        : `downPayment.${shareLeaf(terms.downPayment.kind)}`
    case 'ladder':
      return `ladder.${fault.fault.step}`
    case 'lateFee':
      return `lateFee.${fault.part === 'share' ? shareLeaf(terms.lateFee?.share.kind ?? '') : fault.part}`
    case 'markup':
      return `markup.${shareLeaf(terms.markup.kind)}`
    default:
      return fault.field
  }
}

/** One thing that an editor has to mend. `leaf` is the path of its field within the row. */
export type PlanProblem = { leaf: string; message: string }

/**
 * Everything that is wrong with one plan of a product, in the editor's language. What follows from the
 * price is left out while the product has none.
 */
export const findPlanProblems = (args: {
  locale: Locale
  product: PlannedProduct
  row: number
}): PlanProblem[] => {
  const { locale, product, row } = args
  const plans = readPlans(product)
  const terms = plans[row]
  if (!terms) {
    return []
  }
  const price = findContractPrice(product) ?? rupiah(MAX_AMOUNT)
  const isTaken = terms.key !== '' && plans.slice(0, row).some(({ key }) => key === terms.key)
  return [
    ...(isTaken ? [{ leaf: 'key', message: KEY_TAKEN[locale] }] : []),
    ...findPlanFaults(terms, price).map((fault) => ({
      leaf: resolveLeaf(fault, terms),
      message: sayPlanFault(fault, locale),
    })),
  ]
}
