import type { Labels } from '../kernel/errors'
import type { SpkState, SpkTurn } from './states'

import { type SQL, sql } from '../kernel/payload'
import { isConfirmedState, resolveTurn, SPK_STATES } from './states'

/** How an agreement stands, for whoever holds the link of its order: no personal data, no documents. */
export type PublicSpk = {
  /** Whether the order may be paid. */
  isConfirmed: boolean
  number: null | string
  /** Day by which the customer has to act; null when nothing is asked of him. */
  signBy: null | string
  state: SpkState
  turn: SpkTurn
}

/** The agreement of an order as it is read with it. */
export type SpkRow = { number: null | string; signBy: null | string; state: SpkState }

/** The newest agreement of an order as a JSON expression: a {@link SpkRow}. */
export const selectSpk = (orderId: SQL): SQL => sql`(
  select json_build_object('state', s.state, 'number', s.number, 'signBy', s.sign_by)
  from spks s where s.order_id = ${orderId} order by s.created_at desc limit 1)`

/** How it stands; null where there is none. */
export const toPublicSpk = (row: null | SpkRow): null | PublicSpk => {
  if (!row || !(row.state in SPK_STATES)) {
    return null
  }
  const { number, signBy, state } = row
  const turn = resolveTurn(state)
  return {
    isConfirmed: isConfirmedState(state),
    number,
    signBy: turn === 'customer' && signBy ? new Date(signBy).toISOString() : null,
    state,
    turn,
  }
}

/** The agreement of an order that was just placed. */
export const buildFirstSpk = (): PublicSpk => ({
  isConfirmed: false,
  number: null,
  signBy: null,
  state: 'draft',
  turn: 'staff',
})

/** What a state is called, in both languages. */
export const spkLabel = (state: SpkState): Labels => SPK_STATES[state].label
