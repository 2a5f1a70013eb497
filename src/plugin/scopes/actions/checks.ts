import { keepTicks, lockFulfilment } from '../../fulfilment'
import type { Tx } from '../../kernel/payload'

/** Entries of the checklist whose truth the shop itself knows. Under the order's lock. */
export const keepChecks = async (
  tx: Tx,
  deliveryId: string,
  checks: { estimate: boolean; scope: boolean },
): Promise<void> => keepTicks(tx, await lockFulfilment(tx, deliveryId), checks)
