import type { Tx } from '../../kernel/payload'
import type { AccountScene } from '../accounts/scene'
import type { HostingCustomerEvent } from './news'

import { queueStockRefresh } from '../../catalog'
import { fireEvent, type SQL, sql, SYSTEM } from '../../kernel/payload'
import { addMonths, clock, wibDayOf } from '../../kernel/time'
import { hostingMachine } from '../accounts/machine'
import { tellCustomer, tellStaff } from './news'
import { resolveEvent } from './rules'

type SeenEvent = 'activate' | 'resume' | 'suspend' | 'terminate'

const NEWS: Record<SeenEvent, { event: HostingCustomerEvent; note: string }> = {
  activate: { event: 'hosting.ready', note: 'Sudah menyala.' },
  resume: { event: 'hosting.resumed', note: 'Sudah menyala lagi.' },
  suspend: { event: 'hosting.suspended', note: 'Sudah ditangguhkan.' },
  terminate: { event: 'hosting.ended', note: 'Sudah dihapus dari server.' },
}

/** WIB day after the last month that was bought. */
const findEnd = async (tx: Tx, account: AccountScene): Promise<string> => {
  const [row] = await tx.rows<{ months: number }>(sql`select coalesce(
      (select (c.terms->>'contractMonths')::int from contracts c where c.order_id = a.order_id limit 1),
      (select p.contract_months::int from products p where p.id = a.product_id), 1) as months
    from hosting_accounts a where a.id = ${account.id}`)
  return addMonths({ anchor: wibDayOf(clock.now()), months: row?.months ?? 1 })
}

/** The first day of service is the first on which it was seen running. */
const setFor = async (tx: Tx, account: AccountScene, event: SeenEvent): Promise<SQL> => {
  const calm = sql`tries = 0, last_error = null, next_try_at = null, alarmed_at = null`
  if (event === 'terminate') {
    return sql`${calm}, secrets_sealed = null`
  }
  return account.activatedAt
    ? calm
    : sql`${calm}, activated_at = ${clock.now().toISOString()}, ends_on = ${await findEnd(tx, account)}`
}

const calmDown = async (tx: Tx, { id }: AccountScene): Promise<void> => {
  await tx.rows(sql`update hosting_accounts set tries = 0, last_error = null, next_try_at = null,
    alarmed_at = null where id = ${id} and (tries > 0 or last_error is not null
      or next_try_at is not null or alarmed_at is not null)`)
}

/**
 * What was seen is what is wanted: the state follows it, and customer and staff are told once. Under the
 * locks of order and service; only for a service of which `resolveStep` says `none`.
 */
export const settleAccount = async (tx: Tx, account: AccountScene): Promise<void> => {
  const event = resolveEvent(account.state, account)
  if (!event) {
    await calmDown(tx, account)
    return
  }
  const reason = account.wantedReason ?? ''
  await fireEvent({
    actor: SYSTEM,
    event,
    facts: { isAgreed: account.terminationAgreedBy !== null },
    id: account.id,
    locked: account.state,
    machine: hostingMachine,
    ...(reason && { note: { reason } }),
    set: await setFor(tx, account, event),
    table: 'hosting_accounts',
    tx,
  })
  if (event === 'terminate') {
    await queueStockRefresh(tx, [account.kind])
  }
  const { event: news, note } = NEWS[event]
  const step = String(account.wish)
  await tellCustomer(tx, account, { event: news, note: '', step })
  await tellStaff(tx, account, {
    event: 'hosting.changed',
    note: reason ? `${note} ${reason}` : note,
    step: `${event}/${step}`,
  })
}
