import { z } from 'zod'

const params = { id: 'The id of the service.' }
const one = z.strictObject({
  service: z.looseObject({ id: z.uuid() }).describe('As `HostingService`.'),
})
const answers = { 200: { description: 'The service.', schema: one } }

/** What the endpoints of renewals say about themselves in the OpenAPI document. */
export const renewalDocs = {
  end: {
    answers,
    description: 'Staff decide; nothing ends by this, and what is owed stays owed.',
    errors: ['hosting.accountNotFound', 'hosting.cannotEnd'],
    params,
    summary: 'Ask for the end of a service',
  },
  keep: {
    answers,
    description: 'Takes the wish to end it back.',
    errors: ['hosting.accountNotFound', 'hosting.cannotEnd'],
    params,
    summary: 'Keep a service',
  },
  renew: {
    answers: {
      201: {
        description: 'The order with which the service goes on; pressed twice, the same one.',
        schema: z.strictObject({ order: z.strictObject({ token: z.string() }) }),
      },
    },
    description: 'From `renewalDays` before the end of the contract on.',
    errors: [
      'contract.blockedByArrears',
      'hosting.accountNotFound',
      'hosting.cannotRenew',
      'order.productUnavailable',
      'plan.notOffered',
    ],
    params,
    summary: 'Renew a service',
  },
} as const
