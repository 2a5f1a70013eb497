import type { Payload } from 'payload'

import type { StampStage } from '../actions/checkStamp'
import type { Asked, Stepped } from '../staff/step'

import { DomainError } from '../../kernel/errors'
import { newId, sql } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { assertSeen } from '../actions/fireSpk'
import { affixJob } from '../jobs'
import { newestFile, type SpkScene } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { stepSpk } from '../staff/step'

/** Which stamp an agreement waits for; null when it waits for none. */
export const resolveStampStage = ({
  mode,
  state,
}: Pick<SpkScene, 'mode' | 'state'>): null | StampStage => {
  if (state === 'issued' && mode === 'e-first') {
    return 'issued'
  }
  return state === 'finalStamp' ? 'final' : null
}

/** What a stamp goes onto: the issued file, or the scan that was accepted. */
export const STAMP_SOURCES = { final: 'scan', issued: 'issued' } as const

/**
 * Asks the shop's account for an e-Meterai. Asked again for the same file, the same stamp is tried
 * again: its serial was bought once.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `spk.noStampAccount`, `spk.noStampWanted`
 */
export const askStamp = (payload: Payload, { actor, id, seen }: Asked): Promise<Stepped> =>
  stepSpk(payload, id, async (tx, scene) => {
    await assertSeen(tx, scene, seen)
    if (spkRuntime.get(payload).stamp.id === 'manual') {
      throw new DomainError('spk.noStampAccount')
    }
    const stage = resolveStampStage(scene)
    const source = stage && newestFile(scene, STAMP_SOURCES[stage])
    if (!stage || !source) {
      throw new DomainError('spk.noStampWanted')
    }
    const [stamp] = await tx.rows<{ id: string }>(sql`insert into spk_stamps
        (id, spk_id, edition, stage, source_sha256, asked_by, created_at)
      values (${newId()}, ${scene.id}, ${scene.edition}, ${stage}, ${source.sha256},
        ${actor.label ?? 'staf'}, ${clock.now().toISOString()})
      on conflict (spk_id, stage, source_sha256) do update set failure = null, is_unclear = false
      returning id`)
    const input = { stampId: stamp?.id ?? '' }
    await addJob({ input, key: `${affixJob.name}:${input.stampId}`, task: affixJob, tx })
  })
