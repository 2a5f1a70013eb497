import type { Payload } from 'payload'

import type { EventOf } from '../../kernel/machine'
import type { StaffMove, StaffMoved, Tx } from '../../kernel/payload'
import type { spkMachine } from '../machine'
import type { SpkScene } from '../queries/scene'

import { DomainError } from '../../kernel/errors'
import { findSqlConstraint, noteOf, type SQL, sql } from '../../kernel/payload'
import { fireSpk } from '../actions/fireSpk'
import { sendToSign } from '../actions/sendToSign'
import { tellCancelled } from '../actions/tellCancelled'
import { revokeSpkLinks } from '../links'
import { tellSpkCustomer } from '../messages'
import { newestFile } from '../queries/scene'
import { mayBeOverridden } from '../rules'
import { spkRuntime } from '../runtime'
import { sayUnfit } from './rules'
import { type Asked, type Stepped, stepSpk } from './step'
import { insertSuccessor } from './supersede'

type Event = EventOf<typeof spkMachine>

type Step = { move: StaffMove; scene: SpkScene; tx: Tx }

const fire = ({ move, scene, tx }: Step, set?: SQL): Promise<void> =>
  fireSpk(tx, scene, {
    actor: move.actor,
    event: move.event as Event,
    note: noteOf(move),
    seen: { state: move.seen },
    ...(set && { set }),
  })

/** The customer's links end: what they lead to is not what counts any more. */
const fireAndRevoke = async (step: Step, set?: SQL): Promise<void> => {
  await fire(step, set)
  await revokeSpkLinks(step.tx, step.scene.id)
}

/** The day by which he had to act is over with the move. */
const tell = (
  { move, scene, tx }: Step,
  event: 'spk.revoked' | 'spk.superseded' | 'spk.terminated' | 'spk.withdrawn',
): Promise<void> => {
  scene.signBy = null
  const step = `${event}/${scene.lockVersion}`
  return tellSpkCustomer(tx, scene, { event, note: move.reason ?? '', step })
}

const cancel = async (step: Step): Promise<void> => {
  const { move, scene, tx } = step
  await fire(step, sql`sign_by = null`)
  await tellCancelled(tx, scene, move.reason ?? '')
}

const terminate = async (step: Step): Promise<void> => {
  await fire(step)
  await tell(step, 'spk.terminated')
}

const withdraw = async (step: Step): Promise<void> => {
  await fireAndRevoke(step, sql`sign_by = null`)
  await tell(step, 'spk.withdrawn')
}

const assertOrderLives = ({ scene }: Step): void => {
  if (scene.orderState === 'cancelled') {
    throw new DomainError('order.cancelled')
  }
}

const reopen = async (step: Step): Promise<void> => {
  assertOrderLives(step)
  await fireAndRevoke(
    step,
    sql`attempts = 0, sign_by = null, reminded_at = null, wanted = null, reasons = null`,
  )
}

const supersede = async (step: Step): Promise<void> => {
  await fireAndRevoke(step, sql`sign_by = null`)
  await insertSuccessor(step.tx, step.scene)
  await tell(step, 'spk.superseded')
}

/** What was erased is over: nobody is told of what he was told to have ended long ago. */
const renew = async (step: Step): Promise<void> => {
  assertOrderLives(step)
  await fire(step)
  await insertSuccessor(step.tx, step.scene)
}

const overrideStamp = async ({ move, scene, tx }: Step): Promise<void> => {
  const stamped = newestFile(scene, 'stamped')
  const report = stamped?.meterai ?? null
  const isFit = report !== null && report.serial !== null && mayBeOverridden(report)
  if (scene.state === 'issued' && report && !isFit) {
    throw new DomainError('spk.noOverride', { verdict: sayUnfit(report) })
  }
  if (stamped && isFit) {
    await keepSerial(tx, { id: stamped.id, serial: report.serial })
  }
  const note = noteOf(move)
  await sendToSign(tx, scene, {
    actor: move.actor,
    event: 'overrideStamp',
    facts: { isSame: isFit },
    note: { ...note, metadata: { serial: report?.serial, sha256: stamped?.sha256 } },
    seen: { state: move.seen },
  })
}

const keepSerial = async (
  tx: Tx,
  { id, serial }: { id: string; serial: null | string },
): Promise<void> => {
  try {
    await tx.rows(sql`update spk_files set serial = ${serial} where id = ${id}`)
  } catch (error) {
    throw findSqlConstraint(error) === 'spk_files_serial_once'
      ? new DomainError('spk.serialTaken')
      : error
  }
}

/** The order closes again before the confirmation is gone: its guard wants nothing paid. */
const revoke = async (step: Step): Promise<void> => {
  const { move, scene, tx } = step
  await fire(
    step,
    sql`confirmed_at = null, confirmed_by = null, confirmed_sha256 = null, vouched_by = null,
      checklist = null, override_reason = null`,
  )
  await spkRuntime.get(tx.payload).owner.unopen(tx, scene.orderId, move.reason ?? '')
  await tell(step, 'spk.revoked')
}

const STEPS: Partial<Record<string, (step: Step) => Promise<void>>> = {
  cancel,
  overrideStamp,
  renew,
  reopen,
  revise: (step) => fireAndRevoke(step, sql`sign_by = null`),
  revoke,
  supersede,
  terminate,
  withdraw,
}

/**
 * The moves of an agreement that have a button: taken back, corrected, used all the same, terminated,
 * revoked, cancelled, opened again, replaced, begun anew.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `spk.noOverride`, `spk.serialTaken`, `order.cancelled`,
 * `event.notAllowed`, `event.notPermitted`, `event.guardRefused`
 */
export const moveSpk = async (payload: Payload, move: StaffMove): Promise<StaffMoved> => {
  const run = STEPS[move.event]
  if (!run) {
    throw new DomainError('event.notAllowed', { event: move.event, machine: 'spk', state: '' })
  }
  const { state } = await stepSpk(payload, move.id, (tx, scene) => run({ move, scene, tx }))
  return { to: state }
}

/**
 * Sends an issued document to be signed where no e-Meterai comes first.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `event.notAllowed`, `event.guardRefused`
 */
export const sendForSignature = (payload: Payload, { actor, id, seen }: Asked): Promise<Stepped> =>
  stepSpk(payload, id, (tx, scene) =>
    sendToSign(tx, scene, { actor, event: 'sendForSignature', seen }),
  )
