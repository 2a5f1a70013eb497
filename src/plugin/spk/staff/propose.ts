import type { Payload } from 'payload'

import type { SpkContent } from '../content'
import type { SpkFault } from '../template'
import type { SpkScene } from '../queries/scene'

import { newId, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { fireSpk } from '../actions/fireSpk'
import { resolveSignBy } from '../actions/sendToSign'
import { issueSpkLink } from '../links'
import { tellSpkCustomer } from '../messages'
import { spkRuntime } from '../runtime'
import { hashContent } from '../template'
import { buildDraft } from './buildDraft'
import { type Asked, type Stepped, stepSpk } from './step'

/** Sent, or everything that is still wrong, each with the field where it is put right. */
export type Proposed = { faults: SpkFault[] } | { faults: null; stepped: Stepped }

const insertEdition = (scene: SpkScene, content: SpkContent): SQL => {
  const at = clock.now().toISOString()
  return sql`insert into spk_editions (id, spk_id, edition, revision, content, content_hash, created_at, updated_at)
    values (${newId()}::uuid, ${scene.id}::uuid, ${scene.edition + 1}::numeric, ${content.revision}::numeric,
      ${JSON.stringify(content)}::jsonb, ${hashContent(content)}, ${at}::timestamptz, ${at}::timestamptz)`
}

const send = async (
  tx: Tx,
  scene: SpkScene,
  { actor, content, seen }: { content: SpkContent } & Omit<Asked, 'id'>,
): Promise<void> => {
  const { revision } = content
  const signBy = resolveSignBy(spkRuntime.get(tx.payload).signDays).toISOString()
  await fireSpk(tx, scene, {
    actor,
    along: [insertEdition(scene, content)],
    event: 'propose',
    facts: { isComplete: true },
    note: { metadata: { contentHash: hashContent(content), edition: scene.edition + 1 } },
    seen,
    set: sql`edition = edition + 1, revision = ${revision}, sign_by = ${signBy}, reminded_at = null,
      wanted = null, reasons = null`,
  })
  Object.assign(scene, { edition: scene.edition + 1, revision, signBy })
  const { url } = await issueSpkLink(tx, scene)
  await tellSpkCustomer(tx, scene, {
    event: 'spk.toCheck',
    step: `check/${scene.lockVersion}`,
    url,
  })
}

/**
 * Sends a draft to its customer for checking: its content is frozen as the next edition, and he gets a
 * link. Nothing happens while something is wrong with it.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `event.notAllowed`
 */
export const proposeSpk = async (
  payload: Payload,
  { actor, id, seen }: Asked,
): Promise<Proposed> => {
  let faults: null | SpkFault[] = null
  const stepped = await stepSpk(payload, id, async (tx, scene) => {
    const draft = scene.state === 'draft' ? await buildDraft(tx, scene) : null
    if (draft && (draft.faults.length > 0 || !draft.content)) {
      faults = draft.faults
      return
    }
    if (!draft?.content) {
      await fireSpk(tx, scene, { actor, event: 'propose', seen })
      return
    }
    faults = null
    await send(tx, scene, { actor, content: draft.content, seen })
  })
  return faults ? { faults } : { faults: null, stepped }
}
