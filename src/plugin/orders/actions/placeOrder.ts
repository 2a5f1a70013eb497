import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { PublicOrder } from '../publicOrder'

import { normalisePhone } from '../../customers'
import { DomainError } from '../../kernel/errors'
import { findSqlState, queryRows, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { buildBuyerMessage } from '../messages'
import { findPricedProducts } from '../queries/findProducts'
import { findPublicOrder } from '../queries/findPublicOrder'
import { priceOrder } from '../rules'
import type { PlaceOrderInput } from '../schema'
import { hashRequest, insertOrder, type NewOrder } from './insertOrder'
import { parseOrder } from './parseOrder'

/** What placing an order takes. */
export type PlaceOrderArgs = {
  customerId?: string
  /** Sent again with the same key, the same order comes back and none is added. */
  idempotencyKey?: string
  input: unknown
  locale: Locale
  now: Date
  payload: Payload
}

const UNIQUE_VIOLATION = '23505'

/** Keys are kept per order; longer ones are nobody's honest key. */
const cleanKey = (key: string | undefined): string | undefined => {
  if (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new DomainError('input.invalid', { field: 'Idempotency-Key' })
  }
  return key
}

/** The token of the order that this key placed before, or null. */
const findEarlier = async (args: {
  input: PlaceOrderInput
  key: string | undefined
  payload: Payload
}): Promise<null | string> => {
  if (!args.key) {
    return null
  }
  const [row] = await queryRows<{ hash: string; token: string }>(
    args.payload,
    sql`select token, request_hash as hash from orders where idempotency_key = ${args.key}`,
  )
  if (row && row.hash !== hashRequest(args.input)) {
    throw new DomainError('order.idempotencyMismatch', { field: 'Idempotency-Key' })
  }
  return row?.token ?? null
}

const writeOrder = async (tx: Tx, args: Omit<NewOrder, 'lines' | 'total'>): Promise<string> => {
  const { input, locale, now, phone } = args
  const wanted = input.items.map(({ product }) => product)
  const products = await findPricedProducts({ locale, tx, wanted })
  const { lines, total } = priceOrder({
    expectedTotal: input.expectedTotal,
    items: input.items,
    products,
  })
  const order = await insertOrder(tx, { ...args, lines, total })
  const { email, name } = input.customer
  const facts = { email, locale, name, phone, placedAt: now.toISOString(), total }
  const message = buildBuyerMessage({
    event: 'order.placed',
    order: { ...facts, ...order, items: lines },
    payload: tx.payload,
  })
  await queueMessages({ messages: [message], tx })
  return order.token
}

const getOrder = async (payload: Payload, token: string): Promise<PublicOrder> => {
  const order = await findPublicOrder({ payload, token })
  if (!order) {
    throw new DomainError('order.notFound')
  }
  return order
}

/**
 * Places an order at the shop's own prices: order, lines, one instalment due now, books and the
 * confirmation mail commit together.
 *
 * @throws DomainError on every bad field, `order.priceChanged`, `order.productUnavailable`,
 * `order.idempotencyMismatch`
 */
export const placeOrder = async (args: PlaceOrderArgs): Promise<PublicOrder> => {
  const { customerId, locale, now, payload } = args
  const input = parseOrder(args.input)
  const phone = normalisePhone(input.customer.phone, 'customer.phone')
  const key = cleanKey(args.idempotencyKey)
  const order = { customerId, idempotencyKey: key, input, locale, now, phone }
  const earlier = await findEarlier({ input, key, payload })
  if (earlier) {
    return getOrder(payload, earlier)
  }
  try {
    const token = await runInTransaction(payload, (tx) => writeOrder(tx, order))
    return await getOrder(payload, token)
  } catch (error) {
    const twin =
      findSqlState(error) === UNIQUE_VIOLATION ? await findEarlier({ input, key, payload }) : null
    if (!twin) {
      throw error
    }
    return getOrder(payload, twin)
  }
}
