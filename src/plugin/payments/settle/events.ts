import { type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'

/** Result code of a callback that claims success. */
export const SUCCESS = '00'

/**
 * Statement that closes the waiting callbacks of an attempt with the outcome they had. With
 * `keepClaims`, those that claim success stay open: one may have come in since we looked.
 */
export const buildEventsClosed = (args: {
  keepClaims?: boolean
  merchantOrderId: string
  outcome: string
}): SQL => sql`
  update payment_events set outcome = ${args.outcome}, processed_at = ${clock.now().toISOString()},
    updated_at = ${clock.now().toISOString()}
  where merchant_order_id = ${args.merchantOrderId} and processed_at is null
    ${args.keepClaims ? sql`and result_code is distinct from ${SUCCESS}` : sql``}`
