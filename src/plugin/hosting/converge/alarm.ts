import type { Tx } from '../../kernel/payload'
import type { AccountScene } from '../accounts/scene'

import { sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { tellStaff } from './news'

/** Calls people to a service that does not get where it is wanted, once until it has. Under its lock. */
export const raiseAlarm = async (
  tx: Tx,
  account: AccountScene,
  reason: string,
): Promise<boolean> => {
  if (account.alarmedAt) {
    return false
  }
  const at = clock.now().toISOString()
  await tx.rows(sql`update hosting_accounts set alarmed_at = ${at}, updated_at = ${at}
    where id = ${account.id}`)
  account.alarmedAt = at
  await tellStaff(tx, account, { event: 'hosting.alarm', note: reason, step: at })
  return true
}
