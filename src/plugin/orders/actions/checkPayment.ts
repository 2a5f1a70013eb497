import type { Payload } from 'payload'

import type { PublicOrder } from '../publicOrder'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql, takeRateToken } from '../../kernel/payload'
import { settleAttempt } from '../../payments'
import { findPublicOrder } from '../queries/findPublicOrder'

/** Duitku blocks who asks too often: one question per order in ten seconds. */
const ASK_RATE = { limit: 1, windowSeconds: 10 }

/** The attempts of an order that money may still come in for, the newest first. */
const findOpenIds = (payload: Payload, token: string): Promise<{ merchantOrderId: string }[]> =>
  queryRows(
    payload,
    sql`select p.merchant_order_id as "merchantOrderId" from payments p
      join orders o on o.id = p.order_id
      where o.token = ${token} and p.state in ('created', 'pending', 'expired', 'cancelled', 'failed')
      order by p.attempt desc limit 2`,
  )

/**
 * Asks the gateway about an order's attempts and returns the order as it stands then. A gateway that
 * does not answer changes nothing.
 *
 * @throws DomainError `order.notFound`, `payment.checkTooSoon`
 */
export const checkPayment = async (args: {
  payload: Payload
  token: string
}): Promise<PublicOrder> => {
  const { payload, token } = args
  const before = await findPublicOrder({ payload, token })
  if (!before) {
    throw new DomainError('order.notFound')
  }
  if (before.paymentState === 'paid') {
    return before
  }
  const bucket = `payments.check:${before.number}`
  await takeRateToken({ bucket, factor: 1, payload, rate: ASK_RATE }).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'rateLimited'
      ? new DomainError('payment.checkTooSoon', error.details)
      : error
  })
  for (const { merchantOrderId } of await findOpenIds(payload, token)) {
    await settleAttempt({ merchantOrderId, payload })
  }
  return (await findPublicOrder({ payload, token })) ?? before
}
