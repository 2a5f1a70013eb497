import type { OpenCase, Scene } from '../sweep/scene'

import { type Actor, fireEvent, newId, type SQL, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock, type WibDay, wibDayOf } from '../../kernel/time'
import { overdueCaseMachine } from './machine'

/**
 * The open case of a contract; a new one when there is none. A second one at the same time is refused
 * by the database. Under the order's lock.
 */
export const openCase = async (tx: Tx, scene: Scene, today: WibDay): Promise<OpenCase> => {
  if (scene.openCase) {
    return scene.openCase
  }
  const opened: OpenCase = {
    askedOn: null,
    id: newId(),
    openedOn: today,
    proposedOn: null,
    state: overdueCaseMachine.initial,
    suspendedOn: null,
  }
  const at = clock.now().toISOString()
  await tx.rows(sql`insert into overdue_cases
      (id, order_id, customer_id, state, opened_on, created_at, updated_at)
    values (${opened.id}, ${scene.orderId}, ${scene.customerId}, ${opened.state}, ${today}, ${at}, ${at})`)
  scene.openCase = opened
  return opened
}

/** Fires an event of the open case and keeps the scene true. Under the order's lock. */
export const fireCase = async (
  tx: Tx,
  args: {
    actor: Actor
    event: string
    note?: { metadata?: Record<string, unknown>; reason?: string }
    opened: OpenCase
    seen?: string | undefined
    set?: SQL
  },
): Promise<string> => {
  const { opened, ...event } = args
  const { to } = await fireEvent({
    ...event,
    id: opened.id,
    machine: overdueCaseMachine,
    table: 'overdue_cases',
    tx,
  })
  opened.state = to
  return to
}

/** The customer is asked to pay or to be suspended; once asked, asking again changes nothing. */
export const askForChoice = async (
  tx: Tx,
  args: { actor?: Actor; opened: OpenCase; reason?: string; today: WibDay },
): Promise<void> => {
  const { actor = SYSTEM, opened, reason, today } = args
  if (opened.state === overdueCaseMachine.initial) {
    await fireCase(tx, {
      actor,
      event: 'askChoice',
      ...(reason ? { note: { reason } } : {}),
      opened,
      set: sql`asked_on = ${today}`,
    })
    opened.askedOn = today
  }
}

/** Nothing is overdue any more. */
export const resolveCase = async (tx: Tx, opened: OpenCase, reason: string): Promise<void> => {
  await fireCase(tx, {
    actor: SYSTEM,
    event: 'resolve',
    note: { reason },
    opened,
    set: sql`resolved_at = ${clock.now().toISOString()}, proposed_on = null`,
  })
}

/** A suspension is proposed to staff, once a day at most. */
export const proposeSuspension = async (tx: Tx, opened: OpenCase): Promise<void> => {
  const day = wibDayOf(clock.now())
  await tx.rows(sql`update overdue_cases set proposed_on = ${day},
    updated_at = ${clock.now().toISOString()} where id = ${opened.id}`)
  opened.proposedOn = day
}

/** The service is wanted off for what is unpaid. */
export const noteSuspension = async (tx: Tx, opened: OpenCase): Promise<void> => {
  const day = wibDayOf(clock.now())
  await tx.rows(sql`update overdue_cases set suspended_on = ${day}, proposed_on = null,
    updated_at = ${clock.now().toISOString()} where id = ${opened.id}`)
  opened.suspendedOn = day
}
