import type { Payload } from 'payload'

import type { NewOrder } from './insertOrder'

import { assertInStock, isHostingLine } from '../../hosting'
import { queryRows, runInTransaction, type SQL } from '../../kernel/payload'

/**
 * Runs the statement that writes an order. Services are counted before they are sold, one order after the
 * other; all else, and what goes on with a service that is there, is the statement alone.
 *
 * @throws DomainError `hosting.outOfStock`
 */
export const writeOrder = <T>(
  payload: Payload,
  { lines, renews }: Pick<NewOrder, 'lines' | 'renews'>,
  statement: SQL,
): Promise<T[]> =>
  renews === undefined && lines.some(isHostingLine)
    ? runInTransaction(payload, async (tx) => {
        await assertInStock(tx, lines)
        return tx.rows<T>(statement)
      })
    : queryRows<T>(payload, statement)
