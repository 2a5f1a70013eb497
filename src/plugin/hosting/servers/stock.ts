import type { HostingLine } from '../accounts/buildAccounts'

import { queueStockRefresh } from '../../catalog'
import { DomainError } from '../../kernel/errors'
import type { Tx } from '../../kernel/payload'
import { isHostingLine } from '../accounts/buildAccounts'
import { findStock, lockPlaces } from './place'

/**
 * Makes sure that what is about to be ordered can be delivered; the last one is sold once. To be called
 * in the transaction that writes the order with its services.
 *
 * @throws DomainError `hosting.outOfStock` with the field of the item
 */
export const assertInStock = async (
  tx: Pick<Tx, 'rows'>,
  lines: readonly (HostingLine & { title: string })[],
): Promise<void> => {
  await lockPlaces(tx)
  const left = new Map<string, null | number>()
  for (const [at, line] of lines.entries()) {
    if (!isHostingLine(line)) {
      continue
    }
    const { kind, quantity, title } = line
    const stock = left.has(kind) ? (left.get(kind) ?? null) : await findStock(tx, kind)
    if (stock !== null && stock < quantity) {
      throw new DomainError('hosting.outOfStock', {
        field: `items.${at}.quantity`,
        left: stock,
        product: title,
      })
    }
    left.set(kind, stock === null ? null : stock - quantity)
  }
  const counted = [...left].flatMap(([kind, stock]) => (stock === null ? [] : [kind]))
  if (counted.length > 0) {
    await queueStockRefresh(tx, counted)
  }
}
