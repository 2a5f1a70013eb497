import type { AccountScene } from '../accounts/scene'
import type { CreatedService } from '../port'

import { fireEvent, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { hostingMachine } from '../accounts/machine'
import { openServiceSecrets, sealServiceSecrets } from '../accounts/secrets'
import { wakeWaiting } from '../servers/waiting'
import { tellCustomer, tellStaff } from './news'
import { seenNow } from './step'

/**
 * Keeps what the server gave for a service that it has made: its address there, and what is shown once. A
 * server that takes no password has none to show: the one that was drawn would open nothing.
 */
export const keepCreated = async (
  tx: Tx,
  account: AccountScene,
  created: CreatedService,
): Promise<void> => {
  const { payload } = tx
  const { id, secretsSealed: sealed } = account
  const secrets =
    sealed && Object.keys(created.secrets).length > 0
      ? sealServiceSecrets({
          accountId: id,
          payload,
          secrets: {
            ...openServiceSecrets({ accountId: id, payload, sealed }),
            ...created.secrets,
          },
        })
      : null
  await tx.rows(sql`update hosting_accounts set reference = ${created.reference},
    facts = ${JSON.stringify(created.facts)}::jsonb, secrets_sealed = ${secrets} where id = ${id}`)
}

/**
 * The server says no to a new service: nothing was done, its slot is free again, and whoever asked may
 * correct it and ask again. Under the locks of order and service.
 */
export const failCreation = async (
  tx: Tx,
  account: AccountScene,
  reason: string,
): Promise<void> => {
  const { id, serverId, state, wish } = account
  await fireEvent({
    actor: SYSTEM,
    event: 'fail',
    id,
    locked: state,
    machine: hostingMachine,
    note: { metadata: { serverId }, reason },
    set: sql`server_id = null, wanted = 'off', observed = 'absent', last_error = ${reason},
      next_try_at = null, observed_at = ${seenNow()}`,
    table: 'hosting_accounts',
    tx,
  })
  await wakeWaiting(tx)
  await tellCustomer(tx, account, { event: 'hosting.failed', note: reason, step: String(wish) })
  await tellStaff(tx, account, { event: 'hosting.alarm', note: reason, step: `fail/${wish}` })
}
