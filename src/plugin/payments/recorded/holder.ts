import { sql, type Tx } from '../../kernel/payload'

/**
 * The account that holds the money of a payment: the gateway's, or the shop's own when staff recorded a
 * transfer. What goes back leaves the same one.
 */
export const findHolder = async (
  tx: Pick<Tx, 'rows'>,
  paymentId: string,
): Promise<'bank' | 'gateway'> => {
  const [row] = await tx.rows<{ method: string }>(
    sql`select method from payments where id = ${paymentId}`,
  )
  return row?.method === 'transfer' ? 'bank' : 'gateway'
}
