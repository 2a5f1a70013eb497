import type { DriverOutcome, ServiceSight, ServiceTarget } from '../../../hosting/port'

import { textAt } from '../panels'
import { ask, type ProxmoxWay, runTask } from './api'
import { findGuest, type Guest, HELD, OURS, pathOf } from './guests'
import { removeOwner, setOwnerRights } from './owner'

const done: DriverOutcome = { kind: 'ok', value: undefined }

const valueless = (outcome: DriverOutcome<unknown>): DriverOutcome =>
  outcome.kind === 'ok' ? done : outcome

const isStopped = ({ isRunning }: Guest): boolean => !isRunning

const absent = ({ name }: ServiceTarget): DriverOutcome => ({
  kind: 'rejected',
  reason: `there is no guest named ${name}`,
})

/** Writes whether the guest starts with its node, and the mark that it is held back. */
export const writeHold = (
  way: ProxmoxWay,
  guest: Guest,
  hold: { isHeld: boolean; onboot: '0' | '1' },
): Promise<DriverOutcome<unknown>> => {
  const others = guest.tags.filter((tag) => tag !== HELD && tag !== OURS)
  const tags = [...others, OURS, ...(hold.isHeld ? [HELD] : [])].join(';')
  const fields = { onboot: hold.onboot, tags }
  return ask(way, { fields, method: 'PUT', path: `${pathOf(guest)}/config` })
}

/** Whether a step whose answer is lost was done after all. */
export const wasDone = async (
  way: ProxmoxWay,
  target: ServiceTarget,
  step: { outcome: DriverOutcome<unknown>; proof: (guest: Guest) => boolean },
): Promise<boolean> => {
  if (step.outcome.kind !== 'unknown') {
    return step.outcome.kind === 'ok'
  }
  const found = await findGuest(way, target)
  return found.kind === 'ok' && found.value !== undefined && step.proof(found.value)
}

const isHeldWith =
  (onboot: '0' | '1') =>
  ({ config, tags }: Guest): boolean =>
    tags.includes(HELD) && textAt(config, 'onboot') === onboot

const start = (way: ProxmoxWay, guest: Guest): Promise<DriverOutcome> =>
  guest.isRunning
    ? Promise.resolve(done)
    : runTask(way, guest.node, { method: 'POST', path: `${pathOf(guest)}/status/start` })

/** Starts a guest that is held, and lets go of it last: what stops in between is still seen as off. */
export const switchOn = async (
  way: ProxmoxWay,
  target: ServiceTarget,
  guest: Guest,
): Promise<DriverOutcome> => {
  const held = await writeHold(way, guest, { isHeld: true, onboot: '1' })
  if (!(await wasDone(way, target, { outcome: held, proof: isHeldWith('1') }))) {
    return valueless(held)
  }
  const allowed = await setOwnerRights(way, target, { id: guest.id, isAllowed: true })
  if (allowed.kind !== 'ok') {
    return allowed
  }
  const started = await start(way, guest)
  if (!(await wasDone(way, target, { outcome: started, proof: ({ isRunning }) => isRunning }))) {
    return started
  }
  return valueless(await writeHold(way, guest, { isHeld: false, onboot: '1' }))
}

const stop = (way: ProxmoxWay, guest: Guest): Promise<DriverOutcome> =>
  runTask(way, guest.node, { method: 'POST', path: `${pathOf(guest)}/status/stop` })

/** Asks the guest to shut down; a guest that does not hear it (no ACPI) is stopped. */
const switchOff = async (way: ProxmoxWay, guest: Guest): Promise<DriverOutcome> => {
  const fields = { timeout: String(way.settings.shutdownSeconds) }
  const path = `${pathOf(guest)}/status/shutdown`
  const asked = await runTask(way, guest.node, { fields, method: 'POST', path })
  return asked.kind === 'ok' ? asked : stop(way, guest)
}

/** Switches a guest off and keeps it off: not with the node, not by its owner. */
export const suspendGuest = async (
  way: ProxmoxWay,
  target: ServiceTarget,
): Promise<DriverOutcome> => {
  const found = await findGuest(way, target)
  if (found.kind !== 'ok') {
    return found
  }
  const { value: guest } = found
  if (guest === undefined) {
    return absent(target)
  }
  const forbidden = await setOwnerRights(way, target, { id: guest.id, isAllowed: false })
  if (forbidden.kind !== 'ok') {
    return forbidden
  }
  const held = await writeHold(way, guest, { isHeld: true, onboot: '0' })
  if (!(await wasDone(way, target, { outcome: held, proof: isHeldWith('0') }))) {
    return valueless(held)
  }
  if (!guest.isRunning) {
    // Nothing is left to be done, so the mark itself is what may be unsure.
    return valueless(held)
  }
  return switchOff(way, guest)
}

/** Switches a guest on again. */
export const resumeGuest = async (
  way: ProxmoxWay,
  target: ServiceTarget,
): Promise<DriverOutcome> => {
  const found = await findGuest(way, target)
  if (found.kind !== 'ok') {
    return found
  }
  return found.value === undefined ? absent(target) : switchOn(way, target, found.value)
}

/** Removes a guest with its disks and its place in backup jobs. */
export const removeGuest = async (
  way: ProxmoxWay,
  target: ServiceTarget,
): Promise<DriverOutcome> => {
  const found = await findGuest(way, target)
  if (found.kind !== 'ok') {
    return found
  }
  const { value: guest } = found
  if (guest !== undefined) {
    const stopped = guest.isRunning ? await stop(way, guest) : done
    if (!(await wasDone(way, target, { outcome: stopped, proof: isStopped }))) {
      return stopped
    }
    const fields = { 'destroy-unreferenced-disks': '1', purge: '1' }
    const call = { fields, method: 'DELETE', path: pathOf(guest) } as const
    const removed = await runTask(way, guest.node, call)
    if (removed.kind !== 'ok') {
      return removed
    }
  }
  return removeOwner(way, target)
}

/**
 * A guest that nobody has finished is not there yet. One that its owner switched off, and that nobody
 * holds back, is on: it is his to start.
 */
const sightOf = (guest: Guest | undefined): ServiceSight => {
  if (guest === undefined || !guest.tags.includes(OURS)) {
    return 'absent'
  }
  return guest.isRunning || !guest.tags.includes(HELD) ? 'on' : 'off'
}

/** How a guest stands now. */
export const inspectGuest = async (
  way: ProxmoxWay,
  target: ServiceTarget,
): Promise<DriverOutcome<ServiceSight>> => {
  const found = await findGuest(way, target)
  return found.kind === 'ok' ? { kind: 'ok', value: sightOf(found.value) } : found
}
