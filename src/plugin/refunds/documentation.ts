import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'
import type { PublicRefunds } from './queries/findPublicRefunds'
import type { RefundState } from './rules'

import { refundMachine } from './machine'

const instant = z.iso.datetime({ offset: true })
const labels = z.strictObject({ en: z.string(), id: z.string() })
const states = Object.keys(refundMachine.states) as [RefundState, ...RefundState[]]

const way = z
  .enum(['duitku', 'transfer'])
  .describe('`duitku`: to where it came from, `transfer`: to a bank account.')

const refundAnswer = z.strictObject({
  amount: z.int().min(1),
  askedAt: instant,
  executedAt: instant.exactOptional().describe('When the money was sent.'),
  label: labels,
  mayWithdraw: z.boolean().describe('Whether the buyer may still take it back himself.'),
  number: z.string(),
  refusal: z.string().exactOptional().describe('Why it was refused, in the words of the shop.'),
  sendBy: instant.exactOptional().describe('Until when an approved one is sent.'),
  state: z.enum(states),
  way,
})

const refunds: z.ZodType<PublicRefunds> = z.strictObject({
  offer: z
    .strictObject({
      account: z
        .enum(['none', 'optional', 'required'])
        .describe('Whether a bank account has to be named; it follows from the channel.'),
      amount: z.int().min(1),
      until: instant,
      way,
    })
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
      'refund.noAccount',
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
  withdraw: {
    answers: { 200: { description: 'The refunds of the order.', schema: refunds } },
    description: 'Takes a request back that the buyer has made and that nobody has decided yet.',
    errors: ['event.notAllowed', 'notFound', 'refund.notByCustomer'],
    params: { ...params, number: 'The number of the refund, such as R-000123.' },
    summary: 'Withdraw a request for a refund',
  },
} as const satisfies Record<string, EndpointDoc>
