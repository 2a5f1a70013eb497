import type { Endpoint } from 'payload'
import type { z } from 'zod'

import { DomainError } from '../kernel/errors'
import { defineEndpoint, type EndpointCall, type NamedRate, PRIVATE } from '../kernel/payload'
import { requestRefund } from './actions/requestRefund'
import { withdrawRefund } from './actions/withdrawRefund'
import { refundDocs } from './documentation'
import { findPublicRefunds } from './queries/findPublicRefunds'
import { askSchema, isRefundNumber } from './schema'

const PATH = '/shop/orders/:token/refunds'

/** Requests from one address; the page and the endpoint count together. */
export const ASK_RATE: NamedRate = { limit: 10, name: 'refunds.ask', windowSeconds: 3_600 }

/** Withdrawals from one address; the page and the endpoint count together. */
export const WITHDRAW_RATE: NamedRate = {
  limit: 20,
  name: 'refunds.withdraw',
  windowSeconds: 3_600,
}

const answer = async (call: EndpointCall<unknown>, status = 200): Promise<Response> => {
  const { params, req } = call
  const found = await findPublicRefunds({ payload: req.payload, token: params.token ?? '' })
  if (!found) {
    throw new DomainError('order.notFound')
  }
  return Response.json(found, { headers: PRIVATE, status })
}

const postAsk = async (call: EndpointCall<z.output<typeof askSchema>>): Promise<Response> => {
  const { body: ask, params, req } = call
  await requestRefund(req.payload, { ask, token: params.token ?? '' })
  return answer(call, 201)
}

const postWithdraw = async (call: EndpointCall<undefined>): Promise<Response> => {
  const { number = '', token = '' } = call.params
  if (!isRefundNumber(number)) {
    throw new DomainError('notFound')
  }
  await withdrawRefund(call.req.payload, { number, token })
  return answer(call)
}

/** What customers do about the money of an order, addressed by its token. */
export const createRefundEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: 'public',
      doc: refundDocs.find,
      handler: (call) => answer(call),
      method: 'get',
      path: PATH,
    },
    options,
  ),
  defineEndpoint(
    {
      access: 'public',
      body: askSchema,
      doc: refundDocs.ask,
      handler: postAsk,
      method: 'post',
      path: PATH,
      rate: ASK_RATE,
    },
    options,
  ),
  defineEndpoint(
    {
      access: 'public',
      doc: refundDocs.withdraw,
      handler: postWithdraw,
      method: 'post',
      path: `${PATH}/:number/withdraw`,
      rate: WITHDRAW_RATE,
    },
    options,
  ),
]
