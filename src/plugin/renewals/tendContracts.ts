import type { Payload } from 'payload'

import {
  type AccountScene,
  type BlockerKind,
  blockService,
  findBlockers,
  findContractMonths,
  hostingRuntime,
  lockAccount,
  tellCustomer,
  tellKept,
  tellStaff,
  wantService,
} from '../hosting'
import { queryRows, runInTransaction, type SQL, sql, SYSTEM, type Tx } from '../kernel/payload'
import { doEach } from '../kernel/queue'
import { clock, formatDay, type WibDay, wibDay, wibDayOf } from '../kernel/time'
import { orderFulfilmentOwner } from '../orders'
import { resolveNextEnd } from './rules'

const BATCH = 200

const LIVE = sql`h.state in ('active', 'suspended') and h.wanted <> 'gone'`

type Due = { endsOn: string; id: string; orderId: string }

const lockDue = async (tx: Tx, { id, orderId }: Due): Promise<AccountScene | null> => {
  await orderFulfilmentOwner.lock(tx, orderId)
  const account = await lockAccount(tx, id)
  return account?.orderId === orderId ? account : null
}

/** Not renewed: no order, or one that was cancelled. */
const UNRENEWED = sql`not exists (select from orders r where r.id = h.renewal_id and r.state <> 'cancelled')`

/** Whether a step was told of a service `h` already. */
const isTold = (event: string, step: SQL): SQL => sql`exists (select from notifications m
  where m.event = ${event} and m.step = h.id::text || '/' || ${step})`

/** The reminder that is due for a service `h`, in days before its end; null before the first. */
const reminderOf = (days: readonly number[], today: WibDay): SQL => sql`(select min(d)
  from unnest(array[${sql.join(
    [...days].map((day) => sql`${day}::int`),
    sql`, `,
  )}]) d
  where h.ends_on::date - ${today}::date <= d)`

/** Its renewal has begun: agreed on where it has to be, and paid for as far as it is due. */
const HAS_BEGUN = sql`exists (select from orders r where r.id = h.renewal_id and r.state = 'open'
  and r.payment_state in ('partly_paid', 'paid'))`

/** Reminds of the end of contracts, each step once, after an outage only of the latest. */
const remind = async (payload: Payload, today: WibDay, days: readonly number[]): Promise<void> => {
  if (days.length === 0) {
    return
  }
  const reminder = reminderOf(days, today)
  const step = sql`'renewal ' || h.ends_on || '/' || ${reminder}`
  const due = await queryRows<{ step: string } & Due>(
    payload,
    sql`select h.id, h.order_id as "orderId", h.ends_on as "endsOn", ${step} as step
      from hosting_accounts h
      where ${LIVE} and ${UNRENEWED} and h.ending_when is null and h.termination_at is null
        and h.ends_on >= ${today} and ${reminder} is not null
        and not ${isTold('hosting.renewalDue', step)} order by h.ends_on limit ${BATCH}`,
  )
  await doEach(due, (row) =>
    runInTransaction(payload, async (tx) => {
      const account = await lockDue(tx, row)
      if (account) {
        await tellCustomer(tx, account, {
          event: 'hosting.renewalDue',
          note: formatDay(wibDay(row.endsOn), account.locale),
          step: row.step,
        })
      }
    }),
  )
}

/** Tells customer and staff, once, that a contract has ended without a renewal; staff decide. */
const tellEnded = async (payload: Payload, today: WibDay): Promise<void> => {
  const ended = await queryRows<Due>(
    payload,
    sql`select h.id, h.order_id as "orderId", h.ends_on as "endsOn" from hosting_accounts h
      where ${LIVE} and not ${HAS_BEGUN} and h.ends_on < ${today} and h.termination_at is null
        and not ${isTold('hosting.contractEnded', sql`'ended ' || h.ends_on`)}
      order by h.ends_on limit ${BATCH}`,
  )
  await doEach(ended, (row) =>
    runInTransaction(payload, async (tx) => {
      const account = await lockDue(tx, row)
      if (!account) {
        return
      }
      const endsOn = wibDay(row.endsOn)
      const step = `ended ${endsOn}`
      const note = formatDay(endsOn, account.locale)
      await tellCustomer(tx, account, { event: 'hosting.contractEnded', note, step })
      await tellStaff(tx, account, {
        event: 'hosting.decision',
        note: `Kontrak berakhir ${formatDay(endsOn, 'id')} tanpa perpanjangan.`,
        step,
      })
    }),
  )
}

