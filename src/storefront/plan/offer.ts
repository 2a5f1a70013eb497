import { buildSchedule, type PlanTerms, type Schedule, type ScheduleRow } from '@/plugin/plans'
import type { WibDay } from '@/plugin/kernel/time'

import type { PublicProduct } from '../shop'

/** A plan with the schedule that it gives. */
export type Offer = { schedule: Schedule; terms: PlanTerms }

/** What is paid on the day of the order before the instalments begin; null when nothing is. */
export const upFrontOf = ({ rows }: Schedule): null | ScheduleRow =>
  rows.find(({ kind }) => kind === 'downPayment') ?? null

/** The instalments alone. The first one is the largest, by one rupiah at most. */
export const partsOf = ({ rows }: Schedule): ScheduleRow[] =>
  rows.filter(({ kind }) => kind === 'instalment')

/** Every plan of a product with its schedule, if it were ordered on a WIB day. */
export const buildOffers = (args: {
  product: Pick<PublicProduct, 'cashPrice' | 'plans'>
  quantity?: number
  startOn: WibDay
}): Offer[] => {
  const { product, quantity = 1, startOn } = args
  return product.plans.map((terms) => ({
    schedule: buildSchedule({ cashPrice: product.cashPrice, quantity, startOn, terms }),
    terms,
  }))
}
