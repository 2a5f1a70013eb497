import type { Endpoint } from 'payload'

import type { ItemAsked } from './actions/askForLook'
import type { ScopeInput } from './schema'

import { DomainError } from '../kernel/errors'
import {
  defineEndpoint,
  type EndpointCall,
  isRowId,
  PRIVATE,
  resolveClientAddress,
} from '../kernel/payload'
import { askForLook, renewProof } from './actions/askForLook'
import { submitScope } from './actions/submitScope'
import { scopeDocs } from './documentation'
import { scopeMachine } from './machine'
import { getPublicScope } from './queries/publicScope'
import { scopeInput } from './schema'

/** Which item is meant, by address or form. What is not written like one is not found. */
export const readAsked = (asked: { item?: string; token?: string }): ItemAsked => {
  const { item = '', token = '' } = asked
  if (!/^[\w-]{20,64}$/.test(token) || !isRowId(item)) {
    throw new DomainError('notFound')
  }
  return { item, token }
}

const answer = async (
  { locale, params, req }: EndpointCall<unknown>,
  status = 200,
): Promise<Response> => {
  const scope = await getPublicScope(req.payload, { ...readAsked(params), locale })
  return Response.json({ scope }, { headers: PRIVATE, status })
}

const postScope = async (call: EndpointCall<ScopeInput>): Promise<Response> => {
  const { body: input, locale, params, req } = call
  const address = resolveClientAddress(req.headers)
  await submitScope(req.payload, { ...readAsked(params), address, input, locale })
  return answer(call)
}

const postLook = async (call: EndpointCall<undefined>): Promise<Response> => {
  await askForLook(call.req.payload, readAsked(call.params))
  return answer(call, 202)
}

const postRenew = async (call: EndpointCall<undefined>): Promise<Response> => {
  await renewProof(call.req.payload, readAsked(call.params))
  return answer(call)
}

const perAddress = (name: string, limit: number) => ({ limit, name, windowSeconds: 600 })

/** Calls of one address; the page and the endpoints count together. */
export const SCOPE_RATES = {
  look: perAddress('scopes.look', 20),
  submit: perAddress('scopes.submit', 30),
}

/** What a customer does about the scope of the analysis that he has bought. */
export const createScopeEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const path = '/shop/orders/:token/items/:item/scope'
  const post = { access: 'public', method: 'post' } as const
  const { look: doc, read, renew, submit } = scopeDocs
  const submitEndpoint = defineEndpoint(
    {
      ...post,
      body: scopeInput,
      doc: submit,
      handler: postScope,
      path,
      rate: SCOPE_RATES.submit,
    },
    options,
  )
  const doors = [{ events: ['submit'], machine: scopeMachine.name }]
  return [
    defineEndpoint(
      {
        access: 'public',
        doc: read,
        handler: (call: EndpointCall<undefined>) => answer(call),
        method: 'get',
        path,
        rate: perAddress('scopes.read', 120),
      },
      options,
    ),
    { ...submitEndpoint, custom: { ...submitEndpoint.custom, doors } },
    defineEndpoint(
      { ...post, doc, handler: postLook, path: `${path}/look`, rate: SCOPE_RATES.look },
      options,
    ),
    defineEndpoint(
      { ...post, doc: renew, handler: postRenew, path: `${path}/code`, rate: SCOPE_RATES.look },
      options,
    ),
  ]
}
