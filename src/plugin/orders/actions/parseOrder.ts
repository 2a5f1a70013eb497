import type { ErrorDetails } from '../../kernel/errors'

import { isDomainError, DomainError } from '../../kernel/errors'
import { parseInput } from '../../kernel/payload'
import { nameOfProduct } from '../rules'
import { MAX_LINES, MAX_QUANTITY, type PlaceOrderInput, placeOrderSchema } from '../schema'

/** The line that a field such as `items.2.quantity` belongs to, as the buyer sent it. */
const findLine = (input: unknown, field: string | undefined): unknown => {
  const at = /^items\.(\d+)\./.exec(field ?? '')?.[1]
  const { items } = input as { items?: unknown }
  return at === undefined || !Array.isArray(items) ? undefined : (items[Number(at)] as unknown)
}

/** What the sentence about a refused form has to name: the product, the limit. */
const explain = (error: DomainError, input: unknown): ErrorDetails => {
  const { field } = error.details
  const { product } = (findLine(input, field) ?? {}) as { product?: unknown }
  switch (error.code) {
    case 'order.invalidQuantity':
      return { field, max: MAX_QUANTITY, product: nameOfProduct(product, 'inside') }
    case 'order.productUnavailable':
      return { field, product: nameOfProduct(product, 'start') }
    case 'order.tooManyLines':
      return { field, max: MAX_LINES }
    default:
      return error.details
  }
}

/**
 * Reads an order form.
 *
 * @throws DomainError of the code that belongs to the first bad field
 */
export const parseOrder = (input: unknown): PlaceOrderInput => {
  try {
    return parseInput(placeOrderSchema, input)
  } catch (error) {
    throw isDomainError(error) ? new DomainError(error.code, explain(error, input)) : error
  }
}
