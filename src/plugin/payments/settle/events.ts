import { type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'

/** Statement that closes every waiting callback of an attempt with the outcome it had. */
export const buildEventsClosed = (args: { merchantOrderId: string; outcome: string }): SQL => sql`
  update payment_events set outcome = ${args.outcome}, processed_at = ${clock.now().toISOString()},
    updated_at = ${clock.now().toISOString()}
  where merchant_order_id = ${args.merchantOrderId} and processed_at is null`
