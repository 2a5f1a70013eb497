import type { Payload } from 'payload'

import type { Told } from '../messages'

import { DomainError } from '../../kernel/errors'
import { newId, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock, formatDay, wibDay } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { assertOverdue, lockOwn, type OwnOrder } from '../actions/lockOwn'
import { contractParams, panelUrlOf, toStaff } from '../messages'
import { overdueRuntime } from '../runtime'
import { chanceMachine } from './machine'
import { isChanceDay, lastChanceDay } from './rules'

/** @throws DomainError `chance.badDay` */
export const assertDay = (told: Told, until: string): void => {
  const { chanceDays: most } = overdueRuntime.get(told.tx.payload)
  if (!isChanceDay({ most, today: told.today, until: wibDay(until) })) {
    const last = formatDay(lastChanceDay(told.today, most), 'id')
    throw new DomainError('chance.badDay', { field: 'until', until: last })
  }
}

/** @throws DomainError `chance.reasonRequired` */
export const assertReason = (reason: string): void => {
  if (reason.trim().length < 5) {
    throw new DomainError('chance.reasonRequired', { field: 'reason' })
  }
}

/** Chances that were given to a contract so far, and the number of the next row. */
export const countChances = async (
  tx: Tx,
  orderId: string,
): Promise<{ given: number; next: number }> => {
  const [row] = await tx.rows<{ given: number; next: number }>(sql`
    select (count(*) filter (where state in ('active', 'kept', 'broken', 'withdrawn')))::int as given,
      (coalesce(max(count), 0) + 1)::int as next from chances where order_id = ${orderId}`)
  return row ?? { given: 0, next: 1 }
}

/** Writes a chance that nobody has decided yet; answers its id. */
export const insertChance = async (
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
