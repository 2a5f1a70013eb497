import type { Payload } from 'payload'

import type { ReviewKind } from './open'

import { queryRows, sql } from '../../kernel/payload'

/** Money that waits for a decision; rupiah. */
export type OpenReviews = {
  count: number
  items: { amount: number; createdAt: string; id: string; kind: ReviewKind }[]
  /** How many go back and are not sent yet. */
  marked: number
  sum: number
}

/**
 * Money that fits no debt and waits for a person, the oldest first. One statement. Whoever calls has
 * checked that it is for admins.
 */
export const findOpenReviews = async (args: {
  limit: number
  payload: Payload
}): Promise<OpenReviews> => {
  const [row] = await queryRows<OpenReviews>(
    args.payload,
    sql`select (count(*) filter (where state = 'open'))::int as count,
        (count(*) filter (where state = 'refundMarked'))::int as marked,
        coalesce(sum(amount) filter (where state = 'open'), 0)::float8 as sum,
        (select coalesce(json_agg(r), '[]') from (select id, kind, amount::float8 as amount,
            created_at as "createdAt" from reviews where state = 'open'
          order by created_at limit ${args.limit}) r) as items
      from reviews where state in ('open', 'refundMarked')`,
  )
  return row ?? { count: 0, items: [], marked: 0, sum: 0 }
}
