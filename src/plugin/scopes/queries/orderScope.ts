import type { Labels } from '../../kernel/errors'
import type { ScopeState } from './scene'

import { type SQL, sql } from '../../kernel/payload'
import { scopeMachine } from '../machine'
import { canSubmit } from '../rules'

/** Of the scope of an analysis, what the page of its order says. */
export type OrderScope = {
  /** Whether the form can be written, or written anew, now. */
  canSubmit: boolean
  domain?: string
  label: Labels
  /** WIB days, once they are agreed on. */
  readyOn?: string
  startsOn?: string
  state: ScopeState
}

/** What {@link selectOrderScope} reads. */
export type OrderScopeRow = {
  delivery: string
  domain: null | string
  readyOn: null | string
  startsOn: null | string
  state: null | ScopeState
}

/** The scope of one order item `i` as a JSON expression; null for all but paid analyses. */
export const selectOrderScope = (): SQL =>
  sql.raw(`(
  select json_build_object('state', s.state, 'domain', s.domain, 'startsOn', s.starts_on,
    'readyOn', s.ready_on, 'delivery', f.state)
  from fulfilments f left join scopes s on s.order_item_id = f.order_item_id
  where f.order_item_id = i.id and f.kind = 'security-analysis')`)

/** The projection that whoever holds the order's link may see. */
export const toOrderScope = (row: null | OrderScopeRow): null | OrderScope => {
  if (!row) {
    return null
  }
  const { delivery, domain, readyOn, startsOn } = row
  const state = row.state ?? 'draft'
  return {
    canSubmit: canSubmit({ delivery, state }),
    ...(domain ? { domain } : {}),
    label: scopeMachine.states[state].label,
    ...(readyOn && state === 'agreed' ? { readyOn } : {}),
    ...(startsOn && state === 'agreed' ? { startsOn } : {}),
    state,
  }
}
