import type { PayloadRequest } from 'payload'

import type { EndpointAccess, EndpointCall } from '../../kernel/payload'
import type { SpkDoor, SpkProof } from './door'

import { findCustomerOf } from '../../customers'
import { DomainError } from '../../kernel/errors'
import { isCustomer, PRIVATE, resolveClientAddress } from '../../kernel/payload'
import { findPass } from '../links'
import { getSpkPage } from '../queries/findSpkPage'

/** One of the two ways to an agreement in the headless API. */
export type SpkWay = { access: EndpointAccess; kind: SpkDoor['kind']; path: string }

/** By the own order while signed in, and by a link. */
export const SPK_WAYS: readonly SpkWay[] = [
  {
    access: (req) => isCustomer({ req }) === true,
    kind: 'order',
    path: '/shop/orders/:token/spk',
  },
  { access: 'public', kind: 'link', path: '/shop/spk/:link' },
]

/** The door that a call stands at. */
export const doorOf = ({ params, req }: EndpointCall<unknown>, { kind }: SpkWay): SpkDoor => {
  const customer = findCustomerOf(req)
  if (kind === 'link') {
    const word = params.link ?? ''
    return { customerId: customer?.id ?? null, kind, pass: findPass(req.headers), word }
  }
  if (!customer) {
    throw new DomainError('auth.required')
  }
  return { customerId: customer.id, kind, token: params.token ?? '' }
}

/** How a call of the headless API was made. */
export const proofOf = (req: PayloadRequest): SpkProof => ({
  address: resolveClientAddress(req.headers),
  channel: 'api',
})

/** The agreement as it is now. */
export const answerPage = async (call: EndpointCall<unknown>, way: SpkWay): Promise<Response> => {
  const spk = await getSpkPage(call.req.payload, doorOf(call, way))
  return Response.json({ spk }, { headers: PRIVATE })
}
