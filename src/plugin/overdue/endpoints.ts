import type { Endpoint } from 'payload'

import { z } from 'zod'

import { DomainError } from '../kernel/errors'
import {
  defineEndpoint,
  type EndpointCall,
  isCustomer,
  type NamedRate,
  PRIVATE,
  resolveClientAddress,
} from '../kernel/payload'
import { isStorable } from '../kernel/text'
import { chooseInArrears } from './actions/choose'
import type { OwnOrder } from './actions/lockOwn'
import { overdueCaseMachine } from './cases/machine'
import { askForChance } from './chances/request'
import { overdueDocs } from './documentation'
import { getPublicArrears } from './queries/findPublicArrears'
import { CHOICE_TEXT_VERSION } from './rules/choiceText'

const ownOf = ({ params, req }: EndpointCall<unknown>): OwnOrder => {
  if (!req.user) {
    throw new DomainError('auth.required')
  }
  return { customerId: String(req.user.id), token: params.token ?? '' }
}

const answer = async (call: EndpointCall<unknown>, status = 200): Promise<Response> => {
  const arrears = await getPublicArrears(call.req.payload, ownOf(call))
  return Response.json({ arrears }, { headers: PRIVATE, status })
}

const choiceBody = z.strictObject({
  choice: z.enum(['pay', 'suspend']),
  seen: z.string().max(40).optional(),
})

const postChoice = async (call: EndpointCall<z.output<typeof choiceBody>>): Promise<Response> => {
  const { body, req } = call
  await chooseInArrears(req.payload, {
    ...body,
    own: ownOf(call),
    proof: {
      address: resolveClientAddress(req.headers),
      channel: 'api',
      textVersion: CHOICE_TEXT_VERSION,
    },
  })
  return answer(call)
}

/** What a customer says who asks for more time. */
export const chanceSchema = z.strictObject({
  until: z.iso.date('time.invalidDay'),
  wish: z.string().trim().max(500).refine(isStorable, 'input.invalid'),
})

const postChance = async (call: EndpointCall<z.output<typeof chanceSchema>>): Promise<Response> => {
  await askForChance(call.req.payload, { ...call.body, own: ownOf(call) })
  return answer(call, 201)
}

/** Choices of one address; the page and the endpoint count together. */
export const CHOICE_RATE: NamedRate = { limit: 30, name: 'overdue.choice', windowSeconds: 600 }

/** Requests for more time of one address; the page and the endpoint count together. */
export const CHANCE_RATE: NamedRate = { limit: 10, name: 'overdue.chance', windowSeconds: 3_600 }

const access: (req: EndpointCall<unknown>['req']) => boolean = (req) => isCustomer({ req }) === true

const PATH = '/shop/orders/:token'

const choiceEndpoint = (options: { rateFactor: number }): Endpoint => {
  const endpoint = defineEndpoint(
    {
      access,
      body: choiceBody,
      doc: overdueDocs.choose,
      handler: postChoice,
      method: 'post',
      path: `${PATH}/choice`,
      rate: CHOICE_RATE,
    },
    options,
  )
  const doors = [{ events: ['choosePay', 'chooseSuspend'], machine: overdueCaseMachine.name }]
  return { ...endpoint, custom: { ...endpoint.custom, doors } }
}

/** What a customer does about the arrears of his own order; only when signed in. */
export const createOverdueEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access,
      doc: overdueDocs.find,
      handler: (call: EndpointCall<undefined>) => answer(call),
      method: 'get',
      path: `${PATH}/arrears`,
    },
    options,
  ),
  choiceEndpoint(options),
  defineEndpoint(
    {
      access,
      body: chanceSchema,
      doc: overdueDocs.chance,
      handler: postChance,
      method: 'post',
      path: `${PATH}/chance`,
      rate: CHANCE_RATE,
    },
    options,
  ),
]
