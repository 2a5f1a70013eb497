import type { Endpoint } from 'payload'

import { createHash } from 'node:crypto'
import { z } from 'zod'

import { DomainError } from '../kernel/errors'
import { defineEndpoint, type EndpointCall, isCustomer, PRIVATE } from '../kernel/payload'
import { checkPayment } from './actions/checkPayment'
import { openPayment } from './actions/openPayment'
import { placeOrder } from './actions/placeOrder'
import { orderDocs } from './documentation'
import { findOrderStatus, findPublicOrder } from './queries/findPublicOrder'

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { headers: PRIVATE, status })

const tokenOf = ({ params }: EndpointCall<unknown>): string => params.token ?? ''

const placeBody = z.record(z.string(), z.unknown())

const postOrder = async (call: EndpointCall<z.infer<typeof placeBody>>): Promise<Response> => {
  const { body, locale, now, req } = call
  const idempotencyKey = req.headers.get('idempotency-key') ?? undefined
  const customerId = isCustomer({ req }) ? String(req.user?.id) : undefined
  const order = await placeOrder({
    input: body,
    locale,
    now,
    payload: req.payload,
    ...(customerId === undefined ? {} : { customerId }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  })
  return json({ order }, 201)
}

const getOrder = async (call: EndpointCall<undefined>): Promise<Response> => {
  const order = await findPublicOrder({ payload: call.req.payload, token: tokenOf(call) })
  if (!order) {
    throw new DomainError('order.notFound')
  }
  return json({ order })
}

const getStatus = async (call: EndpointCall<undefined>): Promise<Response> => {
  const status = await findOrderStatus({ payload: call.req.payload, token: tokenOf(call) })
  if (!status) {
    throw new DomainError('order.notFound')
  }
  const etag = `"${createHash('sha1').update(JSON.stringify(status)).digest('base64url')}"`
  const headers = { ...PRIVATE, 'Cache-Control': 'private, no-cache', ETag: etag }
  return call.req.headers.get('if-none-match') === etag
    ? new Response(null, { headers, status: 304 })
    : Response.json(status, { headers })
}

const paymentBody = z.strictObject({
  instalments: z.array(z.int().min(1)).min(1).max(200).optional(),
  pay: z.enum(['all']).optional(),
  renew: z.boolean().optional(),
})

const postPayment = async (call: EndpointCall<z.infer<typeof paymentBody>>): Promise<Response> => {
  const { body, now, req } = call
  const payment = await openPayment({
    instalments: body.instalments,
    now,
    pay: body.pay,
    payload: req.payload,
    renew: body.renew ?? false,
    token: tokenOf(call),
  })
  return json({ payment })
}

const postCheck = async (call: EndpointCall<undefined>): Promise<Response> =>
  json({ order: await checkPayment({ payload: call.req.payload, token: tokenOf(call) }) })

/** What changes something: counted per address. */
const buyingEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: 'public',
      body: placeBody,
      doc: orderDocs.place,
      handler: postOrder,
      method: 'post',
      path: '/shop/orders',
      rate: { limit: 20, name: 'orders.place', windowSeconds: 600 },
    },
    options,
  ),
  defineEndpoint(
    {
      access: 'public',
      body: paymentBody,
      doc: orderDocs.openPayment,
      handler: postPayment,
      method: 'post',
      path: '/shop/orders/:token/payments',
      rate: { limit: 30, name: 'payments.open', windowSeconds: 600 },
    },
    options,
  ),
]

/** What only looks; `check` is limited per order. */
const lookingEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const look = { access: 'public', method: 'get' } as const
  const path = '/shop/orders/:token'
  return [
    defineEndpoint({ ...look, doc: orderDocs.find, handler: getOrder, path }, options),
    defineEndpoint(
      { ...look, doc: orderDocs.status, handler: getStatus, path: `${path}/status` },
      options,
    ),
    defineEndpoint(
      {
        access: 'public',
        doc: orderDocs.check,
        handler: postCheck,
        method: 'post',
        path: `${path}/check`,
      },
      options,
    ),
  ]
}

/** The headless order API of design §10, addressed by the order's unguessable token. */
export const createOrderEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  ...buyingEndpoints(options),
  ...lookingEndpoints(options),
]
