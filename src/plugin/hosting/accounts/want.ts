import type { Tx } from '../../kernel/payload'
import type { ServiceSwitch } from '../switch'
import type { AccountScene } from './scene'
import type { Wanted } from './words'

import { sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { queueConverge } from '../converge/job'
import { dropStaleTasks } from '../runbook/tasks'
import { findAccounts, lockAccount } from './scene'

/** States in which a service can be switched. */
export const SWITCHED: readonly string[] = ['active', 'provisioning', 'suspended']

/**
 * Changes what is wanted of a service and has it brought about. The same wish again changes nothing, and
 * what is to be gone stays so. Answers whether the wish is new. Under the order's lock.
 */
export const wantService = async (
  tx: Tx,
  account: AccountScene,
  { reason, wanted }: { reason: string; wanted: Wanted },
): Promise<boolean> => {
  const { id, wanted: before } = account
  if (before === wanted || before === 'gone') {
    return false
  }
  const wish = account.wish + 1
  await tx.rows(sql`update hosting_accounts set wanted = ${wanted}, wish = ${wish},
    wanted_reason = ${reason}, wanted_at = ${clock.now().toISOString()}, tries = 0, next_try_at = null,
    alarmed_at = null, updated_at = ${clock.now().toISOString()} where id = ${id}`)
  await dropStaleTasks(tx, { accountId: id, wish })
  await queueConverge(tx, { accountId: id, isUrgent: wanted === 'on' })
  return true
}

/** Switches the services of an order as its reasons to be off come and go. */
export const hostingSwitch: ServiceSwitch = {
  want: async (tx, { on, orderId, reason }) => {
    for (const { id, state } of await findAccounts(tx, orderId)) {
      const account = SWITCHED.includes(state) ? await lockAccount(tx, id) : null
      if (account) {
        await wantService(tx, account, { reason, wanted: on ? 'on' : 'off' })
      }
    }
  },
}
