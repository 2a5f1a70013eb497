import type { Payload } from 'payload'

import type { PlaceKind } from '../rules'

import { queryRows, sql } from '../../kernel/payload'

/** One appointment of an item as staff see it. */
export type PanelBooking = {
  endsAt: string
  host: null | string
  hostName: null | string
  id: string
  keptUntil: null | string
  moved: number
  placeKind: PlaceKind
  placeUrl: null | string
  startsAt: string
  state: string
}

/** Everything that staff want to see of the session behind a delivery. */
export type PanelSession = {
  assignee: null | string
  /** The newest first. */
  bookings: PanelBooking[]
  /** Where whoever looks at it would hold it, by host. */
  hosts: { id: string; name: string; placeKind: null | PlaceKind; placeUrl: null | string }[]
  itemId: string
  state: string
  summaryId: null | string
}

const BOOKINGS = sql`(select coalesce(json_agg(json_build_object('id', b.id, 'state', b.state,
    'startsAt', b.starts_at, 'endsAt', b.ends_at, 'host', b.host_id,
    'hostName', coalesce(s.name, s.email), 'placeKind', b.place_kind, 'placeUrl', b.place_url,
    'moved', b.moved::int, 'keptUntil', b.kept_until) order by b.created_at desc), '[]')
  from bookings b left join staff s on s.id = b.host_id where b.order_item_id = f.order_item_id)`

const HOSTS = sql`(select coalesce(json_agg(json_build_object('id', s.id,
    'name', coalesce(s.name, s.email), 'placeKind', a.place_kind, 'placeUrl', a.place_url)
    order by s.name), '[]')
  from staff s left join availabilities a on a.host_id = s.id where s.role in ('admin', 'owner'))`

/** The session behind a delivery, in one statement. Whoever calls has checked that it is staff. */
export const findPanelSession = async (
  payload: Payload,
  fulfilmentId: string,
): Promise<null | PanelSession> => {
  const [row] = await queryRows<PanelSession>(
    payload,
    sql`select f.order_item_id as "itemId", f.state, f.assignee_id as assignee,
        (select y.id from session_summaries y where y.order_item_id = f.order_item_id) as "summaryId",
        ${BOOKINGS} as bookings, ${HOSTS} as hosts
      from fulfilments f where f.id = ${fulfilmentId}`,
  )
  return row ?? null
}
