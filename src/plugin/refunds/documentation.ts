import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'
import type { PublicRefunds } from './queries/findPublicRefunds'
import type { RefundState } from './rules'

import { refundMachine } from './machine'

const instant = z.iso.datetime({ offset: true })
const labels = z.strictObject({ en: z.string(), id: z.string() })
const states = Object.keys(refundMachine.states) as [RefundState, ...RefundState[]]

const refundAnswer = z.strictObject({
  amount: z.int().min(1),
  askedAt: instant,
  executedAt: instant.exactOptional().describe('When the money was sent.'),
  label: labels,
  number: z.string(),
  refusal: z.string().exactOptional().describe('Why it was refused, in the words of the shop.'),
  state: z.enum(states),
})

const refunds: z.ZodType<PublicRefunds> = z.strictObject({
  offer: z
    .strictObject({ amount: z.int().min(1), until: instant })
    .exactOptional()
    .describe('What the buyer may ask back by himself.'),
  refusal: labels.exactOptional().describe('Why he cannot, although money is there.'),
  refunds: z.array(refundAnswer).describe('The newest first.'),
})

const params = { token: 'The token that the placed order came with.' }

/** What the endpoints of refunds say about themselves in the OpenAPI document. */
export const refundDocs = {
  ask: {
    answers: { 201: { description: 'The refunds of the order.', schema: refunds } },
    description:
      'Asks for all that is left of what was paid, where the rule of the products allows it. Staff approve, ' +
      'an owner sends.',
    errors: [
      'conversation.badText',
      'conversation.empty',
      'conversation.tooLong',
      'event.reasonRequired',
      'order.notFound',
      'refund.badAccount',
      'refund.notAllowed',
      'refund.nothingLeft',
    ],
    params,
    summary: 'Ask for the money of an order back',
  },
  find: {
    answers: { 200: { description: 'The refunds of the order.', schema: refunds } },
    errors: ['order.notFound'],
    params,
    summary: 'See the refunds of an order',
  },
} as const satisfies Record<string, EndpointDoc>
