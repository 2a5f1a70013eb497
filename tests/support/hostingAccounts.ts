import type { Payload } from 'payload'

import { newId, queryRows, sql } from '@/plugin/kernel/payload'

/** A service as the gate sees it. */
export type ServiceWish = {
  /** Of the order with this token; of any order without. */
  hosts: readonly string[] | object
  state?: string
  token?: string
  updatedAt?: Date
  wanted?: string
}

/** Writes services straight into the table, which the gate only reads. */
export const makeServices = (payload: () => Payload) => {
  let unit = 100

  const make = async (wish: ServiceWish): Promise<string> => {
    const { hosts, state = 'active', token = null, updatedAt = new Date(), wanted = 'on' } = wish
    const id = newId()
    unit += 1
    await queryRows(
      payload(),
      sql`insert into hosting_accounts (id, title, kind, order_id, order_item_id, customer_id, unit, state,
          hosts, wanted, wish, observed, name, created_at, updated_at)
        select ${id}::uuid, 'VPS', 'vps', o.id, i.id, o.customer_id, ${unit}::int, ${state},
          ${JSON.stringify(hosts)}::jsonb, ${wanted}, 1, 'on', ${`u${unit}`}, now(), ${updatedAt.toISOString()}::timestamptz
        from orders o join order_items i on i.order_id = o.id
        where ${token}::text is null or o.token = ${token} limit 1`,
    )
    return id
  }

  const want = async (id: string, wanted: string): Promise<void> => {
    await queryRows(
      payload(),
      sql`update hosting_accounts set wanted = ${wanted} where id = ${id}::uuid`,
    )
  }

  const clear = async (): Promise<void> => {
    await queryRows(payload(), sql`delete from hosting_accounts where title = 'VPS' and unit > 100`)
  }

  return { clear, make, want }
}
