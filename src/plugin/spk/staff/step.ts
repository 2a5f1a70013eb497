import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { SpkSeen } from '../actions/fireSpk'
import type { SpkState } from '../states'

import { noteTransitions, runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { lockSpk, type SpkScene } from '../queries/scene'
import { SPK_DESK, type SpkDeed } from '../words'

/** Where a step has led. */
export type Stepped = { state: SpkState; version: number }

/** Who acts on which agreement, and what he has before him. */
export type Asked = { actor: Actor; id: string; seen: SpkSeen }

/**
 * One step on one agreement, in one transaction under its order's lock.
 *
 * @throws DomainError `notFound`, and what the step throws
 */
export const stepSpk = (
  payload: Payload,
  id: string,
  work: (tx: Tx, scene: SpkScene) => Promise<void>,
): Promise<Stepped> =>
  runInTransaction(payload, async (tx) => {
    const scene = await lockSpk(tx, sql`s.id = ${id}`)
    await work(tx, scene)
    return { state: scene.state, version: scene.lockVersion }
  })

/** Notes such work, and makes what others have before them out of date. Under the lock. */
export const noteWork = async (
  tx: Tx,
  scene: SpkScene,
  { actor, event }: { actor: Actor; event: SpkDeed },
): Promise<void> => {
  const { id, state } = scene
  await noteTransitions({
    actor,
    event,
    machine: SPK_DESK,
    moves: [{ from: state, subject: id }],
    to: state,
    tx,
  })
  await tx.rows(sql`update spks set lock_version = lock_version + 1,
    updated_at = ${clock.now().toISOString()} where id = ${id}`)
  scene.lockVersion += 1
}
