import type { Payload } from 'payload'

import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { lockAccount } from '../accounts/scene'
import { raiseAlarm } from '../converge/alarm'
import { queueConverge } from '../converge/job'

/** How long a wish may stay without its effect before people are called. */
export const LATE_MS = 5 * 60_000

const BATCH = 500

type Due = { id: string; isUrgent: boolean }

/** What is due and has nobody at work on it: its job was lost, or it waits for its turn. */
const restartDue = async (payload: Payload, now: Date): Promise<void> => {
  const at = now.toISOString()
  const due = await queryRows<Due>(
    payload,
    sql`select id, wanted = 'on' as "isUrgent" from hosting_accounts
      where next_try_at <= ${at} and (lease_until is null or lease_until <= ${at})
      order by wanted = 'on' desc, next_try_at limit ${BATCH}`,
  )
  await doEach(due, ({ id: accountId, isUrgent }) =>
    queueConverge({ rows: (query) => queryRows(payload, query) }, { accountId, isUrgent }),
  )
}

/** What is apart from its wish: not seen as it is wanted, or not moved to where it was seen. */
export const APART = sql`a.state in ('active', 'provisioning', 'suspended') and (
  (a.wanted = 'on' and (a.observed <> 'on' or a.state <> 'active'))
  or (a.wanted = 'off' and (a.observed in ('on', 'unknown')
    or (a.observed = 'off' and a.state <> 'suspended')))
  or a.wanted = 'gone')`

/** Calls people to what has been apart for long; where they are asked already, their task says so. */
const alarmLate = async (payload: Payload, now: Date): Promise<void> => {
  const since = new Date(now.getTime() - LATE_MS).toISOString()
  const late = await queryRows<{ id: string; reason: string }>(
    payload,
    sql`select a.id, coalesce(a.last_error, 'Belum dikerjakan') as reason from hosting_accounts a
      where ${APART} and a.wanted_at <= ${since} and a.alarmed_at is null
        and not exists (select from hosting_tasks t where t.account_id = a.id and t.wish = a.wish
          and t.state = 'open')
      order by a.wanted_at limit ${BATCH}`,
  )
  await doEach(late, ({ id, reason }) =>
    runInTransaction(payload, async (tx) => {
      const account = await lockAccount(tx, id)
      if (account) {
        await raiseAlarm(tx, account, `Belum seperti yang diinginkan: ${reason}`)
      }
    }),
  )
}

/** Every minute: what was left alone goes on, and what hangs is called out. */
export const tendHosting = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<void> => {
  await restartDue(payload, now)
  await alarmLate(payload, now)
}
