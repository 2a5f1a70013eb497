import type { Payload } from 'payload'

import { newId, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { scopeMachine } from '../machine'
import { tellCustomer } from '../messages'
import { findScene, lockScene, type Scene, type ScopeRow } from '../queries/scene'
import { isBeforeAnalysis } from '../rules'

/** The scope of an item, made when there is none yet. Under the order's lock. */
export const ensureScope = async (tx: Tx, scene: Scene): Promise<ScopeRow> => {
  if (scene.scope) {
    return scene.scope
  }
  const now = clock.now().toISOString()
  await tx.rows(sql`
    insert into scopes (id, order_item_id, order_id, state, revision, looks, created_at, updated_at)
    values (${newId()}, ${scene.itemId}, ${scene.orderId}, ${scopeMachine.initial}, 0, 0, ${now},
      ${now})
    on conflict (order_item_id) do nothing`)
  const made = await findScene(tx, sql`i.id = ${scene.itemId}`)
  if (!made?.scope) {
    throw new Error(`No scope for item ${scene.itemId}`)
  }
  return made.scope
}

const beginItem = (payload: Payload, itemId: string): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const scene = await lockScene(tx, sql`i.id = ${itemId}`)
    if (!isBeforeAnalysis(scene.delivery?.state ?? null)) {
      return
    }
    const scope = await ensureScope(tx, scene)
    if (scope.state === 'draft') {
      await tellCustomer(tx, { event: 'scope.wanted', scene: { ...scene, scope }, step: scope.id })
    }
  })

/**
 * Begins the scope of every analysis of a paid order and asks its customer to write it. Safe to run
 * twice: the message goes once.
 */
export const beginScopes = async (payload: Payload, orderId: string): Promise<void> => {
  const items = await runInTransaction(payload, (tx) =>
    tx.rows<{ id: string }>(sql`select i.id from order_items i join fulfilments f
      on f.order_item_id = i.id where i.order_id = ${orderId} and i.kind = 'security-analysis'
      order by i.seq`),
  )
  for (const { id } of items) {
    await beginItem(payload, id)
  }
}
