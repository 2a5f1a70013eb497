import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { Told } from '../messages'

import { unblockService } from '../../hosting'
import { DomainError } from '../../kernel/errors'
import { fireEvent, newId, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock, formatDay, wibDay } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { assertOverdue, lockOwn, lockTold, type OwnOrder } from '../actions/lockOwn'
import { contractParams, panelUrlOf, toCustomer, toStaff } from '../messages'
import { overdueRuntime } from '../runtime'
import { chanceMachine } from './machine'
import { isChanceDay, lastChanceDay, mayGrant } from './rules'

const assertDay = (told: Told, until: string): void => {
  const { chanceDays: most } = overdueRuntime.get(told.tx.payload)
  if (!isChanceDay({ most, today: told.today, until: wibDay(until) })) {
    const last = formatDay(lastChanceDay(told.today, most), 'id')
    throw new DomainError('chance.badDay', { field: 'until', until: last })
  }
}

const assertReason = (reason: string): void => {
  if (reason.trim().length < 5) {
    throw new DomainError('chance.reasonRequired', { field: 'reason' })
  }
}

/** Chances that were given to a contract so far, and the number of the next row. */
const countChances = async (tx: Tx, orderId: string): Promise<{ given: number; next: number }> => {
  const [row] = await tx.rows<{ given: number; next: number }>(sql`
    select (count(*) filter (where state in ('active', 'kept', 'broken', 'withdrawn')))::int as given,
      (coalesce(max(count), 0) + 1)::int as next from chances where order_id = ${orderId}`)
  return row ?? { given: 0, next: 1 }
}

const insertChance = async (
  told: Told,
  wished: { until: null | string; wish: null | string },
): Promise<string> => {
  const { customerId, orderId } = told.scene
  const { next } = await countChances(told.tx, orderId)
  const id = newId()
  const at = clock.now().toISOString()
  await told.tx.rows(sql`insert into chances (id, order_id, customer_id, state, count, wished_until,
      wish, created_at, updated_at)
    values (${id}, ${orderId}, ${customerId}, ${chanceMachine.initial}, ${next}, ${wished.until},
      ${wished.wish}, ${at}, ${at})`)
  return id
}

/**
 * A customer in arrears asks for more time (*Minta perpanjangan waktu*). Staff are told and decide.
 *
 * @throws DomainError `order.notFound`, `overdue.noContract`, `overdue.nothingOverdue`,
 * `chance.running`, `chance.badDay` (field `until`), `chance.reasonRequired`
 */
export const askForChance = (
  payload: Payload,
  args: { own: OwnOrder; until: string; wish: string },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { own, until, wish } = args
    const told = await lockOwn(tx, own)
    assertOverdue(told)
    if (told.scene.chance || told.scene.requestedChance) {
      throw new DomainError('chance.running')
    }
    assertReason(wish)
    assertDay(told, until)
    const id = await insertChance(told, { until, wish: wish.trim() })
    const params = {
      ...contractParams(told, told.standing.toBecomeCurrent),
      url: panelUrlOf(told),
      wish: wish.trim(),
      wishedUntil: until,
    }
    await queueMessages({
      messages: await toStaff(told, { event: 'chance.asked', params }, id),
      tx,
    })
  })

const fire = (
  tx: Tx,
  args: { actor: Actor; event: string; id: string; reason: string; until?: string },
): Promise<unknown> => {
  const { actor, event, id, reason, until } = args
  const at = clock.now().toISOString()
  const decided = sql`reason = ${reason}, granted_by = ${actor.label ?? null}, decided_at = ${at}`
  return fireEvent({
    actor,
    event,
    id,
    machine: chanceMachine,
    note: { reason, ...(until ? { metadata: { until } } : {}) },
    set: until ? sql`${decided}, until = ${until}` : sql`${decided}, ended_at = ${at}`,
    table: 'chances',
    tx,
  })
}

