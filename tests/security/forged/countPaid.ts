import type { Ground } from '../ground'

/** How many of these orders are anything but unpaid. */
export const countPaid = async ({ stand }: Ground, tokens: readonly string[]): Promise<number> => {
  const [row] = await stand.database.rows<{ n: number }>(
    `select count(*)::int as n from orders where token = any($1::text[]) and payment_state <> 'unpaid'`,
    [tokens],
  )
  return row?.n ?? Number.NaN
}
