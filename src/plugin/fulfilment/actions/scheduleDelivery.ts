import type { Actor, Tx } from '../../kernel/payload'
import type { LockedFulfilment } from './moveRow'

import { sql } from '../../kernel/payload'
import { addWorkingTime, clock } from '../../kernel/time'
import { findCalendar } from '../holidays/calendar'
import { fulfilmentRuntime } from '../runtime'
import { lockFulfilment, moveRow } from './moveRow'

/** So long after `from` what is promised next has to be done: as long as a first step may take. */
const findDeadline = async (tx: Tx, row: LockedFulfilment, from: Date): Promise<Date> => {
  const { startHours } = fulfilmentRuntime.get(tx.payload).pledges[row.kind]
  const deadline = addWorkingTime(from, startHours, await findCalendar(tx, clock.now()))
  const startBy = new Date(row.startBy)
  return deadline > startBy ? deadline : startBy
}

const postpone = async (tx: Tx, row: LockedFulfilment, until: Date): Promise<void> => {
  const at = until.toISOString()
  await tx.rows(sql`update fulfilments set deliver_by = ${at}, due_at = ${at}, reminded = null,
      updated_at = ${clock.now().toISOString()} where id = ${row.id}`)
}

/**
 * A date was agreed on, or another one in its place: the delivery is scheduled, belongs to the host
 * unless somebody has it already, and is to be finished by `deliverBy` where that was agreed on, too,
 * else within the hours of a first step after the session. Under the order's lock; the order follows.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`
 */
export const scheduleDelivery = async (
  tx: Tx,
  args: {
    actor: Actor
    deliverBy?: Date
    deliveryId: string
    endsAt: Date
    hostId: null | string
  },
): Promise<void> => {
  const { actor, deliveryId, endsAt, hostId } = args
  const row = await lockFulfilment(tx, deliveryId)
  const deliverBy = args.deliverBy ?? (await findDeadline(tx, row, endsAt))
  if (row.state === 'scheduled') {
    await postpone(tx, row, deliverBy)
  } else {
    await moveRow({
      actor,
      event: 'schedule',
      row: { ...row, deliverBy },
      set: sql`deliver_by = ${deliverBy.toISOString()},
        assignee_id = coalesce(assignee_id, ${hostId}::uuid)`,
      tx,
    })
  }
  await fulfilmentRuntime.get(tx.payload).owner.follow(tx, row.orderId)
}

/**
 * The date is off: another has to be found, within the hours of a first step from now on. Under the
 * order's lock; the order follows.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`
 */
export const unscheduleDelivery = async (
  tx: Tx,
  args: { actor: Actor; deliveryId: string; reason: string },
): Promise<void> => {
  const { actor, deliveryId, reason } = args
  const row = await lockFulfilment(tx, deliveryId)
  const deliverBy = await findDeadline(tx, row, clock.now())
  await moveRow({
    actor,
    event: 'unschedule',
    note: { reason },
    row: { ...row, deliverBy },
    set: sql`deliver_by = ${deliverBy.toISOString()}`,
    tx,
  })
  await fulfilmentRuntime.get(tx.payload).owner.follow(tx, row.orderId)
}
