import type { SpkScene } from '../queries/scene'

import { sql, type Tx } from '../../kernel/payload'
import { addDays, clock, startOfWibDay, wibDayOf } from '../../kernel/time'
import { tellSpkCustomer } from '../messages'
import { spkRuntime } from '../runtime'
import { fireSpk } from './fireSpk'

/** The end of the day that lies so many days ahead. */
export const resolveSignBy = (days: number): Date =>
  new Date(startOfWibDay(addDays(wibDayOf(clock.now()), days + 1)).getTime() - 1)

/** The document goes to the customer to be signed: until when, and by which link. Under the order's lock. */
export const sendToSign = async (
  tx: Tx,
  scene: SpkScene,
  spec: Pick<Parameters<typeof fireSpk>[2], 'actor' | 'facts' | 'note' | 'seen'> & {
    event: 'overrideStamp' | 'passStamp' | 'sendForSignature'
  },
): Promise<void> => {
  const { signDays } = spkRuntime.get(tx.payload)
  const signBy = resolveSignBy(signDays).toISOString()
  await fireSpk(tx, scene, { ...spec, set: sql`sign_by = ${signBy}, reminded_at = null` })
  scene.signBy = signBy
  await tellSpkCustomer(tx, scene, { event: 'spk.toSign', step: `sign/${scene.lockVersion}` })
}
