import type { Payload } from 'payload'

import type { AccountScene } from '../accounts/scene'
import type { Observed } from '../accounts/words'
import type { Actor, Tx } from '../../kernel/payload'
import type { Deed } from './machine'

import { keepFiles, readFiles, type SentFile } from '../../attachments'
import { DomainError } from '../../kernel/errors'
import { fireEvent, queryRows, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { withAccount } from '../accounts/ask'
import { keepCreated } from '../converge/creation'
import { queueConverge } from '../converge/job'
import { runbookMachine } from './machine'

/** Field of the form that holds the proof. */
export const TASK_PROOF_FIELD = 'proof'

/** Under which kind of subject proofs of tasks are kept. */
export const TASK_PROOFS = 'hostingTask'

/** What a person has done. */
export type FinishedTask = {
  actor: Actor
  /** Lines for the customer after a service was set up: addresses, never passwords. */
  facts?: Readonly<Record<string, string>>
  note: string
  /** What opens a service that was set up; the customer is shown it once. */
  password?: string
  proof: readonly SentFile[]
  /** What the service is called there, e.g. its rack and unit. */
  reference?: string
  taskId: string
}

const SEEN: Record<Deed, Observed> = {
  create: 'on',
  resume: 'on',
  suspend: 'off',
  terminate: 'absent',
}

type TaskRow = { accountId: string; deed: Deed; state: string }

const getTask = async (
  find: (query: ReturnType<typeof sql>) => Promise<TaskRow[]>,
  taskId: string,
): Promise<TaskRow> => {
  const [row] = await find(sql`select account_id as "accountId", deed, state from hosting_tasks
    where id = ${taskId}`)
  if (!row) {
    throw new DomainError('notFound')
  }
  return row
}

/** People are believed: what they have done is what was seen. */
const observe = async (
  tx: Tx,
  account: AccountScene,
  { deed, facts = {}, password, reference = '' }: { deed: Deed } & FinishedTask,
): Promise<void> => {
  const at = clock.now().toISOString()
  if (deed === 'create') {
    await keepCreated(tx, account, { facts, reference, secrets: password ? { password } : {} })
  }
  await tx.rows(sql`update hosting_accounts set observed = ${SEEN[deed]}, observed_at = ${at},
    updated_at = ${at} where id = ${account.id}`)
  await queueConverge(tx, { accountId: account.id, isUrgent: true })
}

/**
 * A person says, with a proof, that his task is done: the service was seen accordingly, and what follows
 * from it follows at once. Done for a wish that has changed meanwhile, the next task comes from it.
 *
 * @throws DomainError `notFound`, `attachment.…`, `hosting.proofRequired`, `hosting.taskClosed`,
 * `event.notPermitted`
 */
export const finishTask = async (payload: Payload, done: FinishedTask): Promise<void> => {
  const { actor, note, proof, taskId } = done
  const files = await readFiles(proof, { field: TASK_PROOF_FIELD, takesPdf: true })
  if (files.length === 0) {
    throw new DomainError('hosting.proofRequired', { field: TASK_PROOF_FIELD })
  }
  const { accountId } = await getTask((query) => queryRows(payload, query), taskId)
  await withAccount(payload, accountId, async (tx, account) => {
    const { deed, state } = await getTask((query) => tx.rows(query), taskId)
    if (state !== runbookMachine.initial) {
      throw new DomainError('hosting.taskClosed')
    }
    await fireEvent({
      actor,
      event: 'finish',
      id: taskId,
      machine: runbookMachine,
      set: sql`done_by = ${actor.label ?? ''}, done_at = ${clock.now().toISOString()},
        note = ${note || null}`,
      table: 'hosting_tasks',
      tx,
    })
    await keepFiles(tx, { files, subject: { id: taskId, kind: TASK_PROOFS } })
    await observe(tx, account, { ...done, deed })
  })
}
