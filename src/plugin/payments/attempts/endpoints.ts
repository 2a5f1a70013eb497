import type { Endpoint, Payload } from 'payload'

import { z } from 'zod'

import { DomainError } from '../../kernel/errors'
import {
  defineEndpoint,
  defineMoveEndpoint,
  isAdmin,
  parseInput,
  queryRows,
  sql,
  takeRateToken,
} from '../../kernel/payload'
import { paymentMachine } from '../machine'
import { settleAttempt, type SettleOutcome } from '../settle/settleAttempt'
import { moveAttempt } from './moveAttempt'

/** Duitku blocks who asks too often: one question per attempt in ten seconds. */
const ASK_RATE = { limit: 1, windowSeconds: 10 }

/** Asks the gateway about one attempt now and makes its answer true. */
const checkAttempt = async (payload: Payload, id: string): Promise<SettleOutcome> => {
  const [row] = await queryRows<{ merchantOrderId: string }>(
    payload,
    sql`select merchant_order_id as "merchantOrderId" from payments where id = ${id}`,
  )
  if (!row) {
    throw new DomainError('payment.notFound')
  }
  const bucket = `payments.checkByStaff:${id}`
  await takeRateToken({ bucket, factor: 1, payload, rate: ASK_RATE }).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'rateLimited'
      ? new DomainError('payment.checkTooSoon', error.details)
      : error
  })
  return (await settleAttempt({ ...row, payload })).outcome
}

/**
 * `POST /api/payments/:id/move`: cancel an open attempt (admins), record a refund (owners).
 * `POST /api/payments/:id/check`: ask Duitku about an attempt now (admins).
 */
export const createAttemptEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    machine: paymentMachine,
    move: (move, { payload }) => moveAttempt(payload, move),
  }),
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const outcome = await checkAttempt(req.payload, parseInput(z.uuid(), params.id))
        return Response.json({ outcome })
      },
      method: 'post',
      path: '/:id/check',
    },
    { rateFactor: 0 },
  ),
]
