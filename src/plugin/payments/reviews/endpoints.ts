import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import { type Actor, defineEndpoint, isAdmin, parseInput } from '../../kernel/payload'
import { decideReview } from './decide'

const body = z.strictObject({
  decision: z.enum(['credit', 'keep', 'markRefund']),
  orderId: z.uuid().optional(),
  reason: z
    .string()
    .max(1000)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed()),
})

/** The staff member behind a request, as the timeline names him. */
const staffActor = (req: PayloadRequest): Actor => {
  const user = req.user as unknown as { id: string; name?: string; role: 'admin' | 'owner' }
  return { id: user.id, label: user.name ?? 'staf', role: user.role }
}

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
