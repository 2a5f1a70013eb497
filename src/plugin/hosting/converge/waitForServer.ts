import type { Tx } from '../../kernel/payload'
import type { AccountScene } from '../accounts/scene'

import { sql } from '../../kernel/payload'
import { findPlace, lockPlaces } from '../servers/place'
import { findServer, type ServerRow } from '../servers/access'
import { NO_SERVER, NO_SERVER_MS } from '../servers/waiting'
import { raiseAlarm } from './alarm'
import { waitUntil } from './later'

/** No server has room: people are called, once, and the service tries again. Under its lock. */
export const waitForServer = async (tx: Tx, account: AccountScene): Promise<void> => {
  await raiseAlarm(tx, account, NO_SERVER)
  await waitUntil(tx, account, { isFailure: false, reason: NO_SERVER, waitMs: NO_SERVER_MS })
}

/** Gives a service that waits for a server the next free slot; null when there is none yet. Under its lock. */
export const takePlace = async (tx: Tx, account: AccountScene): Promise<null | ServerRow> => {
  const { id, kind, region } = account
  await lockPlaces(tx)
  const place = await findPlace(tx, { kind, region, waiting: id })
  if (!place) {
    await waitForServer(tx, account)
    return null
  }
  await tx.rows(sql`update hosting_accounts set server_id = ${place.id}::uuid, last_error = null,
    next_try_at = null where id = ${id}`)
  account.serverId = place.id
  return findServer(tx, place.id)
}
