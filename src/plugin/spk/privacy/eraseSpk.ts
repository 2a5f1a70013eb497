import type { Payload } from 'payload'

import type { SpkScene } from '../queries/scene'

import { DomainError } from '../../kernel/errors'
import { type Actor, insertTransition, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { addJob, jobPriority } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { spkClearJob } from '../jobs'
import { lockSpk } from '../queries/scene'
import { spkPrivacyMachine } from './machine'
import { findHold } from './rules'

type Now = { erasedAt: null | string; hasOpenDebts: boolean }

/** Debts of an order that was never opened, or was cancelled, are owed by nobody. */
const getNow = async (tx: Tx, { id, orderId }: SpkScene): Promise<Now> => {
  const [row] = await tx.rows<Now>(
    sql`select s.erased_at as "erasedAt", exists (select from instalments i join orders o on o.id = i.order_id
        where i.order_id = ${orderId} and i.state = 'open' and o.state not in ('placed', 'cancelled'))
        as "hasOpenDebts"
      from spks s where s.id = ${id}`,
  )
  if (!row) {
    throw new DomainError('notFound')
  }
  return row
}

/**
 * What names the person goes; what proves the agreement stays: number, states, dates, hashes and sizes
 * of its files, serial of the e-Meterai, and every move.
 */
const empty = async (tx: Tx, { id }: SpkScene, at: string): Promise<void> => {
  await tx.rows(sql`with
    spk as (update spks set identity = '{}'::jsonb, nik_sealed = null, nik_key = null, nik_mark = null,
      nik_masked = null, wanted = null, challenge = null, erased_at = ${at}::timestamptz,
      lock_version = lock_version + 1, updated_at = ${at}::timestamptz where id = ${id}),
    editions as (update spk_editions set content = '{}'::jsonb, remarks = null, agreed_from = null
      where spk_id = ${id}),
    files as (update spk_files f set analysis = null, signature_hash = null, brought_by =
      case when f.brought_by = o.customer_name then 'Pelanggan' else f.brought_by end
      from spks s join orders o on o.id = s.order_id where f.spk_id = ${id} and s.id = ${id}),
    links as (delete from spk_links where spk_id = ${id})
    select 1`)
}

/**
 * Erases the personal data of an agreement that has ended. The documents themselves leave the store
 * in a job of the same transaction; their rows with the hashes stay, so that whoever holds a copy can
 * still prove it.
 *
 * @throws DomainError `notFound`, `spk.erased`, `spk.held` (with `why`)
 */
export const eraseSpk = (
  payload: Payload,
  args: { actor: Actor; id: string; reason: string },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { actor, id, reason } = args
    const scene = await lockSpk(tx, sql`s.id = ${id}`)
    const { erasedAt, hasOpenDebts } = await getNow(tx, scene)
    if (erasedAt) {
      throw new DomainError('spk.erased')
    }
    const why = findHold({ hasOpenDebts, state: scene.state })
    if (why) {
      throw new DomainError('spk.held', { why })
    }
    await empty(tx, scene, clock.now().toISOString())
    const machine = spkPrivacyMachine.name
    const move = { actor, event: 'erase', from: 'kept', machine, reason, subject: id, to: 'erased' }
    await tx.rows(insertTransition(move))
    await addJob({ input: { spkId: id }, priority: jobPriority.bulk, task: spkClearJob, tx })
  })
