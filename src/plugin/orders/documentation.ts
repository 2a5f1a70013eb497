import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'

import { orderAnswer, paymentAnswer, statusAnswer } from './answers'
import { placeOrderSchema } from './schema'

const params = { token: 'The token that the placed order came with.' }
const order = z.strictObject({ order: orderAnswer })

/** What the order endpoints say about themselves in the OpenAPI document. */
export const orderDocs = {
  check: {
    answers: { 200: { description: 'The order as it stands now.', schema: order } },
    description: 'Asks the gateway at most once in ten seconds. Unknown is not failed.',
    errors: ['order.notFound', 'payment.checkTooSoon'],
    params,
    summary: 'Ask the gateway whether the money has come',
  },
  find: {
    answers: { 200: { description: 'The order.', schema: order } },
    errors: ['order.notFound'],
    params,
    summary: 'See an order',
  },
  openPayment: {
    answers: {
      200: {
        description: 'The attempt that can be paid now: the open one, else a new one.',
        schema: z.strictObject({ payment: paymentAnswer }),
      },
    },
    description:
      'Without `instalments` everything that is due. `renew` gives up the open attempt for a new one. ' +
      'When the gateway is away the order stands: try again later.',
    errors: [
      'gateway.rejected',
      'gateway.unavailable',
      'order.cancelled',
      'order.notFound',
      'payment.nothingDue',
    ],
    params,
    summary: 'Pay an order or some of its instalments',
  },
  place: {
    answers: {
      201: { description: 'The order; the same one when the key was sent before.', schema: order },
    },
    body: placeOrderSchema,
    description:
      'The prices are the shop’s. With `expectedTotal` another total is refused with 409 and named in ' +
      '`details.total`. A logged-in customer’s order belongs to the account.',
    errors: [
      'customer.invalidEmail',
      'customer.invalidName',
      'customer.invalidPhone',
      'order.emptyCart',
      'order.idempotencyMismatch',
      'order.invalidQuantity',
      'order.priceChanged',
      'order.productUnavailable',
      'order.termsNotAccepted',
      'order.tooManyLines',
      'product.whatsappOnly',
    ],
    headers: {
      'Idempotency-Key': 'Any text of your own, new per purchase: sent twice, one order.',
    },
    summary: 'Place an order',
  },
  status: {
    answers: {
      200: { description: 'The states.', schema: statusAnswer },
      304: { description: 'Nothing has changed since the ETag in `If-None-Match`.' },
    },
    errors: ['order.notFound'],
    headers: { 'If-None-Match': 'ETag of the answer before.' },
    params,
    summary: 'Poll the states of an order',
  },
} as const satisfies Record<string, EndpointDoc>
