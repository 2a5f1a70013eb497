import type { Tx } from '../../kernel/payload'
import type { AccountScene } from '../accounts/scene'
import type { HostingCustomerEvent } from './news'

import { queueStockRefresh } from '../../catalog'
import { fireEvent, type SQL, sql, SYSTEM } from '../../kernel/payload'
import { addDays, addMonths, clock, type WibDay, wibDayOf } from '../../kernel/time'
import { hostingMachine } from '../accounts/machine'
import { findContractMonths } from '../accounts/months'
import { wakeWaiting } from '../servers/waiting'
import { tellCustomer, tellStaff } from './news'
import { resolveEvent } from './rules'

type SeenEvent = 'activate' | 'resume' | 'suspend' | 'terminate'

const NEWS: Record<SeenEvent, { event: HostingCustomerEvent; note: string }> = {
  activate: { event: 'hosting.ready', note: 'Sudah menyala.' },
  resume: { event: 'hosting.resumed', note: 'Sudah menyala lagi.' },
  suspend: { event: 'hosting.suspended', note: 'Sudah ditangguhkan.' },
  terminate: { event: 'hosting.ended', note: 'Sudah dihapus dari server.' },
}

/** The last WIB day of the months that were bought. */
const findEnd = async (tx: Tx, { id: accountId, orderId }: AccountScene): Promise<WibDay> => {
  const months = await findContractMonths(tx, { accountId, orderId })
  return addDays(addMonths({ anchor: wibDayOf(clock.now()), months }), -1)
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
    await wakeWaiting(tx)
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
