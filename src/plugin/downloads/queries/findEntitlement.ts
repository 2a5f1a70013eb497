import type { Payload } from 'payload'

import { queryRows, sql } from '../../kernel/payload'

/** One package as staff see it. */
export type PanelPackage = {
  allowed: number
  builtAt: null | string
  failure: null | string
  filename: null | string
  id: string
  sha256: null | string
  size: null | number
  state: string
  used: number
  version: string
}

/** One thing that happened to a right. */
export type RightStep = { actor: string; at: string; event: string; reason: null | string }

/** A right as staff see it: without the password, which nobody needs to see to send it. */
export type PanelEntitlement = {
  history: RightStep[]
  id: string
  packages: PanelPackage[]
  state: string
  uses: { at: string; version: string }[]
  validUntil: string
}

const PACKAGES = sql`(select coalesce(json_agg(json_build_object('id', p.id, 'state', p.state,
    'version', r.version, 'filename', p.filename, 'size', p.size, 'sha256', p.sha256, 'used', p.used,
    'allowed', p.allowed, 'failure', p.failure, 'builtAt', p.built_at)
    order by r.published_at desc, r.id desc), '[]')
  from packages p join releases r on r.id = p.release_id where p.entitlement_id = e.id)`

const MOST_USES = 20

const USES = sql`(select coalesce(json_agg(u order by u.at desc), '[]') from (
  select d.started_at as at, r.version from downloads d join packages p on p.id = d.package_id
    join releases r on r.id = p.release_id where p.entitlement_id = e.id
    order by d.started_at desc limit ${MOST_USES}) u)`

const HISTORY = sql`(select coalesce(json_agg(json_build_object('at', t.at, 'event', t.event,
    'reason', t.reason, 'actor', coalesce(t.actor_label, t.actor_role)) order by t.seq desc), '[]')
  from transitions t where t.machine = 'entitlement' and t.subject = e.id::text)`

/** The right that belongs to a delivery; null while there is none. Whoever calls has checked that it is staff. */
export const findEntitlement = async (
  payload: Payload,
  fulfilmentId: string,
): Promise<null | PanelEntitlement> => {
  const [row] = await queryRows<PanelEntitlement>(
    payload,
    sql`select e.id, e.state, e.valid_until as "validUntil", ${PACKAGES} as packages, ${USES} as uses,
        ${HISTORY} as history
      from entitlements e join fulfilments f on f.order_item_id = e.order_item_id
      where f.id = ${fulfilmentId}`,
  )
  return row ?? null
}
