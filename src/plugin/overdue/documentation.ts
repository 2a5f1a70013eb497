import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'

const day = z.iso.date()
const amount = z.int().min(0)

const arrears = z
  .strictObject({
    canAskForChance: z.boolean(),
    case: z.union([
      z.strictObject({
        askedOn: z.union([day, z.null()]),
        choice: z.union([z.enum(['pay', 'suspend']), z.null()]),
        openedOn: day,
        state: z.string().describe('To be sent as `seen` with a choice.'),
      }),
      z.null(),
    ]),
    chance: z.union([z.strictObject({ until: day }), z.null()]),
    lastChanceDay: day,
    mustChoose: z.boolean(),
    orderNumber: z.string(),
    requested: z.boolean().describe('Whether more time was asked for and not decided yet.'),
    service: z.strictObject({ reasons: z.array(z.string()), wanted: z.enum(['off', 'on']) }),
    standing: z.looseObject({ toBecomeCurrent: amount }).describe('As in the order’s contract.'),
    suspendOn: z.union([day, z.null()]),
    title: z.string(),
  })
  .meta({ id: 'Arrears' })

const params = { token: 'The token that the placed order came with.' }
const answers = {
  200: { description: 'The arrears of the order.', schema: z.strictObject({ arrears }) },
}

/** What the endpoints of arrears say about themselves in the OpenAPI document. */
export const overdueDocs = {
  chance: {
    answers: {
      201: { description: 'The arrears of the order.', schema: z.strictObject({ arrears }) },
    },
    description: 'Staff decide; the customer is told. Only for orders of who is signed in.',
    errors: [
      'chance.badDay',
      'chance.reasonRequired',
      'chance.running',
      'order.notFound',
      'overdue.noContract',
      'overdue.nothingOverdue',
    ],
    params,
    summary: 'Ask for more time to pay what is overdue',
  },
  choose: {
    answers,
    description:
      'Recorded with time, way, network and the version of the text. Paying wins: with the last overdue ' +
      'rupiah the case ends, whatever was chosen. Send `seen` with the state of the case that was shown.',
    errors: [
      'order.notFound',
      'overdue.noContract',
      'overdue.nothingOverdue',
      'transition.conflict',
    ],
    params,
    summary: 'Choose to pay or to be suspended',
  },
  find: {
    answers,
    errors: ['order.notFound', 'overdue.noContract'],
    params,
    summary: 'See what is overdue on an own order, what was asked and chosen',
  },
} as const satisfies Record<string, EndpointDoc>
