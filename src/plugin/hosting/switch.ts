import type { Tx } from '../kernel/payload'

/**
 * What switches services. It is told in the transaction in which the wish changes, so it queues its
 * work there and speaks to no server itself. Without one, what is wanted is recorded and shown.
 */
export type ServiceSwitch = {
  /** `on` exactly when no reason to be off is active any more. */
  want: (tx: Tx, wish: { on: boolean; orderId: string; reason: string }) => Promise<void>
}
