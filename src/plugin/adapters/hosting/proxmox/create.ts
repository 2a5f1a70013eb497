import { setTimeout as wait } from 'node:timers/promises'

import type { CreatedService, DriverOutcome, ServiceTarget } from '../../../hosting/port'

import { textAt } from '../panels'
import { findAddress } from './addresses'
import { ask, type ProxmoxWay, waitForTask } from './api'
import { findGuest, type Guest, HELD, OURS, pathOf } from './guests'
import { addOwner } from './owner'
import { switchOn } from './switch'

type Wish = { password: string } & ServiceTarget
type Order = { fields: Record<string, string>; path: string }

const cloneOrder = (way: ProxmoxWay, wish: Wish, id: string): Order | undefined => {
  const { settings } = way
  const plan = settings.kind === 'qemu' ? settings.plans[wish.package] : undefined
  if (settings.kind !== 'qemu' || plan === undefined) {
    return undefined
  }
  const { fullClone, node, pool, storage } = settings
  const fields = {
    full: fullClone ? '1' : '0',
    name: wish.name,
    newid: id,
    ...(pool && { pool }),
    ...(storage && fullClone && { storage }),
  }
  return { fields, path: `/nodes/${encodeURIComponent(node)}/qemu/${plan.template}/clone` }
}

const containerOrder = (way: ProxmoxWay, wish: Wish, id: string): Order | undefined => {
  const { settings } = way
  const plan = settings.kind === 'lxc' ? settings.plans[wish.package] : undefined
  if (settings.kind !== 'lxc' || plan === undefined) {
    return undefined
  }
  const { network, node, pool, storage } = settings
  const fields = {
    hostname: wish.name,
    net0: network,
    ostemplate: plan.ostemplate,
    password: wish.password,
    rootfs: `${storage}:${plan.disk}`,
    unprivileged: '1',
    vmid: id,
    ...(pool && { pool }),
  }
  return { fields, path: `/nodes/${encodeURIComponent(node)}/lxc` }
}

const IN_USE = /already exists|is already (?:in use|used)/i
const TRIES = 3

/** The next number may be taken in the same moment: Proxmox refuses it then, and we ask again. */
const begin = async (way: ProxmoxWay, wish: Wish): Promise<DriverOutcome> => {
  const { node } = way.settings
  let last: DriverOutcome = { kind: 'unavailable', reason: 'Proxmox has no free number' }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const next = await ask(way, { method: 'GET', path: '/cluster/nextid' })
    if (next.kind !== 'ok') {
      return next
    }
    const id = String(next.value)
    const order = cloneOrder(way, wish, id) ?? containerOrder(way, wish, id)
    if (!/^\d{3,9}$/.test(id) || order === undefined) {
      const reason = `the settings of the server have no plan named ${wish.package}`
      return { kind: 'rejected', reason }
    }
    const begun = await ask(way, { method: 'POST', ...order })
    if (begun.kind === 'ok') {
      return waitForTask(way, node, begun.value)
    }
    last = begun
    if (!('reason' in begun) || !IN_USE.test(begun.reason)) {
      return begun
    }
  }
  return last
}

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
  return written.kind === 'ok'
    ? { kind: 'ok', value: { ...guest, config: { ...guest.config, ...fields }, tags } }
    : written
}

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
    const reason = `the settings of the server have no plan named ${wish.package}`
    return { kind: 'rejected', reason }
  }
  const found = await findGuest(way, wish)
  if (found.kind !== 'ok') {
    return found
  }
  const begun: DriverOutcome = found.value
    ? { kind: 'ok', value: undefined }
    : await begin(way, wish)
  if (begun.kind !== 'ok') {
    return begun
  }
  const copied = await waitForCopy(way, wish)
  if (copied.kind !== 'ok') {
    return copied
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
