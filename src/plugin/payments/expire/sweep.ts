import { z } from 'zod'

import { queryRows, sql } from '../../kernel/payload'
import { type Cron, defineTask } from '../../kernel/queue'
import { paymentsRuntime } from '../runtime'
import { settleAttempt } from '../settle/settleAttempt'

/**
 * Asks about attempts whose callback may have been lost: the open ones and those that lapsed in the
 * last week, the longest unasked first, within the budget (Duitku blocks who asks too often).
 */
export const sweepTask = defineTask({
  name: 'payments.sweep',
  input: z.object({}),
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    const { sweepBudget } = paymentsRuntime.get(payload)
    const since = new Date(now.getTime() - 7 * 86_400_000).toISOString()
    const before = new Date(now.getTime() - 10 * 60_000).toISOString()
    const attempts = await queryRows<{ merchantOrderId: string }>(
      payload,
      sql`select merchant_order_id as "merchantOrderId" from payments
        where state in ('created', 'pending', 'expired', 'cancelled')
          and created_at > ${since} and created_at < ${before}
        order by checked_at nulls first, created_at limit ${sweepBudget}`,
    )
    for (const { merchantOrderId } of attempts) {
      await queryRows(
        payload,
        sql`update payments set checked_at = ${now.toISOString()} where merchant_order_id = ${merchantOrderId}`,
      )
      await settleAttempt({ merchantOrderId, payload })
    }
  },
})

/** Once a day, when the shop is quiet. */
export const sweepCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '15 20 * * *',
  task: sweepTask,
  wib: '03.15 WIB',
}
