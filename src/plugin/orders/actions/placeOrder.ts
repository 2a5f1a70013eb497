import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { PublicOrder } from '../publicOrder'

import { normalisePhone } from '../../customers'
import { buildFirstSession } from '../../booking'
import { buildFirstServices } from '../../hosting'
import { toPublicContract } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { findSqlState, newId } from '../../kernel/payload'
import { wibDayOf } from '../../kernel/time'
import { type EarlierOrder, findForPlacing } from '../queries/findProducts'
import { findPublicOrder } from '../queries/findPublicOrder'
import { buildFirstSpk } from '../../spk'
import { priceOrder } from '../rules'
import { buildOrderUrl, ordersRuntime } from '../runtime'
import type { PlaceOrderInput } from '../schema'
import { choosePlan } from './choosePlan'
import { debtsOf, hashRequest, insertOrder, type InsertedOrder, type NewOrder } from './insertOrder'
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
  /** The service that goes on with this order; none is made for it then. */
  renews?: string
}

const UNIQUE_VIOLATION = '23505'

/** Keys are kept per order; longer ones are nobody's honest key. */
const cleanKey = (key: string | undefined): string | undefined => {
  if (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new DomainError('input.invalid', { field: 'Idempotency-Key' })
  }
  return key
}

const assertSameRequest = (earlier: EarlierOrder, input: PlaceOrderInput): void => {
  if (earlier.hash !== hashRequest(input)) {
    throw new DomainError('order.idempotencyMismatch', { field: 'Idempotency-Key' })
  }
}

const getOrder = async (payload: Payload, token: string): Promise<PublicOrder> => {
  const order = await findPublicOrder({ payload, token })
  if (!order) {
    throw new DomainError('order.notFound')
  }
  return order
}

/** The contract that was just written: nothing is paid yet. */
const showContract = ({ contract, now }: NewOrder): PublicOrder['contract'] => {
  if (!contract) {
    return null
  }
  const { schedule, terms } = contract
  const unpaid = { lateFor: null, paid: 0, paidOn: null, refunded: 0, state: 'open' }
  const today = wibDayOf(now)
  return toPublicContract(
    {
      ...schedule,
      revision: 1,
      rows: schedule.rows.map((row) => ({ ...row, ...unpaid })),
      startedOn: today,
      terms,
    },
    today,
  )
}

/** The order that was just written, as its buyer sees it; nothing of it needs to be read again. */
const showNew = (args: {
  order: NewOrder
  payload: Payload
  written: InsertedOrder
}): PublicOrder => {
  const { order, payload, written } = args
  const { input, lines, locale, now, phone, total } = order
  const { email, name, notes } = input.customer
  const at = now.toISOString()
  const { serverUrl } = ordersRuntime.get(payload)
  return {
    ...written,
    customer: { email, name, phone },
    deliveryVersion: '',
    contract: showContract(order),
    instalments: debtsOf(order).map((debt) => ({ ...debt, paid: 0, state: 'open' })),
    items: lines.map(({ productId: _, ...line }) => ({
      ...line,
      delivery: null,
      downloads: null,
      reports: null,
      scope: null,
      session: buildFirstSession(line),
    })),
    needsSpk: order.needsSpk,
    nextAction: order.needsSpk ? 'agree' : 'pay',
    ...(notes ? { notes } : {}),
    payment: null,
    paymentState: 'unpaid',
    placedAt: at,
    services: buildFirstServices(lines, order.renews),
    spk: order.needsSpk ? buildFirstSpk() : null,
    total,
    updatedAt: at,
    url: buildOrderUrl({ locale, serverUrl, token: written.token }),
  }
}

type Request = Omit<NewOrder, 'contract' | 'lines' | 'needsSpk' | 'total'> & { payload: Payload }

const placeOrReturn = async ({ payload, ...request }: Request): Promise<PublicOrder> => {
  const { idempotencyKey: key, input, locale } = request
  const wanted = input.items.map(({ product }) => product)
  const { earlier, products } = await findForPlacing({ key, locale, payload, wanted })
  if (earlier) {
    assertSameRequest(earlier, input)
    return getOrder(payload, earlier.token)
  }
  const { expectedTotal, items } = input
  const terms = await choosePlan({ customerId: request.customerId, input, payload, products })
  const startOn = wibDayOf(request.now)
  const priced = priceOrder({ expectedTotal, items, products, startOn, terms })
  const { contract, needsSpk, total } = priced
  const lines = priced.lines.map((line) => ({ ...line, id: newId() }))
  const order = { ...request, contract, lines, needsSpk, total }
  const written = await insertOrder(payload, order)
  return showNew({ order, payload, written })
}

/**
 * Places an order at the shop's own prices: order, lines, debts, books and the
 * confirmation mail commit together.
 *
 * @throws DomainError on every bad field, `order.priceChanged`, `order.productUnavailable`,
 * `order.idempotencyMismatch`, `plan.accountRequired`, `plan.notOffered`, `plan.onlyOne`,
 * `contract.blockedByArrears`
 */
export const placeOrder = async (args: PlaceOrderArgs): Promise<PublicOrder> => {
  const { customerId, locale, now, payload } = args
  const input = parseOrder(args.input)
  const phone = normalisePhone(input.customer.phone, 'customer.phone')
  const key = cleanKey(args.idempotencyKey)
  const { renews } = args
  const request = { customerId, idempotencyKey: key, input, locale, now, payload, phone, renews }
  try {
    return await placeOrReturn(request)
  } catch (error) {
    // A twin with the same key was faster: now its order is there to be returned.
    if (key === undefined || findSqlState(error) !== UNIQUE_VIOLATION) {
      throw error
    }
    return placeOrReturn(request)
  }
}