type Renewed = { item: string; next: string } & Due

/** Reasons that are about the service and not about the money of a contract: they go with it. */
const CARRIED: readonly string[] = ['abuse', 'admin']

const carryBlockers = async (tx: Tx, { next, orderId }: Renewed): Promise<void> => {
  const blockers = await tx.rows<{ kind: BlockerKind; reason: string; setBy: string }>(sql`
    select kind, reason, set_by as "setBy" from service_blockers
    where order_id = ${orderId} and state = 'active' order by created_at, id`)
  for (const { kind, reason, setBy } of blockers.filter((each) => CARRIED.includes(each.kind))) {
    await blockService(tx, { actor: { ...SYSTEM, label: setBy }, kind, orderId: next, reason })
  }
}

/** Whoever has paid for another term keeps his service: an end that was decided before is taken back. */
const takeEndBack = async (tx: Tx, account: AccountScene): Promise<void> => {
  if (account.terminationAt) {
    await tellKept(tx, account)
    await tellStaff(tx, account, {
      event: 'hosting.decision',
      note: 'Perpanjangan sudah dibayar, jadi usulan penghapusan dibatalkan. Usulkan lagi bila perlu.',
      step: `renewed ${account.terminationAt}`,
    })
  }
}

const moveOver = async (tx: Tx, renewed: Renewed): Promise<void> => {
  const { endsOn, id, item, next } = renewed
  const at = clock.now().toISOString()
  const months = await findContractMonths(tx, { accountId: id, orderId: next })
  await tx.rows(sql`insert into hosting_terms (account_id, order_id, order_item_id, unit, ended_on, changed_at)
    select id, order_id, order_item_id, unit::int, ${endsOn}, ${at} from hosting_accounts where id = ${id}`)
  await tx.rows(sql`update hosting_accounts set order_id = ${next}::uuid, order_item_id = ${item}::uuid,
    unit = 1, renewal_id = null, ends_on = ${resolveNextEnd(wibDay(endsOn), months)},
    ending_when = null, ending_reason = null, ending_asked_at = null, termination_reason = null,
    termination_by = null, termination_by_id = null, termination_at = null,
    termination_agreed_by = null, export_until = null, updated_at = ${at} where id = ${id}`)
}

/** The service belongs to its renewal from now on: its debts decide whether it is on. */
const changeOver = async (tx: Tx, renewed: Renewed): Promise<void> => {
  const { id, next, orderId } = renewed
  for (const each of [orderId, next].toSorted()) {
    await orderFulfilmentOwner.lock(tx, each)
  }
  const account = await lockAccount(tx, id)
  if (account?.orderId !== orderId || account.wanted === 'gone') {
    return
  }
  await takeEndBack(tx, account)
  await carryBlockers(tx, renewed)
  await moveOver(tx, renewed)
  const isOff = (await findBlockers(tx, next)).length > 0
  const moved = await lockAccount(tx, id)
  if (moved) {
    await wantService(tx, moved, { reason: 'Kontrak diperpanjang', wanted: isOff ? 'off' : 'on' })
  }
}

/** Changes services over whose contract has ended and whose renewal has begun. */
const changeAll = async (payload: Payload, today: WibDay): Promise<void> => {
  const renewed = await queryRows<Renewed>(
    payload,
    sql`select h.id, h.order_id as "orderId", h.ends_on as "endsOn", r.id as next, i.id as item
      from hosting_accounts h join orders r on r.id = h.renewal_id
        join order_items i on i.order_id = r.id
      where ${LIVE} and h.ends_on < ${today} and ${HAS_BEGUN} order by h.ends_on limit ${BATCH}`,
  )
  await doEach(renewed, (row) => runInTransaction(payload, (tx) => changeOver(tx, row)))
}

/** Looks after the ends of contracts. Safe to run twice and by two workers. */
export const tendContracts = async (payload: Payload, now: Date): Promise<void> => {
  const today = wibDayOf(now)
  const { renewalDays } = hostingRuntime.get(payload)
  await changeAll(payload, today)
  await remind(payload, today, renewalDays)
  await tellEnded(payload, today)
}
