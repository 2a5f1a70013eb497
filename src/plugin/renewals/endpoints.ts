import type { Endpoint } from 'payload'

import { z } from 'zod'

import { askToEnd, getOwnService, keepService } from '../hosting'
import { DomainError } from '../kernel/errors'
import {
  defineEndpoint,
  type EndpointCall,
  isCustomer,
  type NamedRate,
  PRIVATE,
} from '../kernel/payload'
import { isStorable } from '../kernel/text'
import { renewalDocs } from './documentation'
import { renewService } from './renewService'

/** Renewals and wishes to end of one address; the page and the endpoint count together. */
export const RENEWAL_RATE: NamedRate = { limit: 20, name: 'hosting.renewal', windowSeconds: 600 }

/** What a customer says who wants his service to end. */
export const endingSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .max(1_000, 'input.invalid')
    .refine(isStorable, 'input.invalid')
    .default(''),
  when: z.enum(['end', 'now']),
})

const renewBody = z.strictObject({
  acceptedTerms: z.literal(true, 'order.termsNotAccepted'),
  plan: z.string().max(64).optional(),
})

type Owner = { customerId: string; id: string; name: string }

const ownerOf = ({ params, req }: EndpointCall<unknown>): Owner => {
  if (!req.user) {
    throw new DomainError('auth.required')
  }
  const { id, name } = req.user as unknown as { id: number | string; name?: string }
  return { customerId: String(id), id: params.id ?? '', name: name ?? '' }
}

const access = (req: EndpointCall<unknown>['req']): boolean => isCustomer({ req }) === true

const answerService = async (call: EndpointCall<unknown>): Promise<Response> => {
  const service = await getOwnService(call.req.payload, ownerOf(call))
  return Response.json({ service }, { headers: PRIVATE })
}

const renew = async (call: EndpointCall<z.output<typeof renewBody>>): Promise<Response> => {
  const { acceptedTerms, plan } = call.body
  const { customerId, id } = ownerOf(call)
  const { locale, req } = call
  const order = await renewService(req.payload, {
    acceptedTerms,
    customerId,
    id,
    locale,
    ...(plan !== undefined && { plan }),
  })
  return Response.json({ order }, { headers: PRIVATE, status: 201 })
}

const end = async (call: EndpointCall<z.output<typeof endingSchema>>): Promise<Response> => {
  const { customerId, id: accountId, name: label } = ownerOf(call)
  await getOwnService(call.req.payload, ownerOf(call))
  const actor = { id: customerId, label, role: 'customer' as const }
  await askToEnd(call.req.payload, { accountId, actor, customerId, ...call.body })
  return answerService(call)
}

const keep = async (call: EndpointCall<undefined>): Promise<Response> => {
  const { customerId, id: accountId } = ownerOf(call)
  await getOwnService(call.req.payload, ownerOf(call))
  await keepService(call.req.payload, { accountId, customerId })
  return answerService(call)
}

const PATH = '/shop/hosting/:id'

/** What a customer decides about the end of a service of his own; only when signed in. */
export const createRenewalEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const shared = { access, method: 'post', rate: RENEWAL_RATE } as const
  return [
    defineEndpoint(
      { ...shared, body: renewBody, doc: renewalDocs.renew, handler: renew, path: `${PATH}/renew` },
      options,
    ),
    defineEndpoint(
      { ...shared, body: endingSchema, doc: renewalDocs.end, handler: end, path: `${PATH}/ending` },
      options,
    ),
    defineEndpoint(
      { ...shared, doc: renewalDocs.keep, handler: keep, path: `${PATH}/keep` },
      options,
    ),
  ]
}
