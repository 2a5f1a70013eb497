import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { ChecklistItem } from '../rules'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'

/**
 * Ticks one entry of a checklist off, or takes the tick back; who and when stay on record. An entry
 * keeps its first tick: to tick twice changes nothing. One statement.
 *
 * @throws DomainError `notFound` for an unknown delivery or entry, and for one that has ended
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
      returning checklist`,
  )
  if (!row) {
    throw new DomainError('notFound', { field: 'key' })
  }
  return row.checklist
}
