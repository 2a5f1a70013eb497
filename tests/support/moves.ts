import { sql } from '@/plugin/kernel/payload'
import { readRows } from './books'
import type { OpenShop } from './openShop'
import type { LoggedIn } from './people'
import { type Answer, callShop } from './purchase'

/** What staff send to move a row. */
export type Asked = {
  event: string
  evidence?: string
  from?: string
  order?: string
  reason?: string
}

/** Moves a row through the panel's own door. */
export const makeMover =
  (shop: () => OpenShop) =>
  (
    subject: { collection: string; id: string },
    body: Asked,
    by?: LoggedIn,
  ): Promise<Answer<{ state?: string }>> =>
    callShop(shop(), `/api/${subject.collection}/${subject.id}/move`, {
      body,
      headers: by?.headers,
    })

/** The rows of an order that staff may move, oldest first. */
export const readSubjects = async (
  shop: OpenShop,
  token: string,
): Promise<{ attempts: string[]; instalments: string[]; order: string }> => {
  const [row] = await readRows<{ attempts: string[]; instalments: string[]; order: string }>(
    shop.payload,
    sql`select o.id as "order",
      (select coalesce(json_agg(p.id order by p.attempt), '[]') from payments p where p.order_id = o.id) as attempts,
      (select coalesce(json_agg(i.id order by i.seq), '[]') from instalments i where i.order_id = o.id) as instalments
      from orders o where o.token = ${token}`,
  )
  if (!row) {
    throw new Error('No such order')
  }
  return row
}

/** What staff did with an order: machine, event, role, reason and evidence, in order. */
export const readHistory = async (shop: OpenShop, token: string): Promise<string[]> => {
  const { attempts, instalments, order } = await readSubjects(shop, token)
  const subjects = sql.join(
    [order, ...attempts, ...instalments].map((id) => sql`${id}`),
    sql`, `,
  )
  const rows = await readRows<{ line: string }>(
    shop.payload,
    sql`select concat_ws(' ', machine, event, 'by', actor_role, '·', reason, metadata->>'evidence') as line
      from transitions where subject in (${subjects}) and actor_role not in ('system', 'customer') order by at, machine`,
  )
  return rows.map(({ line }) => line)
}
