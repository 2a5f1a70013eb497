import type { Payload } from 'payload'

import type { NewLine } from './insertOrder'

import { assertInStock, isHostingLine } from '../../hosting'
import { queryRows, runInTransaction, type SQL } from '../../kernel/payload'

/**
 * Runs the statement that writes an order. Services are counted before they are sold, one order after the
 * other; all else is the statement alone.
 *
 * @throws DomainError `hosting.outOfStock`
 */
export const writeOrder = <T>(
  payload: Payload,
  lines: readonly NewLine[],
  statement: SQL,
): Promise<T[]> =>
  lines.some(isHostingLine)
    ? runInTransaction(payload, async (tx) => {
        await assertInStock(tx, lines)
        return tx.rows<T>(statement)
      })
    : queryRows<T>(payload, statement)
