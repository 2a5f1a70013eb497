import type { Locale } from '../../kernel/errors'
import type { SlotQuery } from '../rules'

import { fulfilmentRuntime } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { type SQL, sql, type Tx } from '../../kernel/payload'
import { SESSION_MS } from '../rules'

/** The appointment of an item that stands. */
export type LiveBooking = {
  endsAt: string
  hostEmail: string
  hostId: string
  hostName: string
  id: string
  keptUntil: null | string
  moved: number
  placeKind: string
  placeUrl: null | string
  sequence: number
  startsAt: string
  state: 'booked' | 'reserved'
}

/** A bought consultation with all that decides about its appointment. */
export type Scene = {
  customerId: null | string
  customerName: string
  delivery: { assignee: null | string; id: string; state: string } | null
  email: string
  itemId: string
  kind: string
  live: LiveBooking | null
  locale: Locale
  missed: number
  number: string
  orderId: string
  orderState: string
  paymentState: string
  phone: string
  quantity: number
  title: string
  token: string
}

const LIVE = sql`(select json_build_object('id', b.id, 'state', b.state, 'startsAt', b.starts_at,
    'endsAt', b.ends_at, 'hostId', b.host_id, 'hostName', coalesce(s.name, s.email), 'hostEmail', s.email,
    'moved', b.moved::int, 'sequence', b.sequence::int, 'placeKind', b.place_kind,
    'placeUrl', b.place_url, 'keptUntil', b.kept_until)
  from bookings b join staff s on s.id = b.host_id
  where b.order_item_id = i.id and b.state in ('reserved', 'booked'))`

const DELIVERY = sql`(select json_build_object('id', f.id, 'state', f.state,
    'assignee', f.assignee_id) from fulfilments f where f.order_item_id = i.id)`

/** The scene of one item, in one statement; null when there is no such consultation. */
export const findScene = async (tx: Pick<Tx, 'rows'>, where: SQL): Promise<null | Scene> => {
  const [row] = await tx.rows<Scene>(sql`
    select i.id as "itemId", i.kind::text as kind, i.quantity::int as quantity, i.title,
      o.id as "orderId", o.number, o.token, o.customer_name as "customerName", o.email, o.phone,
      o.locale, o.customer_id::text as "customerId", o.state::text as "orderState",
      o.payment_state::text as "paymentState", ${LIVE} as live, ${DELIVERY} as delivery,
      (select count(*)::int from bookings b where b.order_item_id = i.id and b.state = 'missed') as missed
    from order_items i join orders o on o.id = i.order_id where i.kind = 'consulting' and ${where}`)
  return row ?? null
}

/**
 * Locks the order of an item and reads the scene.
 *
 * @throws DomainError `notFound`
 */
export const lockScene = async (tx: Tx, where: SQL): Promise<Scene> => {
  const found = await findScene(tx, where)
  if (!found) {
    throw new DomainError('notFound')
  }
  await fulfilmentRuntime.get(tx.payload).owner.lock(tx, found.orderId)
  const scene = await findScene(tx, sql`i.id = ${found.itemId}`)
  if (!scene) {
    throw new DomainError('notFound')
  }
  return scene
}

/** Length of the session that was bought, in ms: an hour for each. */
export const lengthOf = ({ quantity }: Pick<Scene, 'quantity'>): SlotQuery['lengthMs'] =>
  quantity * SESSION_MS
