import type { Payload } from 'payload'

import type { PlanTerms } from '../../plans'
import type { PricedProduct } from '../rules'
import type { PlaceOrderInput } from '../schema'

import { findPlan } from '../../catalog'
import { findArrears } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { statementsOn } from '../../kernel/payload'

/** Who still owes for one contract makes no second one. */
const assertCurrent = async (payload: Payload, customerId: string): Promise<void> => {
  const [arrears] = await findArrears(statementsOn(payload), customerId)
  if (arrears) {
    const { amount, orderNumber: number } = arrears
    throw new DomainError('contract.blockedByArrears', { amount, field: 'items', number })
  }
}

/**
 * The plan by which an order wants to be paid; undefined when it is paid at once. A contract has one
 * product and a customer with an account, who owes nothing that is overdue.
 *
 * @throws DomainError `plan.onlyOne`, `plan.accountRequired`, `plan.notOffered`,
 * `contract.blockedByArrears` (with `amount` and `number`)
 */
export const choosePlan = async (args: {
  customerId: string | undefined
  input: PlaceOrderInput
  payload: Payload
  products: readonly PricedProduct[]
}): Promise<PlanTerms | undefined> => {
  const { customerId, input, payload, products } = args
  const at = input.items.findIndex(({ plan }) => plan !== undefined)
  const item = input.items[at]
  if (!item?.plan) {
    return undefined
  }
  const field = `items.${at}.plan`
  if (input.items.length > 1) {
    throw new DomainError('plan.onlyOne', { field })
  }
  if (!customerId) {
    throw new DomainError('plan.accountRequired', { field })
  }
  const product = products.find(({ id, slug }) => id === item.product || slug === item.product)
  const terms = product && (await findPlan({ key: item.plan, payload, productId: product.id }))
  if (product && !terms) {
    throw new DomainError('plan.notOffered', { field, product: product.title })
  }
  await assertCurrent(payload, customerId)
  return terms ?? undefined
}
