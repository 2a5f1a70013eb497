import type { Endpoint, Payload } from 'payload'

import { z } from 'zod'

import { isStorable } from '../../kernel/text'
import {
  defineEndpoint,
  defineMoveEndpoint,
  isAdmin,
  parseInput,
  staffActor,
  type StaffMove,
  type StaffMoved,
} from '../../kernel/payload'
import { paymentMachine } from '../machine'
import type { ReviewDecision } from './carryOut'
import { decideReview } from './decide'
import { reviewMachine } from './machine'

const body = z.strictObject({
  decision: z.enum(['credit', 'keep', 'markRefund']),
  orderId: z.uuid().optional(),
  reason: z.string().max(1000).refine(isStorable),
})

const moveReview = async (payload: Payload, move: StaffMove): Promise<StaffMoved> => {
  const { actor, event, evidence, id: reviewId, order: orderNumber, reason = '', seen } = move
  const decision = event as ReviewDecision['decision']
  const decided = { actor, decision, evidence, orderNumber, reason, reviewId, seen }
  const to = await decideReview({ decision: decided, payload })
  return { to }
}

/**
 * `POST /api/reviews/:id/move`: what becomes of money that fits no debt; admins and owners, refunds
 * by owners. `order` is the number of the order to credit, the review's own when absent.
 */
export const createReviewMoves = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    also: [{ events: ['accept', 'refund'], machine: paymentMachine.name }],
    machine: reviewMachine,
    move: (move, { payload }) => moveReview(payload, move),
  }),
]

/** `POST /api/money-reviews/:id/decision`: what becomes of money that fits no debt. Admins and owners. */
export const createReviewEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body,
      handler: async ({ body: decision, params, req }) => {
        const reviewId = parseInput(z.uuid(), params.id)
        await decideReview({
          decision: { ...decision, actor: staffActor(req), reviewId },
          payload: req.payload,
        })
        return Response.json({ ok: true })
      },
      method: 'post',
      path: '/money-reviews/:id/decision',
    },
    options,
  ),
]
