import type { Answer, Visit } from '../panel'
import type { GuestKind, ProxmoxStore } from './store'

import { addUser, listRights, removeUser, writeAcl } from './access'
import {
  clone,
  createContainer,
  destroy,
  type GuestCall,
  listAll,
  listNode,
  power,
  readAddresses,
  readConfig,
  readStatus,
  writeConfig,
} from './guests'
import { lookAtTask } from './tasks'
import { gives } from './words'

type Work = (call: GuestCall) => Answer

/** `needs`: right on the guest; `name`: what faults are planned for. */
type Route = { at: RegExp; name: string; needs?: string; work: Work }

const GUEST = '/nodes/(?<node>[^/]+)/(?<kind>qemu|lxc)/(?<id>\\d+)'

const at = (line: string): RegExp => new RegExp(`^${line.replace('GUEST', GUEST)}$`)

const nextId = ({ store }: GuestCall): Answer => {
  let id = 100
  while (store.guests[id] !== undefined) {
    id += 1
  }
  return gives(String(id))
}

const nameIn = ({ visit }: GuestCall): string =>
  decodeURIComponent(visit.path.split('/').at(-1) ?? '')

const upidIn = ({ visit }: GuestCall): string =>
  decodeURIComponent(visit.path.split('/').at(-2) ?? '')

const powerRoute = (verb: 'shutdown' | 'start' | 'stop'): Route => ({
  at: at(`POST GUEST/status/${verb}`),
  name: verb,
  needs: 'VM.PowerMgmt',
  work: (call) => power(call, verb),
})

const NODE = '/nodes/(?<node>[^/]+)'

const CLUSTER_ROUTES: readonly Route[] = [
  { at: at('GET /version'), name: 'version', work: () => gives({ version: '9.0.6' }) },
  {
    at: at('GET /access/permissions'),
    name: 'permissions',
    work: ({ store }) => listRights(store),
  },
  {
    at: at('PUT /access/acl'),
    name: 'acl',
    needs: 'Permissions.Modify',
    work: ({ store, visit }) => writeAcl(store, visit),
  },
  {
    at: at('POST /access/users'),
    name: 'users.add',
    work: ({ store, visit }) => addUser(store, visit),
  },
  {
    at: at('DELETE /access/users/[^/]+'),
    name: 'users.remove',
    work: (call) => removeUser(call.store, nameIn(call)),
  },
  { at: at('GET /cluster/resources'), name: 'resources', work: ({ store }) => listAll(store) },
  { at: at('GET /cluster/nextid'), name: 'nextid', work: nextId },
  { at: at(`GET ${NODE}/(?<kind>qemu|lxc)`), name: 'list', work: listNode },
  {
    at: at(`GET ${NODE}/tasks/[^/]+/status`),
    name: 'task',
    work: (call) => lookAtTask(call.store, upidIn(call)),
  },
]

const GUEST_ROUTES: readonly Route[] = [
  {
    at: at(`POST ${NODE}/(?<kind>lxc)`),
    name: 'create',
    needs: 'VM.Allocate',
    work: createContainer,
  },
  { at: at('POST GUEST/clone'), name: 'clone', needs: 'VM.Clone', work: clone },
  { at: at('GET GUEST/config'), name: 'config.read', needs: 'VM.Audit', work: readConfig },
  {
    at: at('PUT GUEST/config'),
    name: 'config.write',
    needs: 'VM.Config.Options',
    work: writeConfig,
  },
  { at: at('GET GUEST/status/current'), name: 'status', needs: 'VM.Audit', work: readStatus },
  ...(['start', 'shutdown', 'stop'] as const).map(powerRoute),
  { at: at('DELETE GUEST'), name: 'destroy', needs: 'VM.Allocate', work: destroy },
  {
    at: at('GET GUEST/agent/network-get-interfaces'),
    name: 'addresses',
    needs: 'VM.GuestAgent.Audit',
    work: readAddresses,
  },
  { at: at('GET GUEST/interfaces'), name: 'addresses', needs: 'VM.Audit', work: readAddresses },
]

const ROUTES = [...CLUSTER_ROUTES, ...GUEST_ROUTES]

/** The door that a call knocks at, and which guest it means. */
export const findRoute = ({
  method,
  path,
}: Visit): ({ id: string; kind: GuestKind; node: string } & Route) | undefined => {
  const line = `${method} ${path.replace(/^\/api2\/json/, '')}`
  for (const each of ROUTES) {
    const found = each.at.exec(line)
    if (found) {
      const { id = '', kind = 'qemu', node = '' } = found.groups ?? {}
      return { ...each, id, kind: kind as GuestKind, node }
    }
  }
  return undefined
}

/** Whether the token has a right on guests. */
export const hasRight = ({ rights }: ProxmoxStore, needs: string | undefined): boolean =>
  needs === undefined || (rights['/vms'] ?? []).includes(needs)
