import type { SpkScene } from '../queries/scene'

import { type SQL, sql, type Tx } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { sealJob } from '../jobs'
import { tellSpkCustomer } from '../messages'
import { spkRuntime } from '../runtime'
import { fireSpk } from './fireSpk'

/**
 * SPK confirmed: bound to the SHA-256 of the file that was accepted. The order can be paid, the customer
 * is told, the package is to be sealed: all of it or nothing. Under the order's lock.
 */
export const confirmSpk = async (
  tx: Tx,
  scene: SpkScene,
  spec: Pick<Parameters<typeof fireSpk>[2], 'actor' | 'facts' | 'note' | 'seen'> & {
    event: 'accept' | 'passFinal'
    /** Of the file that was accepted. */
    sha256: string
    /** Further columns. */
    set?: SQL
  },
): Promise<void> => {
  const { note, set, sha256, ...fired } = spec
  const at = clock.now().toISOString()
  const by = scene.confirmedBy ?? spec.actor.label ?? 'sistem'
  await fireSpk(tx, scene, {
    ...fired,
    note: { ...note, metadata: { ...note?.metadata, sha256 } },
    set: sql`confirmed_at = ${at}, confirmed_by = ${by}, confirmed_sha256 = ${sha256}, sign_by = null
      ${set ? sql`, ${set}` : sql``}`,
  })
  Object.assign(scene, { confirmedAt: at, confirmedBy: by, confirmedSha256: sha256, signBy: null })
  const { buildOrderUrl, owner } = spkRuntime.get(tx.payload)
  await owner.open(tx, scene.orderId)
  await tellSpkCustomer(tx, scene, {
    event: 'spk.confirmed',
    step: `confirmed/${scene.lockVersion}`,
    url: buildOrderUrl({ locale: scene.locale, token: scene.orderToken }),
  })
  await addJob({ input: { spkId: scene.id }, key: `spk.seal:${scene.id}`, task: sealJob, tx })
}
