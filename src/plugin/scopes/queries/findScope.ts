import type { Payload } from 'payload'

import type { Tx } from '../../kernel/payload'
import type { ScopeRow } from './scene'

import { queryRows, type SQL, sql } from '../../kernel/payload'
import { SCOPE_JSON } from './scene'

/** What was agreed on before an analysis, for whoever does it and writes of it. */
export type AgreedScope = {
  domain: string
  hosts: string[]
  /** WIB days. */
  readyOn: string
  /** ISO instant of the authorisation. */
  signedAt: string
  /** Who authorised it. */
  signerName: string
  signerPosition: string
  startsOn: string
}

const byDelivery = (fulfilmentId: string): SQL => sql`select ${SCOPE_JSON} as scope from scopes s
  join fulfilments f on f.order_item_id = s.order_item_id where f.id = ${fulfilmentId}`

/** The agreed scope of the analysis behind a delivery; null while none is agreed on. */
export const findScope = async (
  tx: Pick<Tx, 'rows'>,
  fulfilmentId: string,
): Promise<AgreedScope | null> => {
  const [row] = await tx.rows<{ scope: ScopeRow }>(byDelivery(fulfilmentId))
  const { domain, hosts, readyOn, signedAt, signerName, signerPosition, startsOn, state } =
    row?.scope ?? {}
  if (state !== 'agreed' || !domain || !signedAt || !readyOn || !startsOn) {
    return null
  }
  return {
    domain,
    hosts: hosts ?? [],
    readyOn,
    signedAt: new Date(signedAt).toISOString(),
    signerName: signerName ?? '',
    signerPosition: signerPosition ?? '',
    startsOn,
  }
}

/** One change of a scope, with its cause. */
export type ScopeStep = {
  actor: string
  at: string
  event: string
  reason: null | string
}

const HISTORY = sql.raw(`(select coalesce(json_agg(json_build_object('at', t.at, 'event', t.event,
    'reason', t.reason, 'actor', coalesce(t.actor_label, t.actor_role)) order by t.seq desc), '[]')
  from transitions t where t.machine = 'scope' and t.subject = s.id::text)`)

/** The scope behind a delivery as staff see it. Whoever calls has checked that it is staff. */
export const findPanelScope = async (
  payload: Payload,
  fulfilmentId: string,
): Promise<{ delivery: string; history: ScopeStep[]; scope: null | ScopeRow } | null> => {
  const [row] = await queryRows<{
    delivery: string
    history: null | ScopeStep[]
    scope: null | ScopeRow
  }>(
    payload,
    sql`select f.state as delivery, ${HISTORY} as history,
        case when s.id is not null then ${SCOPE_JSON} end as scope
      from fulfilments f left join scopes s on s.order_item_id = f.order_item_id
      where f.id = ${fulfilmentId}`,
  )
  return row ? { ...row, history: row.history ?? [] } : null
}
