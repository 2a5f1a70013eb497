import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'

import { orderAnswer } from './answers'

const params = {
  item: 'The `id` of an item of the order.',
  token: 'The token that the placed order came with.',
}

/** What a buyer sends to pick a time, for the document; the endpoint turns the time into an instant. */
const pickBody = z.strictObject({
  reason: z.string().max(500).optional().describe('Why another time; the host reads it.'),
  startsAt: z.iso.datetime({ offset: true }).describe('One of the times, as they were given.'),
})

/** What the endpoints for bought sessions say about themselves in the OpenAPI document. */
export const sessionDocs = {
  file: {
    answers: { 200: { description: 'An `.ics` file (RFC 5545).' } },
    errors: ['notFound'],
    params,
    summary: 'Load the agreed session down for a calendar',
  },
  pick: {
    answers: {
      200: {
        description: 'The order as it stands now.',
        schema: z.strictObject({ order: orderAnswer }),
      },
    },
    body: pickBody,
    description:
      'Before the order is paid the time is kept for a while; afterwards it is agreed at once. A time ' +
      'that is agreed may be moved twice, until 24 hours before.',
    errors: [
      'booking.closed',
      'booking.missedTooOften',
      'booking.movesUsed',
      'booking.slotTaken',
      'booking.slotUnavailable',
      'booking.tooLate',
      'notFound',
    ],
    params,
    summary: 'Pick a time for a session, or another one',
  },
  times: {
    answers: {
      200: {
        description: 'When the session can begin, the earliest first.',
        schema: z.strictObject({ times: z.array(z.iso.datetime()) }),
      },
    },
    errors: ['notFound'],
    params,
    summary: 'See the times that can be picked',
  },
} as const satisfies Record<string, EndpointDoc>

/** What the endpoint for questions says about itself. */
export const questionDoc = {
  answers: {
    200: {
      description: 'The order as it stands now.',
      schema: z.strictObject({ order: orderAnswer }),
    },
  },
  description:
    'While `delivery.questions.canAsk`. `key` names this press of the button: sent twice, one question.',
  errors: [
    'conversation.badText',
    'conversation.empty',
    'conversation.tooLong',
    'fulfilment.noMoreQuestions',
    'notFound',
  ],
  params,
  summary: 'Ask about something that was delivered',
} as const satisfies EndpointDoc