const lookSoon = (tx: Tx, { scene }: Told): Promise<unknown> =>
  tx.rows(sql`update contracts set look_at = ${clock.now().toISOString()}
    where id = ${scene.contractId}`)

const tell = async (
  told: Told,
  args: { event: 'chance.declined' | 'chance.withdrawn'; id: string; text: string },
): Promise<void> => {
  const { event, id, text } = args
  const params = { ...contractParams(told, told.standing.toBecomeCurrent), text }
  await queueMessages({ messages: [toCustomer(told, { event, params }, id)], tx: told.tx })
}

/** What a grant says. */
export type Grant = {
  actor: Actor
  orderId: string
  reason: string
  /** Last WIB day of the window. */
  until: string
}

/**
 * Grants a chance until a WIB day: nothing is suspended in its window, and what was suspended for the
 * arrears is wanted on again. A request that waits is granted with it. The customer is told.
 *
 * @throws DomainError `overdue.noContract`, `overdue.nothingOverdue`, `chance.running`,
 * `chance.badDay`, `chance.reasonRequired`, `chance.noneLeft`
 */
export const grantChance = (payload: Payload, grant: Grant): Promise<{ id: string }> =>
  runInTransaction(payload, async (tx) => {
    const { actor, orderId, reason, until } = grant
    const told = await lockTold(tx, orderId)
    assertOverdue(told)
    if (told.scene.chance) {
      throw new DomainError('chance.running')
    }
    assertReason(reason)
    assertDay(told, until)
    const { given } = await countChances(tx, orderId)
    const { chances: most } = overdueRuntime.get(payload)
    if (!mayGrant({ given, most, role: actor.role })) {
      throw new DomainError('chance.noneLeft', { count: given })
    }
    const id = told.scene.requestedChance ?? (await insertChance(told, { until: null, wish: null }))
    await fire(tx, { actor, event: 'grant', id, reason: reason.trim(), until })
    const kinds = ['unpaid', 'customer_choice'] as const
    await unblockService(tx, { actor, kinds, orderId, reason: `Kesempatan sampai ${until}` })
    await tx.rows(sql`update overdue_cases set proposed_on = null, suspended_on = null,
      updated_at = ${clock.now().toISOString()} where order_id = ${orderId} and state <> 'resolved'`)
    await lookSoon(tx, told)
    const amount = told.standing.toBecomeCurrent
    const params = { ...contractParams(told, amount), text: reason.trim(), until }
    const message = toCustomer(told, { event: 'chance.granted', params }, id)
    await queueMessages({ messages: [message], tx })
    return { id }
  })

/** A decision about a chance that was asked for or is running. */
export type ChanceDecision = { actor: Actor; orderId: string; reason: string }

/**
 * Declines what the customer asked for; he is told why.
 *
 * @throws DomainError `overdue.noContract`, `notFound`, `chance.reasonRequired`
 */
export const declineChance = (payload: Payload, decision: ChanceDecision): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { actor, orderId, reason } = decision
    const told = await lockTold(tx, orderId)
    const id = told.scene.requestedChance
    if (!id) {
      throw new DomainError('notFound')
    }
    assertReason(reason)
    await fire(tx, { actor, event: 'decline', id, reason: reason.trim() })
    await tell(told, { event: 'chance.declined', id, text: reason.trim() })
  })

/**
 * Withdraws a running chance: from tomorrow on the ladder goes on. The customer is told why.
 *
 * @throws DomainError `overdue.noContract`, `notFound`, `chance.reasonRequired`
 */
export const withdrawChance = (payload: Payload, decision: ChanceDecision): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { actor, orderId, reason } = decision
    const told = await lockTold(tx, orderId)
    const id = told.scene.chance?.id
    if (!id) {
      throw new DomainError('notFound')
    }
    assertReason(reason)
    await fire(tx, { actor, event: 'withdraw', id, reason: reason.trim() })
    await lookSoon(tx, told)
    await tell(told, { event: 'chance.withdrawn', id, text: reason.trim() })
  })
