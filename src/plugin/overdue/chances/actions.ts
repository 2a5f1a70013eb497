import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { Told } from '../messages'

import { unblockService } from '../../hosting'
import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { assertOverdue, lockTold } from '../actions/lockOwn'
import { contractParams, toCustomer } from '../messages'
import { overdueRuntime } from '../runtime'
import { chanceMachine } from './machine'
import { assertDay, assertReason, countChances, insertChance } from './request'
import { mayGrant } from './rules'

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
  runInTransaction(payload, (tx) => grantChanceIn(tx, grant))

/** The same, in a transaction that is open already. */
export const grantChanceIn = async (tx: Tx, grant: Grant): Promise<{ id: string }> => {
  const { actor, orderId, reason, until } = grant
  const told = await lockTold(tx, orderId)
  assertOverdue(told)
  if (told.scene.chance) {
    throw new DomainError('chance.running')
  }
  assertReason(reason)
  assertDay(told, until)
  const { given } = await countChances(tx, orderId)
  const { chances: most } = overdueRuntime.get(tx.payload)
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
}

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
