import { sql, type Tx } from '../../kernel/payload'

/** Months for which a service was bought with an order: those agreed on, else those of its product. */
export const findContractMonths = async (
  tx: Pick<Tx, 'rows'>,
  { accountId, orderId }: { accountId: string; orderId: string },
): Promise<number> => {
  const [row] = await tx.rows<{ months: number }>(sql`select coalesce(
      (select (c.terms->>'contractMonths')::int from contracts c where c.order_id = ${orderId}::uuid limit 1),
      (select p.contract_months::int from products p where p.id = a.product_id), 1) as months
    from hosting_accounts a where a.id = ${accountId}::uuid`)
  return row?.months ?? 1
}
