import type { Payload } from 'payload'

import type { GatewayStatus } from '../port'
import type { SettleOutcome } from './settleAttempt'

import { runInTransaction, sql } from '../../kernel/payload'
import { buildPosting } from '../ledger'
import { buildReview } from '../reviews/open'
import { buildEventsClosed } from './events'

/**
 * A genuine callback about an id that we never issued. When the gateway confirms money, it is
 * booked as excess once and put on the review list; otherwise the callback is closed unheeded.
 */
export const settleOrphan = async (args: {
  answer: GatewayStatus
  merchantOrderId: string
  payload: Payload
}): Promise<SettleOutcome> => {
  const { answer, merchantOrderId, payload } = args
  const amount = answer.amount ?? 0
  if (answer.status !== 'paid' || amount <= 0) {
    await runInTransaction(payload, (tx) =>
      tx.rows(buildEventsClosed({ merchantOrderId, outcome: 'orphan-unpaid' })),
    )
    return 'nothing'
  }
  await runInTransaction(payload, async (tx) => {
    const opened = await tx.rows(sql`${buildReview({ amount, kind: 'orphan', merchantOrderId })}
      returning id`)
    if (opened.length > 0) {
      const lines = [
        { account: 'gateway' as const, amount },
        { account: 'excess' as const, amount: -amount },
      ]
      await tx.rows(buildPosting({ kind: 'payment.received', lines }))
    }
    await tx.rows(buildEventsClosed({ merchantOrderId, outcome: 'review' }))
  })
  return 'review'
}
