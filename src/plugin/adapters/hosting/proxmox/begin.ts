import { createHash } from 'node:crypto'

import type { DriverOutcome, ServiceTarget } from '../../../hosting/port'

import { textAt } from '../panels'
import { ask, type ProxmoxWay, waitForTask } from './api'
import { pathOf } from './guests'

/** A guest that is to be made. */
export type Wish = { password: string } & ServiceTarget

/** The package is none that this server sells. */
export const noPlan = (wish: Wish): DriverOutcome<never> => ({
  kind: 'rejected',
  reason: `the settings of the server have no plan named ${wish.package}`,
})

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
const TRIES = 5

/**
 * The number is drawn from the service's id, so that two calls for one service ask for the same: Proxmox
 * lets the second one fail. With the next free number, which the cluster would tell, they made two guests.
 */
export const numberOf = (
  { id }: Pick<ServiceTarget, 'id'>,
  { attempt, from, to }: { attempt: number; from: number; to: number },
): string => {
  const digest = createHash('sha256').update(`${id}:${attempt}`).digest()
  return String(from + (digest.readUIntBE(0, 6) % (to - from + 1)))
}

/** Whether a number that is in use is in use for this service; a guest without a name is being made. */
const isOurNumber = async (way: ProxmoxWay, wish: Wish, id: string): Promise<boolean> => {
  const { kind, node } = way.settings
  const path = `${pathOf({ id, kind, node })}/config`
  const seen = await ask(way, { method: 'GET', path })
  const name = seen.kind === 'ok' ? textAt(seen.value, kind === 'qemu' ? 'name' : 'hostname') : '?'
  return name === wish.name || name === ''
}

/** Has the guest made: a copy of a template, or a container. One that is being made already is that one. */
export const beginGuest = async (way: ProxmoxWay, wish: Wish): Promise<DriverOutcome> => {
  const { node, numbers } = way.settings
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const id = numberOf(wish, { attempt, ...numbers })
    const order = cloneOrder(way, wish, id) ?? containerOrder(way, wish, id)
    if (order === undefined) {
      return noPlan(wish)
    }
    const begun = await ask(way, { method: 'POST', ...order })
    if (begun.kind === 'ok') {
      return waitForTask(way, node, begun.value)
    }
    if (!('reason' in begun) || !IN_USE.test(begun.reason)) {
      return begun
    }
    if (await isOurNumber(way, wish, id)) {
      return { kind: 'ok', value: undefined }
    }
  }
  return { kind: 'rejected', reason: 'every number for this guest is in use; widen the range' }
}
