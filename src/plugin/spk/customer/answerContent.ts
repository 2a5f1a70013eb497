import type { Payload } from 'payload'

import type { z } from 'zod'

import type { Tx } from '../../kernel/payload'
import type { SpkEdition, SpkRemark, SpkScene } from '../queries/scene'
import type { confirmSchema, declineSchema, remarksSchema } from './schema'

import { DomainError } from '../../kernel/errors'
import { runInTransaction, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { revokeSpkLinks } from '../links'
import { tellSpkStaff } from '../messages'
import { describeContent } from '../template'
import { lockProven, markAddress, type SpkDoor, type SpkProof } from './door'
import { fireStep, refuseStep } from './fireStep'

type Step<B> = { body: B; door: SpkDoor; proof: SpkProof }

const NOTE_LENGTH = 600

const currentOf = (scene: SpkScene): SpkEdition => {
  const { current } = scene
  if (!current) {
    throw refuseStep(scene, 'remark')
  }
  return current
}

/** Names of what the remarks are about, as the page calls them. */
const nameRemarks = ({ content }: SpkEdition, remarks: readonly SpkRemark[]): string[] => {
  const entries = describeContent(content)
  return remarks.map(({ field, text }) => {
    const entry = entries.find((each) => each.field === field)
    if (!entry && field !== '') {
      throw new DomainError('spk.remarkField', { field: 'remarks', name: field })
    }
    return entry ? `${entry.label.id}: ${text}` : text
  })
}

const keepRemarks = ({ id }: SpkEdition, remarks: readonly SpkRemark[]): SQL =>
  sql`update spk_editions set remarks = ${JSON.stringify(remarks)}::jsonb,
    updated_at = ${clock.now().toISOString()} where id = ${id}`

/**
 * A customer asks for corrections, part by part: while he checks the content (`remark`), or when he
 * finds an error before he signs (`refuseContent`). Staff are told.
 *
 * @throws DomainError `spk.remarkField`, `spk.movedOn`, `event.notAllowed`, and what the door refuses
 */
export const askForCorrections = (
  payload: Payload,
  { body, door, proof }: Step<z.output<typeof remarksSchema>>,
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const entrance = await lockProven(tx, door)
    const { scene } = entrance
    const { remarks, version } = body
    const edition = currentOf(scene)
    const named = nameRemarks(edition, remarks)
    await fireStep(tx, entrance, {
      along: [keepRemarks(edition, remarks)],
      event: scene.state === 'validating' ? 'remark' : 'refuseContent',
      proof,
      seen: { version },
    })
    const note = named.join(' · ').slice(0, NOTE_LENGTH)
    await tellSpkStaff(tx, scene, {
      event: 'spk.remarked',
      note,
      step: `remarked/${scene.lockVersion}`,
    })
  })

const keepConsent = (tx: Tx, edition: SpkEdition, proof: SpkProof): SQL => {
  const at = clock.now().toISOString()
  return sql`update spk_editions set agreed_at = ${at},
    agreed_from = ${markAddress(tx.payload, proof.address)}, updated_at = ${at}
    where id = ${edition.id}`
}

/**
 * *Data benar*: the customer confirms exactly the content whose hash he was shown. When he did so and
 * a mark of his network are kept. Staff are told.
 *
 * @throws DomainError `spk.movedOn`, `event.notAllowed`, `event.guardRefused` for another content, and
 * what the door refuses
 */
export const confirmContent = (
  payload: Payload,
  { body, door, proof }: Step<z.output<typeof confirmSchema>>,
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const entrance = await lockProven(tx, door)
    const { scene } = entrance
    const edition = currentOf(scene)
    await fireStep(tx, entrance, {
      along: [keepConsent(tx, edition, proof)],
      event: 'confirmContent',
      facts: { isSame: body.hash === edition.contentHash },
      proof,
      seen: { version: body.version },
    })
    const step = `contentConfirmed/${scene.lockVersion}`
    await tellSpkStaff(tx, scene, { event: 'spk.contentConfirmed', step })
  })

/**
 * The customer does not want the agreement any more. His links end, staff are told; the order stays
 * until they decide about it.
 *
 * @throws DomainError `spk.movedOn`, `event.notAllowed`, and what the door refuses
 */
export const declineSpk = (
  payload: Payload,
  { body, door, proof }: Step<z.output<typeof declineSchema>>,
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const entrance = await lockProven(tx, door)
    const { scene } = entrance
    const { reason, version } = body
    await fireStep(tx, entrance, {
      event: 'decline',
      proof,
      reason,
      seen: { version },
    })
    await revokeSpkLinks(tx, scene.id)
    const step = `declined/${scene.lockVersion}`
    await tellSpkStaff(tx, scene, { event: 'spk.declined', note: reason, step })
  })
