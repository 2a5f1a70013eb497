import type { RefundWay } from '../rules'

import { sql, type Tx } from '../../kernel/payload'
import { paymentsRuntime } from '../../payments'
import { resolveRefundWays } from '../rules'
import { refundsRuntime } from '../runtime'

/** In which ways money that came by this channel may go back, the preferred one first. */
export const waysOf = (
  payload: Tx['payload'],
  channel: null | string,
): readonly [RefundWay, ...RefundWay[]] => {
  const group = channel ? paymentsRuntime.get(payload).gateway.groupChannel(channel) : 'other'
  return resolveRefundWays(group, refundsRuntime.get(payload).ways)
}

/** In which ways a payment may go back, the preferred one first. */
export const findWays = async (
  tx: Pick<Tx, 'payload' | 'rows'>,
  paymentId: string,
): Promise<readonly [RefundWay, ...RefundWay[]]> => {
  const [row] = await tx.rows<{ channel: null | string }>(
    sql`select channel from payments where id = ${paymentId}`,
  )
  return waysOf(tx.payload, row?.channel ?? null)
}
