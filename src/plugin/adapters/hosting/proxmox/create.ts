import { setTimeout as wait } from 'node:timers/promises'

import type { CreatedService, DriverOutcome } from '../../../hosting/port'

import { textAt } from '../panels'
import { findAddress } from './addresses'
import { ask, type ProxmoxWay } from './api'
import { beginGuest, noPlan, type Wish } from './begin'
import { findGuest, type Guest, HELD, OURS, pathOf } from './guests'
import { addOwner } from './owner'
import { switchOn, wasDone } from './switch'

/** Waits while the guest is being copied; a copy takes minutes, so the next call goes on from here. */
const waitForCopy = async (way: ProxmoxWay, wish: Wish): Promise<DriverOutcome<Guest>> => {
  const copying = { kind: 'unknown' as const, reason: 'the guest is still being copied' }
  while (!way.signal.aborted) {
    const found = await findGuest(way, wish)
    if (found.kind !== 'ok') {
      return found.kind === 'unavailable' ? { ...found, kind: 'unknown' } : found
    }
    if (found.value === undefined) {
      return { kind: 'unknown', reason: 'Proxmox says that the guest is made, and has none' }
    }
    if (!/^(?:clone|create)$/.test(textAt(found.value.config, 'lock'))) {
      return { kind: 'ok', value: found.value }
    }
    await wait(way.pauseMs, undefined, { signal: way.signal }).catch(() => undefined)
  }
  return copying
}

/** Sizes, login and marks in one step: a guest has all of them or none. */
const finish = async (way: ProxmoxWay, wish: Wish, guest: Guest): Promise<DriverOutcome<Guest>> => {
  const { settings } = way
  const { cores, memory } = settings.plans[wish.package] ?? {}
  const tags = [...guest.tags.filter((tag) => tag !== OURS && tag !== HELD), OURS, HELD]
  const fields = {
    onboot: '1',
    tags: tags.join(';'),
    ...(cores && { cores: String(cores) }),
    ...(memory && { memory: String(memory) }),
    ...(settings.kind === 'qemu' && {
      cipassword: wish.password,
      ciuser: settings.loginUser,
      ipconfig0: settings.ipConfig,
    }),
  }
  const written = await ask(way, { fields, method: 'PUT', path: `${pathOf(guest)}/config` })
  const isDone = await wasDone(way, wish, { outcome: written, proof: isFinished })
  return isDone
    ? { kind: 'ok', value: { ...guest, config: { ...guest.config, ...fields }, tags } }
    : (written as DriverOutcome<never>)
}

const isFinished = ({ tags }: Guest): boolean => tags.includes(OURS)

const madeOf = async (way: ProxmoxWay, wish: Wish, guest: Guest): Promise<CreatedService> => {
  const { settings } = way
  const ip = await findAddress(way, guest)
  const user = settings.kind === 'qemu' ? settings.loginUser : 'root'
  const panel = settings.owners && { panel: way.server.address, panelUser: `${wish.name}@pve` }
  return {
    facts: { user, ...(ip && { ip }), ...panel },
    reference: guest.id,
    secrets: { password: wish.password },
  }
}

/** Held back and not to start with its node: suspended by us, so it stays off. */
const isSuspended = ({ config, tags }: Guest): boolean =>
  tags.includes(HELD) && textAt(config, 'onboot') === '0'

/** Makes the guest, or goes on where the last call stopped. */
export const createGuest = async (
  way: ProxmoxWay,
  wish: Wish,
): Promise<DriverOutcome<CreatedService>> => {
  if (way.settings.plans[wish.package] === undefined) {
    return noPlan(wish)
  }
  const found = await findGuest(way, wish)
  if (found.kind !== 'ok') {
    return found
  }
  const begun: DriverOutcome = found.value
    ? { kind: 'ok', value: undefined }
    : await beginGuest(way, wish)
  // A lost answer is looked after: the work goes on when the guest is there.
  if (begun.kind !== 'ok' && begun.kind !== 'unknown') {
    return begun
  }
  const copied = await waitForCopy(way, wish)
  if (copied.kind !== 'ok') {
    return begun.kind === 'unknown' ? begun : copied
  }
  const isOurs = copied.value.tags.includes(OURS)
  const finished = isOurs ? copied : await finish(way, wish, copied.value)
  if (finished.kind !== 'ok') {
    return finished
  }
  const guest = finished.value
  const owned = await addOwner(way, wish)
  if (owned.kind !== 'ok') {
    return owned
  }
  const isHeld = guest.tags.includes(HELD) && !isSuspended(guest)
  const on: DriverOutcome = isHeld
    ? await switchOn(way, wish, guest)
    : { kind: 'ok', value: undefined }
  return on.kind === 'ok' ? { kind: 'ok', value: await madeOf(way, wish, guest) } : on
}
