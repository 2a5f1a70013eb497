import { type SQL, sql } from '../../kernel/payload'

/**
 * How the attempts `p` of an order are sorted so that the one that counts comes first: the paid one,
 * else the newest. A contract is paid many times over, so only the newest counts there.
 */
export const attemptTurn = (): SQL =>
  sql`(p.state = 'paid' and not exists (select from contracts k where k.order_id = p.order_id)) desc,
    p.attempt desc`
