import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { ChecklistItem } from '../rules'
import type { LockedFulfilment } from './moveRow'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'

/** An entry of its own kind that the shop ticks off; those of other kinds are not its business. */
const findNoHand = (payload: Payload, { id, key }: { id: string; key: string }) =>
  queryRows(
    payload,
    sql`select 1 from fulfilments where id = ${id}
      and checklist @> ${JSON.stringify([{ byShop: true, key }])}::jsonb`,
  )

/**
 * Ticks one entry of a checklist off, or takes the tick back; who and when stay on record. An entry
 * keeps its first tick: to tick twice changes nothing. One statement.
 *
 * @throws DomainError `notFound` for an unknown delivery or entry, and for one that has ended,
 * `fulfilment.tickedByShop`
 */
export const tickCheck = async (
  payload: Payload,
  args: { actor: Actor; id: string; isDone: boolean; key: string },
): Promise<ChecklistItem[]> => {
  const { actor, id, isDone, key } = args
  const now = clock.now().toISOString()
  const tick = JSON.stringify({ doneAt: now, doneBy: actor.label })
  const ticked = isDone ? sql`${tick}::jsonb || c` : sql`c - 'doneAt' - 'doneBy'`
  const [row] = await queryRows<{ checklist: ChecklistItem[] }>(
    payload,
    sql`update fulfilments set updated_at = ${now}, checklist = (
        select jsonb_agg(case when c->>'key' = ${key} then ${ticked} else c end order by at)
        from jsonb_array_elements(checklist) with ordinality as e (c, at))
      where id = ${id} and state not in ('done', 'cancelled')
        and checklist @> ${JSON.stringify([{ key }])}::jsonb
        and not checklist @> ${JSON.stringify([{ byShop: true, key }])}::jsonb
      returning checklist`,
  )
  if (!row) {
    const isShops = (await findNoHand(payload, { id, key })).length > 0
    throw isShops
      ? new DomainError('fulfilment.tickedByShop', { field: 'key' })
      : new DomainError('notFound', { field: 'key' })
  }
  return row.checklist
}

/**
 * Ticks off what the shop itself has done, on a delivery that the caller has locked: these entries, or
 * all of them.
 */
export const tickBySystem = async (
  tx: Tx,
  row: LockedFulfilment,
  keys?: readonly string[],
): Promise<void> => {
  const doneAt = clock.now().toISOString()
  const checklist = row.checklist.map((item) =>
    item.doneAt === undefined && (keys?.includes(item.key) ?? true)
      ? { ...item, doneAt, doneBy: SYSTEM.label ?? 'sistem' }
      : item,
  )
  await tx.rows(
    sql`update fulfilments set checklist = ${JSON.stringify(checklist)}::jsonb, updated_at = ${doneAt}
      where id = ${row.id}`,
  )
  row.checklist = checklist
}

const tickOf = (item: ChecklistItem, isTrue: boolean, doneAt: string): ChecklistItem => {
  const doneBy = SYSTEM.label ?? 'sistem'
  if (isTrue) {
    return item.doneAt === undefined ? { ...item, doneAt, doneBy } : item
  }
  const { doneAt: _at, doneBy: by, ...open } = item
  return by === doneBy ? open : item
}

/**
 * Keeps entries whose truth the shop knows in step with it: ticks those that are true, takes its own
 * ticks back from those that are not. What people have ticked stays. On a delivery that the caller has
 * locked.
 */
export const keepTicks = async (
  tx: Tx,
  row: LockedFulfilment,
  truths: Readonly<Record<string, boolean>>,
): Promise<void> => {
  const at = clock.now().toISOString()
  const checklist = row.checklist.map((item) => {
    const isTrue = truths[item.key]
    return isTrue === undefined ? item : tickOf(item, isTrue, at)
  })
  await tx.rows(
    sql`update fulfilments set checklist = ${JSON.stringify(checklist)}::jsonb, updated_at = ${at}
      where id = ${row.id}`,
  )
  row.checklist = checklist
}
