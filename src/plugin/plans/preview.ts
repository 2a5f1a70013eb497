import type { Locale } from '../kernel/errors'
import type { WibDay } from '../kernel/time'

import { findContractPrice, findPlanProblems, type PlannedProduct, readPlans } from './problems'
import { buildSchedule, type Schedule } from './rules/schedule'

/** What an editor sees of a plan while writing it: the schedule, or why there is none yet. */
export type PlanPreview =
  | { kind: 'faulty'; messages: string[] }
  | { kind: 'priceless' }
  | { kind: 'sound'; schedule: Schedule }

/** The schedule that one piece would have if it were ordered today. */
export const buildPlanPreview = (args: {
  locale: Locale
  product: PlannedProduct
  row: number
  today: WibDay
}): PlanPreview => {
  const { product, row, today } = args
  const messages = new Set(findPlanProblems(args).map(({ message }) => message))
  if (messages.size > 0) {
    return { kind: 'faulty', messages: [...messages] }
  }
  const cashPrice = findContractPrice(product)
  const terms = readPlans(product)[row]
  return cashPrice === null || !terms
    ? { kind: 'priceless' }
    : { kind: 'sound', schedule: buildSchedule({ cashPrice, startOn: today, terms }) }
}
