import type { Tx } from '../../kernel/payload'
import type { SpkScene } from '../queries/scene'

import { revokeSpkLinks } from '../links'
import { tellSpkCustomer } from '../messages'

/**
 * Ends the links of an agreement that was cancelled and tells its customer why, unless it was a draft
 * that he has never seen. Under the order's lock, after the move.
 */
export const tellCancelled = async (tx: Tx, scene: SpkScene, reason: string): Promise<void> => {
  await revokeSpkLinks(tx, scene.id)
  if (scene.edition > 0) {
    const told = { ...scene, signBy: null }
    const step = `cancelled/${scene.lockVersion}`
    await tellSpkCustomer(tx, told, { event: 'spk.cancelled', note: reason, step })
  }
}
