import type { Payload } from 'payload'

import type { SpkFile, SpkScene } from '../queries/scene'
import type { Acceptance } from './schema'

import { findArrears } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { type SQL, sql, type Tx } from '../../kernel/payload'
import { confirmSpk } from '../actions/confirmSpk'
import { assertSeen, fireSpk } from '../actions/fireSpk'
import { resolveSignBy } from '../actions/sendToSign'
import { isChecklistDone } from '../checklist'
import { tellSpkCustomer } from '../messages'
import { readAnalysis } from '../queries/analysis'
import { newestFile } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { findSecondAbove } from './findTemplate'
import { type ReasonCode, sayReasons } from './reasons'
import { lacksReason, resolveAcceptance } from './rules'
import { type Asked, type Stepped, stepSpk } from './step'

const newDeadline = ({ payload }: Pick<Tx, 'payload'>): string =>
  resolveSignBy(spkRuntime.get(payload).signDays).toISOString()

/**
 * The signature is not accepted yet: the customer reads why and how to put it right, in neutral words,
 * and has time anew.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `event.notAllowed`
 */
export const rejectSignature = (
  payload: Payload,
  { actor, id, note, reasons, seen }: { note: string; reasons: readonly ReasonCode[] } & Asked,
): Promise<Stepped> =>
  stepSpk(payload, id, async (tx, scene) => {
    const said = sayReasons({ note, reasons }, scene.locale)
    const signBy = newDeadline(tx)
    await fireSpk(tx, scene, {
      actor,
      event: 'rejectSignature',
      note: { metadata: { reasons }, ...(note && { reason: note }) },
      seen,
      set: sql`reasons = ${JSON.stringify(reasons)}::jsonb, wanted = ${note || null}, sign_by = ${signBy},
        reminded_at = null, vouched_by = null`,
    })
    scene.signBy = signBy
    const step = `rejected/${scene.lockVersion}`
    await tellSpkCustomer(tx, scene, { event: 'spk.rejected', note: said, step })
  })

/**
 * Asks the customer for a photo of the signed paper itself.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `event.notAllowed`
 */
export const askPhoto = (
  payload: Payload,
  { actor, id, note, seen }: { note: string } & Asked,
): Promise<Stepped> =>
  stepSpk(payload, id, async (tx, scene) => {
    const signBy = newDeadline(tx)
    await fireSpk(tx, scene, {
      actor,
      event: 'askPhoto',
      ...(note && { note: { reason: note } }),
      seen,
      set: sql`wanted = ${note || null}, sign_by = ${signBy}, reminded_at = null`,
    })
    scene.signBy = signBy
    const step = `photo/${scene.lockVersion}`
    await tellSpkCustomer(tx, scene, { event: 'spk.photoWanted', note, step })
  })

/**
 * Refuses while the customer is in arrears on any of his contracts (E8).
 *
 * @throws DomainError `spk.arrears`
 */
const assertNoArrears = async (tx: Tx, { customerId }: SpkScene): Promise<void> => {
  const [oldest] = await findArrears(tx, customerId)
  if (oldest) {
    throw new DomainError('spk.arrears', { amount: oldest.amount, number: oldest.orderNumber })
  }
}

const getScan = (scene: SpkScene): SpkFile => {
  const scan = newestFile(scene, 'scan')
  if (!scan) {
    throw new DomainError('spk.noScan')
  }
  return scan
}

const decisionColumns = (wish: Acceptance): SQL => sql`
  checklist = ${JSON.stringify(wish.checklist)}::jsonb, override_reason = ${wish.overrideReason || null},
  wanted = null, reasons = null`

const decide = async (
  tx: Tx,
  scene: SpkScene,
  { actor, wish }: { wish: Acceptance } & Pick<Asked, 'actor'>,
): Promise<void> => {
  const { checklist, overrideReason, seen, sha256 } = wish
  const scan = getScan(scene)
  const findings = readAnalysis(scan.analysis)?.findings ?? []
  const { event, needsSecond } = resolveAcceptance({
    above: await findSecondAbove(tx, scene.templateId),
    actorId: actor.id ?? '',
    mode: scene.mode,
    sha256,
    total: scene.total,
    vouched: { by: scene.vouchedBy, sha256: scene.confirmedSha256 },
  })
  const facts = {
    arrears: 0,
    isChecklistDone: isChecklistDone(checklist, scene.mode),
    isSame: scan.sha256 === sha256,
    needsReason: lacksReason(findings, overrideReason),
    needsSecond,
  }
  const note = { metadata: { sha256 }, ...(overrideReason && { reason: overrideReason }) }
  const set = decisionColumns(wish)
  if (event === 'accept') {
    await confirmSpk(tx, scene, { actor, event, facts, note, seen, set, sha256 })
    return
  }
  const by =
    event === 'vouch'
      ? sql`vouched_by = ${actor.id ?? null}, confirmed_sha256 = ${sha256}`
      : sql`confirmed_by = ${actor.label ?? 'staf'}, confirmed_sha256 = ${sha256}`
  await fireSpk(tx, scene, { actor, event, facts, note, seen, set: sql`${set}, ${by}` })
}

/**
 * Accepts what the customer signed, bound to the scan that the reviewer has looked at. Where two people
 * have to, the first only vouches. Where the e-Meterai comes last, it is still to be affixed.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `spk.noScan`, `spk.arrears`, `event.notAllowed`,
 * `event.guardRefused`
 */
export const acceptSignature = (
  payload: Payload,
  { actor, id, wish }: { wish: Acceptance } & Omit<Asked, 'seen'>,
): Promise<Stepped> =>
  stepSpk(payload, id, async (tx, scene) => {
    await assertSeen(tx, scene, wish.seen)
    if (scene.state === 'underReview') {
      await assertNoArrears(tx, scene)
    }
    await decide(tx, scene, { actor, wish })
  })
