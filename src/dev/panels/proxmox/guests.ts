import type { Answer, Visit } from '../panel'
import type { Guest, GuestKind, ProxmoxStore } from './store'

import { beginTask } from './tasks'
import { gives, saysNo } from './words'

/** A call about one guest, or about all of one node. */
export type GuestCall = {
  id: string
  kind: GuestKind
  node: string
  store: ProxmoxStore
  visit: Visit
}

const isWhole = (text: string): boolean => /^[1-9]\d{2,8}$/.test(text)

/** Finds the guest where the call says that it is. */
export const withGuest = (call: GuestCall, work: (guest: Guest) => Answer): Answer => {
  const { id, kind, node, store } = call
  const guest = store.guests[id]
  const folder = kind === 'qemu' ? 'qemu-server' : 'lxc'
  return guest === undefined || guest.kind !== kind || guest.node !== node
    ? saysNo(500, `Configuration file 'nodes/${node}/${folder}/${id}.conf' does not exist`)
    : work(guest)
}

const withUnlocked = (call: GuestCall, work: (guest: Guest) => Answer): Answer =>
  withGuest(call, (guest) =>
    guest.lock === '' ? work(guest) : saysNo(500, `VM is locked (${guest.lock})`),
  )

const make = (call: GuestCall, from: Pick<Guest, 'config' | 'kind'>): Answer => {
  const { node, store, visit } = call
  const { fields } = visit
  const id = fields.get('newid') ?? fields.get('vmid') ?? ''
  const name = fields.get('name') ?? fields.get('hostname') ?? ''
  if (!isWhole(id) || !/^[a-z\d][a-z\d-]*$/i.test(name)) {
    return saysNo(400, 'Parameter verification failed.')
  }
  if (store.guests[id] !== undefined) {
    return saysNo(500, `unable to create VM ${id}: config file already exists`)
  }
  store.guests[id] = {
    ...from,
    ignoresShutdown: false,
    isTemplate: false,
    lock: 'clone',
    name,
    node,
    status: 'stopped',
    wasSeen: false,
  }
  const what = from.kind === 'qemu' ? 'qmclone' : 'vzcreate'
  return gives(beginTask(store, { effect: { id, kind: 'unlock' }, id, what }))
}

/** Copies a template. */
export const clone = (call: GuestCall): Answer =>
  withGuest(call, ({ config, kind }) => make(call, { config: { ...config }, kind }))

/** Makes a container. */
export const createContainer = (call: GuestCall): Answer => {
  const { fields } = call.visit
  const template = fields.get('ostemplate') ?? ''
  const config = Object.fromEntries(
    [...fields].filter(([name]) => !['hostname', 'ostemplate', 'vmid'].includes(name)),
  )
  return /^[\w-]+:vztmpl\/[\w.-]+$/.test(template)
    ? make(call, { config, kind: 'lxc' })
    : saysNo(400, 'Parameter verification failed.')
}

/** Guests of a node, with names straight from their files. */
export const listNode = ({ kind, node, store }: GuestCall): Answer => {
  if (node !== store.node) {
    return saysNo(500, `hostname lookup '${node}' failed`)
  }
  const all = Object.entries(store.guests).filter(([, guest]) => guest.kind === kind)
  const rows = all.map(([id, { isTemplate, name, status }]) => ({
    name,
    status,
    vmid: Number(id),
    ...(isTemplate && { template: 1 }),
  }))
  return gives(store.rights['/vms']?.includes('VM.Audit') ? rows : [])
}

/** Guests of all nodes, with names from statistics. */
export const listAll = (store: ProxmoxStore): Answer => {
  const rows = Object.entries(store.guests).map(([id, guest]) => ({
    id: `${guest.kind}/${id}`,
    node: guest.node,
    status: guest.status,
    template: Number(guest.isTemplate),
    type: guest.kind,
    vmid: Number(id),
    ...(guest.wasSeen && { name: guest.name }),
    ...(guest.config.tags && { tags: guest.config.tags }),
  }))
  return gives(store.rights['/vms']?.includes('VM.Audit') ? rows : [])
}

/** What stands in a guest's file. */
export const readConfig = (call: GuestCall): Answer =>
  withGuest(call, ({ config, kind, lock, name }) => {
    const { cipassword, password: _password, ...shown } = config
    const own = kind === 'qemu' ? { name } : { hostname: name }
    const secret = cipassword === undefined ? {} : { cipassword: '**********' }
    return gives({ ...shown, ...own, ...secret, ...(lock && { lock }) })
  })

/** Changes a guest's file. */
export const writeConfig = (call: GuestCall): Answer =>
  withUnlocked(call, (guest) => {
    Object.assign(guest.config, Object.fromEntries(call.visit.fields))
    return gives()
  })

/** How a guest is running. */
export const readStatus = (call: GuestCall): Answer =>
  withGuest(call, ({ name, status }) => gives({ name, status, vmid: Number(call.id) }))

/** Start, shutdown and stop. */
export const power = (call: GuestCall, verb: 'shutdown' | 'start' | 'stop'): Answer =>
  withUnlocked(call, (guest) => {
    const { id, kind, store } = call
    const what = `${kind === 'qemu' ? 'qm' : 'vz'}${verb}`
    const isFutile = verb === 'start' ? guest.status === 'running' : guest.status === 'stopped'
    if (isFutile && verb !== 'stop') {
      const words = verb === 'start' ? 'already running' : 'not running'
      return gives(beginTask(store, { exitstatus: `VM ${id} ${words}`, id, what }))
    }
    if (verb === 'shutdown' && guest.ignoresShutdown) {
      const exitstatus = 'VM quit/powerdown failed - got timeout'
      return gives(beginTask(store, { exitstatus, id, what }))
    }
    const effect = { id, kind: verb === 'start' ? ('start' as const) : ('stop' as const) }
    return gives(beginTask(store, { effect, id, what }))
  })

/** Removes a guest and its disks; a running one is not removed. */
export const destroy = (call: GuestCall): Answer =>
  withUnlocked(call, (guest) => {
    const { id, kind, store } = call
    if (guest.status === 'running') {
      return saysNo(500, `VM ${id} is running - destroy failed`)
    }
    const what = `${kind === 'qemu' ? 'qm' : 'vz'}destroy`
    return gives(beginTask(store, { effect: { id, kind: 'destroy' }, id, what }))
  })

const PUBLIC_IP = '203.0.113.44'

/** Addresses, as the agent in the machine or the container's kernel tells them. */
export const readAddresses = (call: GuestCall): Answer =>
  withGuest(call, ({ kind, status }) => {
    if (status !== 'running') {
      return saysNo(500, kind === 'qemu' ? 'QEMU guest agent is not running' : 'CT is not running')
    }
    const loopback = { 'ip-address': '127.0.0.1', 'ip-address-type': 'ipv4' }
    const outer = { 'ip-address': PUBLIC_IP, 'ip-address-type': 'ipv4' }
    return kind === 'qemu'
      ? gives({
          result: [
            { 'ip-addresses': [loopback], name: 'lo' },
            { 'ip-addresses': [outer], name: 'eth0' },
          ],
        })
      : gives([
          { inet: '127.0.0.1/8', name: 'lo' },
          { inet: `${PUBLIC_IP}/24`, name: 'eth0' },
        ])
  })
