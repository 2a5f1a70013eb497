import type { Tx } from '../../kernel/payload'
import type { AccountScene } from '../accounts/scene'

import { sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { queueConverge } from './job'
import { resolveWait } from './rules'

/** Comes back to a service later; without `waitMs` the longer, the oftener it has failed. */
export const waitUntil = async (
  tx: Pick<Tx, 'rows'>,
  account: AccountScene,
  { isFailure, reason, waitMs }: { isFailure: boolean; reason: string; waitMs?: number },
): Promise<void> => {
  const tries = account.tries + (isFailure ? 1 : 0)
  const after = waitMs ?? resolveWait(tries, Math.random())
  const runAt = new Date(clock.now().getTime() + after)
  await tx.rows(sql`update hosting_accounts set tries = ${tries}, last_error = ${reason.slice(0, 500)},
    next_try_at = ${runAt.toISOString()}, updated_at = ${clock.now().toISOString()}
    where id = ${account.id}`)
  await queueConverge(tx, { accountId: account.id, isUrgent: account.wanted === 'on', runAt })
}
