import type { Endpoint } from 'payload'

import { z } from 'zod'

import { DomainError } from '../kernel/errors'
import {
  defineEndpoint,
  type EndpointCall,
  type EndpointDefinition,
  isCustomer,
  type NamedRate,
  PRIVATE,
} from '../kernel/payload'
import { createOwnService } from './customer/createOwnService'
import { findOwnServices, getOwnService, type OwnService } from './customer/findServices'
import { showSecrets } from './customer/showSecrets'
import { signOn } from './customer/signOn'
import { hostingDocs } from './documentation'

const ownerOf = ({ req }: EndpointCall<unknown>): { id: string; name: string } => {
  if (!req.user) {
    throw new DomainError('auth.required')
  }
  const { id, name } = req.user as unknown as { id: number | string; name?: string }
  return { id: String(id), name: name ?? '' }
}

const ownOf = (call: EndpointCall<unknown>): OwnService => ({
  customerId: ownerOf(call).id,
  id: call.params.id ?? '',
})

const answer = (body: unknown, status = 200): Response =>
  Response.json(body, { headers: PRIVATE, status })

const answerService = async (call: EndpointCall<unknown>, status = 200): Promise<Response> =>
  answer({ service: await getOwnService(call.req.payload, ownOf(call)) }, status)

/** Creations of one address; the page and the endpoint count together. */
export const CREATE_RATE: NamedRate = { limit: 30, name: 'hosting.create', windowSeconds: 600 }

/** Looks at credentials of one address. */
export const SECRETS_RATE: NamedRate = { limit: 20, name: 'hosting.secrets', windowSeconds: 600 }

/** Ways into panels that one address asks for. */
export const SIGN_ON_RATE: NamedRate = { limit: 20, name: 'hosting.signOn', windowSeconds: 600 }

const PATH = '/shop/hosting'

type Door<B> = Pick<EndpointDefinition<B>, 'doc' | 'handler' | 'method' | 'path'> &
  Partial<Pick<EndpointDefinition<B>, 'body' | 'rate'>>

const list = async (call: EndpointCall<undefined>): Promise<Response> =>
  answer({ services: await findOwnServices(call.req.payload, ownerOf(call).id) })

const create = async (call: EndpointCall<Record<string, unknown>>): Promise<Response> => {
  const { id: customerId, name: customerName } = ownerOf(call)
  const { id } = ownOf(call)
  await createOwnService(call.req.payload, { customerId, customerName, id, input: call.body })
  return answerService(call, 202)
}

const secrets = async (call: EndpointCall<undefined>): Promise<Response> =>
  answer({ secrets: await showSecrets(call.req.payload, ownOf(call)) })

const enter = async (call: EndpointCall<undefined>): Promise<Response> =>
  answer({ url: await signOn(call.req.payload, ownOf(call)) })

/** What a customer sees of his services and does with them; only when signed in. */
export const createHostingEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const mount = <B>(door: Door<B>): Endpoint =>
    defineEndpoint({ access: (req) => isCustomer({ req }) === true, ...door }, options)
  return [
    mount({
      doc: hostingDocs.list,
      handler: list,
      method: 'get',
      path: PATH,
    }),
    mount({
      doc: hostingDocs.find,
      handler: (call) => answerService(call),
      method: 'get',
      path: `${PATH}/:id`,
    }),
    mount({
      // What a kind of service wants to know differs: its own schema reads the rest.
      body: z.record(z.string(), z.unknown()),
      doc: hostingDocs.create,
      handler: create,
      method: 'post',
      path: `${PATH}/:id/create`,
      rate: CREATE_RATE,
    }),
    mount({
      doc: hostingDocs.secrets,
      handler: secrets,
      method: 'post',
      path: `${PATH}/:id/secrets`,
      rate: SECRETS_RATE,
    }),
    mount({
      doc: hostingDocs.signOn,
      handler: enter,
      method: 'post',
      path: `${PATH}/:id/sign-on`,
      rate: SIGN_ON_RATE,
    }),
  ]
}
