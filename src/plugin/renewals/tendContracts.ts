import type { Payload } from 'payload'

import {
  type AccountScene,
  findBlockers,
  hostingRuntime,
  lockAccount,
  tellCustomer,
  tellStaff,
  wantService,
} from '../hosting'
import { queryRows, runInTransaction, sql, type Tx } from '../kernel/payload'
import { doEach } from '../kernel/queue'
import { clock, formatDay, type WibDay, wibDay, wibDayOf } from '../kernel/time'
import { orderFulfilmentOwner } from '../orders'
import { contractMonthsOf } from '../plans'
import { findReminder, resolveEndsOn, resolveNextEnd } from './rules'

const BATCH = 200

const LIVE = sql`h.state in ('active', 'suspended') and h.wanted <> 'gone'`

type Begun = { activatedAt: string; id: string; months: null | number }

/** Gives every service that runs the last day of its contract. */
const fixEnds = async (payload: Payload): Promise<void> => {
  const begun = await queryRows<Begun>(
    payload,
    sql`select h.id, h.activated_at as "activatedAt", p.contract_months::int as months
      from hosting_accounts h left join products p on p.id = h.product_id
      where ${LIVE} and h.ends_on is null and h.activated_at is not null limit ${BATCH}`,
  )
  await doEach(begun, async ({ activatedAt, id, months }) => {
    const contractMonths = contractMonthsOf({ contractMonths: months ?? undefined })
    const endsOn = resolveEndsOn(wibDayOf(new Date(activatedAt)), contractMonths)
    await queryRows(
      payload,
      sql`update hosting_accounts set ends_on = ${endsOn} where id = ${id} and ends_on is null`,
    )
  })
}

type Due = { endsOn: string; id: string; orderId: string }

const lockDue = async (tx: Tx, { id, orderId }: Due): Promise<AccountScene | null> => {
  await orderFulfilmentOwner.lock(tx, orderId)
  const account = await lockAccount(tx, id)
  return account?.orderId === orderId ? account : null
}

/** Not renewed: no order, or one that was cancelled. */
const UNRENEWED = sql`not exists (select from orders r where r.id = h.renewal_id and r.state <> 'cancelled')`

/** Reminds of the end of contracts, each step once, after an outage only of the latest. */
const remind = async (payload: Payload, today: WibDay, days: readonly number[]): Promise<void> => {
  const due = await queryRows<Due>(
    payload,
    sql`select h.id, h.order_id as "orderId", h.ends_on as "endsOn" from hosting_accounts h
      where ${LIVE} and ${UNRENEWED} and h.ending_when is null and h.ends_on >= ${today}
        and h.ends_on::date - ${today}::date <= ${days[0] ?? 0} order by h.ends_on limit ${BATCH}`,
  )
  await doEach(due, (row) =>
    runInTransaction(payload, async (tx) => {
      const endsOn = wibDay(row.endsOn)
      const step = findReminder({ days, endsOn, today })
      const account = step === null ? null : await lockDue(tx, row)
      if (account) {
        await tellCustomer(tx, account, {
          event: 'hosting.renewalDue',
          note: formatDay(endsOn, account.locale),
          step: `renewal ${endsOn}/${step}`,
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
      where ${LIVE} and ${UNRENEWED} and h.ends_on < ${today} and h.termination_at is null
        and not exists (select from notifications m where m.event = 'hosting.decision'
          and m.step = h.id::text || '/ended ' || h.ends_on) order by h.ends_on limit ${BATCH}`,
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

type Renewed = { item: string; months: null | number; next: string } & Due

/** The service belongs to its renewal from now on: its debts decide whether it is on. */
const changeOver = async (tx: Tx, renewed: Renewed): Promise<void> => {
  const { endsOn, id, item, months, next } = renewed
  for (const orderId of [renewed.orderId, next].toSorted()) {
    await orderFulfilmentOwner.lock(tx, orderId)
  }
  const account = await lockAccount(tx, id)
  if (account?.orderId !== renewed.orderId) {
    return
  }
  const contractMonths = contractMonthsOf({ contractMonths: months ?? undefined })
  await tx.rows(sql`update hosting_accounts set order_id = ${next}::uuid, order_item_id = ${item}::uuid,
    unit = 1, renewal_id = null, ends_on = ${resolveNextEnd(wibDay(endsOn), contractMonths)},
    ending_when = null, ending_reason = null, ending_asked_at = null,
    updated_at = ${clock.now().toISOString()} where id = ${id}`)
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
    sql`select h.id, h.order_id as "orderId", h.ends_on as "endsOn", r.id as next, i.id as item,
        p.contract_months::int as months
      from hosting_accounts h join orders r on r.id = h.renewal_id
        join order_items i on i.order_id = r.id left join products p on p.id = h.product_id
      where ${LIVE} and h.ends_on < ${today} and r.state = 'open'
        and r.payment_state in ('partly_paid', 'paid') limit ${BATCH}`,
  )
  await doEach(renewed, (row) => runInTransaction(payload, (tx) => changeOver(tx, row)))
}

/** Looks after the ends of contracts. Safe to run twice and by two workers. */
export const tendContracts = async (payload: Payload, now: Date): Promise<void> => {
  const today = wibDayOf(now)
  const { renewalDays } = hostingRuntime.get(payload)
  await fixEnds(payload)
  await changeAll(payload, today)
  await remind(payload, today, renewalDays)
  await tellEnded(payload, today)
}
