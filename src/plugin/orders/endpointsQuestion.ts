import type { Endpoint } from 'payload'

import type { z } from 'zod'

import { postInput } from '../conversations'
import { askQuestion } from '../fulfilment'
import { DomainError } from '../kernel/errors'
import { defineEndpoint, type EndpointCall, isRowId, PRIVATE, sql } from '../kernel/payload'
import { questionDoc } from './documentationSession'
import { findPublicOrder } from './queries/findPublicOrder'
import { isToken } from '../kernel/text'

const postQuestion = async (call: EndpointCall<z.output<typeof postInput>>): Promise<Response> => {
  const { body, params, req } = call
  const { item = '', token = '' } = params
  if (!isToken(token) || !isRowId(item)) {
    throw new DomainError('notFound')
  }
  const { payload } = req
  await askQuestion(payload, { ...body, where: sql`i.id = ${item} and o.token = ${token}` })
  return Response.json({ order: await findPublicOrder({ payload, token }) }, { headers: PRIVATE })
}

/** What a customer writes about something that was delivered to him. */
export const createQuestionEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: 'public',
      body: postInput,
      doc: questionDoc,
      handler: postQuestion,
      method: 'post',
      path: '/shop/orders/:token/items/:item/questions',
      rate: { limit: 30, name: 'questions.ask', windowSeconds: 600 },
    },
    options,
  ),
]
