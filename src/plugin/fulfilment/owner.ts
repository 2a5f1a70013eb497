import type { Tx } from '../kernel/payload'

/**
 * What deliveries need from whatever was bought. They know nothing of orders (those lie above); the
 * plugin wires the owner in.
 */
export type FulfilmentOwner = {
  /** Makes what is missing for orders that were paid before their kind had a delivery. */
  catchUp: (payload: Tx['payload']) => Promise<void>
  /** A delivery has moved: the order follows, and its page shows it. Under the order's lock. */
  follow: (tx: Tx, orderId: string) => Promise<void>
  /** Locks the order, before anything else of it is touched. */
  lock: (tx: Tx, orderId: string) => Promise<void>
}
