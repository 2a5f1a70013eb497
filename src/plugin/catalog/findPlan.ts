import type { Payload } from 'payload'

import { z } from 'zod'

import type { PlanTerms } from '../plans'

import { isRowId, slugsOf } from '../kernel/payload'
import { isProductKind } from './kinds'
import { resolveSale } from './publicProduct'

const soldProduct = z.object({
  contractMonths: z.unknown().optional(),
  kind: z.unknown(),
  plans: z.unknown().optional(),
  price: z.number().nullish(),
})

/**
 * A plan that a published product offers now, as it stands in the panel; null when there is no such
 * product, it does not offer the plan, or is no hosting.
 *
 * @param args.key Name of the plan within its product, such as `12x`
 */
export const findPlan = async (args: {
  key: string
  payload: Payload
  productId: string
}): Promise<null | PlanTerms> => {
  const { key, payload, productId } = args
  if (!isRowId(productId)) {
    return null
  }
  const { docs } = await payload.find({
    collection: slugsOf(payload).products,
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    select: { contractMonths: true, kind: true, plans: true, price: true },
    where: { and: [{ id: { equals: productId } }, { _status: { equals: 'published' } }] },
  })
  const stored = docs[0] ? soldProduct.parse(docs[0]) : null
  if (!stored || !isProductKind(stored.kind)) {
    return null
  }
  const sale = resolveSale({ ...stored, kind: stored.kind, price: stored.price ?? 0 })
  return sale.plans.find((plan) => plan.key === key) ?? null
}
