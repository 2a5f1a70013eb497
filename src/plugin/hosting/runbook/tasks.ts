import type { Deed } from './machine'

import { fireEvent, newId, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { runbookMachine } from './machine'

const HOUR_MS = 3_600_000

/** Hours within which people do what machines cannot. Who has paid comes first. */
const HOURS: Record<Deed, number> = { create: 24, resume: 1, suspend: 24, terminate: 72 }

/** What a person is to do for a service. */
export type NewTask = { accountId: string; deed: Deed; steps: readonly string[]; wish: number }

/** Asks people for a deed, once per wish. Answers whether it is new, and by when it is due. */
export const openTask = async (
  tx: Pick<Tx, 'rows'>,
  { accountId, deed, steps, wish }: NewTask,
): Promise<{ dueAt: string; id: string } | null> => {
  const now = clock.now()
  const dueAt = new Date(now.getTime() + HOURS[deed] * HOUR_MS).toISOString()
  const [row] = await tx.rows<{ id: string }>(sql`insert into hosting_tasks
      (id, account_id, deed, wish, state, steps, due_at, created_at, updated_at)
    values (${newId()}, ${accountId}, ${deed}, ${wish}, ${runbookMachine.initial},
      ${JSON.stringify(steps)}::jsonb, ${dueAt}, ${now.toISOString()}, ${now.toISOString()})
    on conflict (account_id, deed, wish) do nothing returning id`)
  return row ? { dueAt, id: row.id } : null
}

/** What was asked of people for an earlier wish is not wanted any more. */
export const dropStaleTasks = async (
  tx: Tx,
  { accountId, wish }: { accountId: string; wish: number },
): Promise<void> => {
  const stale = await tx.rows<{ id: string; state: string }>(sql`select id, state from hosting_tasks
    where account_id = ${accountId} and wish < ${wish} and state = 'open' order by id for update`)
  for (const { id, state } of stale) {
    await fireEvent({
      actor: SYSTEM,
      event: 'drop',
      id,
      locked: state,
      machine: runbookMachine,
      table: 'hosting_tasks',
      tx,
    })
  }
}
