import type { ContractRow, InstalmentWithMoney, PaymentState } from '../../instalments'
import type { Locale } from '../../kernel/errors'

import { hasKept } from '../../booking'
import { holidaysSince, selectHolidays } from '../../fulfilment'
import { selectContract, selectInstalments, sortByTurn } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { defineStatement, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'

/** The attempt of an order that can still be paid. */
export type OpenAttempt = {
  amount: number
  createdAt: string
  expiresAt: string
  failureReason: null | string
  id: string
  instalmentSet: string
  merchantOrderId: string
  paymentUrl: null | string
  reference: null | string
}

/** An order under lock, with its debts and attempts. */
export type LockedOrder = {
  /** What was agreed when it is paid in instalments; null for everything else. */
  contract: ContractRow | null
  /** Account of the buyer; null for a guest. */
  customerId: null | string
  email: string
  /** Whether times for sessions are kept, to be agreed once it is paid. */
  hasKept: boolean
  /** WIB days on which nobody works, from yesterday on: deadlines are counted around them. */
  holidays: string[]
  id: string
  instalments: InstalmentWithMoney[]
  items: { amount: number; id: string; kind: string; quantity: number; title: string }[]
  /** Number of the last attempt; 0 before the first. */
  lastAttempt: number
  locale: Locale
  /** Whether it waits, or has waited, for an agreement. */
  needsSpk: boolean
  name: string
  number: string
  openAttempt: null | OpenAttempt
  paymentState: PaymentState
  phone: string
  placedAt: string
  state: string
  token: string
  total: number
}

const OPEN_ATTEMPT = sql`(select json_build_object('id', p.id,
    'merchantOrderId', p.merchant_order_id, 'amount', p.amount,
    'instalmentSet', p.instalment_set, 'reference', p.reference,
    'paymentUrl', p.payment_url, 'createdAt', p.created_at, 'expiresAt', p.expires_at,
    'failureReason', p.failure_reason)
  from payments p where p.order_id = o.id and p.state in ('created', 'pending')
  order by p.attempt desc limit 1)`

const ITEMS = sql`(select coalesce(json_agg(json_build_object('id', i.id, 'kind', i.kind,
    'title', i.title, 'quantity', i.quantity, 'amount', i.amount) order by i.seq), '[]')
  from order_items i where i.order_id = o.id)`

const READ = defineStatement<{ id: string; since: string }>(
  (value) => sql`
    select o.id, o.token, o.number, o.state::text as state, o.payment_state::text as "paymentState",
      o.total::float8 as total, o.customer_id::text as "customerId", o.email, o.customer_name as name, o.phone, o.locale, coalesce(o.needs_spk, false) as "needsSpk",
      o.placed_at as "placedAt", ${ITEMS} as items, ${selectHolidays(value('since'))} as holidays,
      ${hasKept(sql`o.id`)} as "hasKept", ${selectContract(sql`o.id`)} as contract, ${selectInstalments(sql`o.id`)} as instalments, ${OPEN_ATTEMPT} as "openAttempt", coalesce((select max(p.attempt) from payments p
        where p.order_id = o.id), 0)::int as "lastAttempt"
    from orders o where o.id = ${value('id')}`,
)

/**
 * Locks one order and reads it. The lock comes first, in a statement of its own: what follows then
 * sees everything that the lock's last holder committed.
 *
 * @throws DomainError `order.notFound`
 */
export const lockOrder = async (tx: Tx, where: SQL): Promise<LockedOrder> => {
  const [locked] = await tx.rows<{ id: string }>(
    sql`select o.id from orders o where ${where} for no key update`,
  )
  if (!locked) {
    throw new DomainError('order.notFound')
  }
  const since = holidaysSince(clock.now())
  const [row] = await tx.rows<LockedOrder>(READ({ id: locked.id, since }))
  if (!row) {
    throw new DomainError('order.notFound')
  }
  return { ...row, placedAt: new Date(row.placedAt).toISOString() }
}

/** What is still owed on one open instalment, in rupiah. */
export type Owed = { due: number; seq: number }

/** What is still owed on each open instalment, in the order in which money pays them. */
export const findOwed = ({ instalments }: Pick<LockedOrder, 'instalments'>): Owed[] =>
  sortByTurn({ instalments, today: wibDayOf(clock.now()) }).map(({ amount, paid, seq }) => ({
    due: amount - paid,
    seq,
  }))

/** Rupiah owed on the given instalments. */
export const sumOwed = (owed: readonly Owed[]): number =>
  owed.reduce((sum, { due }) => sum + due, 0)
