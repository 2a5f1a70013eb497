import type { Payload } from 'payload'

import { findArrears } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { type Actor, newId, sql, statementsOn, type Tx } from '../../kernel/payload'
import { clock, formatInstant } from '../../kernel/time'
import { getWorkerName } from '../../staff'
import { assertSeen } from '../actions/fireSpk'
import { OFFICIAL_CHECKS } from '../emeterai/officialChecks'
import { openNik } from '../identity'
import { tellSpkStaff } from '../messages'
import { noteLook } from '../papers/looks'
import { findSpk, type SpkScene } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { type Asked, noteWork, type Stepped, stepSpk } from './step'

const insertHandOver = (
  scene: SpkScene,
  { actor, note, to }: { actor: Actor; note: string; to: string },
) => sql`insert into spk_handovers (id, spk_id, from_staff, to_staff, by_name, note, created_at)
  values (${newId()}, ${scene.id}, ${scene.assignee}, ${to}, ${actor.label ?? 'staf'}, ${note},
    ${clock.now().toISOString()})`

/**
 * Hands an agreement to a colleague with a note; he is told (F1).
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `fulfilment.badAssignee`, `spk.sameAssignee`
 */
export const handOver = (
  payload: Payload,
  { actor, id, note, seen, to }: { note: string; to: string } & Asked,
): Promise<Stepped> =>
  stepSpk(payload, id, async (tx, scene) => {
    await assertSeen(tx, scene, seen)
    const name = await getWorkerName(tx, to)
    if (scene.assignee === to) {
      throw new DomainError('spk.sameAssignee', { name })
    }
    await tx.rows(insertHandOver(scene, { actor, note, to }))
    await tx.rows(sql`update spks set assignee_id = ${to} where id = ${id}`)
    await noteWork(tx, scene, { actor, event: 'handOver' })
    const step = `handover/${scene.lockVersion}`
    await tellSpkStaff(tx, { ...scene, assignee: to }, { event: 'spk.handedOver', note, step })
  })

const RESULTS = {
  match: 'sesuai',
  mismatch: 'tidak sesuai',
  unavailable: 'belum dapat diperiksa',
} as const

/**
 * Keeps what the official verification said of the e-Meterai; a person has asked it by hand.
 *
 * @throws DomainError `notFound`, `spk.movedOn`
 */
export const recordOfficialCheck = (
  payload: Payload,
  args: { note: string; result: keyof typeof RESULTS; site: string } & Asked,
): Promise<Stepped> =>
  stepSpk(payload, args.id, async (tx, scene) => {
    const { actor, note, result, seen, site } = args
    await assertSeen(tx, scene, seen)
    const name = OFFICIAL_CHECKS.find((check) => check.id === site)?.name ?? site
    const by = `${actor.label ?? 'staf'}, ${formatInstant(clock.now())}`
    const said = `${name}: ${RESULTS[result]} (${by})${note ? `. ${note}` : ''}`
    await tx.rows(sql`update spks set official_check = ${said} where id = ${scene.id}`)
    await noteWork(tx, scene, { actor, event: 'officialCheck' })
  })

const getSpk = async (tx: Pick<Tx, 'rows'>, id: string): Promise<SpkScene> => {
  const scene = await findSpk(tx, sql`s.id = ${id}`)
  if (!scene) {
    throw new DomainError('notFound')
  }
  return scene
}

/**
 * The whole NIK, for a member of staff who needs it; the look is on record before it is shown.
 *
 * @throws DomainError `notFound`, `spk.noNik`
 */
export const revealNik = async (
  payload: Payload,
  { actor, id }: Pick<Asked, 'actor' | 'id'>,
): Promise<string> => {
  const tx = statementsOn(payload)
  const { nikKey, nikSealed } = await getSpk(tx, id)
  if (!nikKey || !nikSealed) {
    throw new DomainError('spk.noNik')
  }
  await noteLook(tx, { by: lookerOf(actor), spkId: id, what: 'nik' })
  const { previousSecrets, secret } = spkRuntime.get(payload)
  const secrets = [secret, ...previousSecrets]
  return openNik({ key: nikKey, sealed: nikSealed, secrets, spkId: id })
}

/** A member of staff, as the log of looks names him. */
export const lookerOf = ({ label, role }: Actor) => ({
  name: label ?? null,
  role: role === 'owner' ? ('owner' as const) : ('admin' as const),
})

/**
 * Sends the customer the choice to pay or suspend, for each order on which he is in arrears (E8). The
 * same press of the button twice tells him once.
 *
 * @throws DomainError `notFound`, `spk.notInArrears`
 */
export const sendChoice = async (
  payload: Payload,
  { actor, id, key }: { key: string } & Pick<Asked, 'actor' | 'id'>,
): Promise<void> => {
  const tx = statementsOn(payload)
  const { customerId } = await getSpk(tx, id)
  const orderIds = (await findArrears(tx, customerId)).map(({ orderId }) => orderId)
  if (orderIds.length === 0) {
    throw new DomainError('spk.notInArrears')
  }
  await spkRuntime.get(payload).askForChoice(payload, { actor, key, orderIds })
}
