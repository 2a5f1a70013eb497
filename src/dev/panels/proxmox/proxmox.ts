import type { Answer, Panel, Visit } from '../panel'
import { type PanelOptions, type PanelSimulator, startPanel } from '../simulator'

import { findRoute, hasRight } from './routes'
import { freshProxmox, type ProxmoxStore } from './store'
import { beginTask, workOnTasks } from './tasks'
import { gives, saysNo } from './words'

/** `USER@REALM!TOKENID=SECRET` of the simulator. */
export const PROXMOX_TOKEN = 'lunas@pve!shop=6f1d2c3b-0000-4000-8000-simulator001'

const findStranger = (store: ProxmoxStore, { headers }: Visit): Answer | undefined =>
  headers.authorization === `PVEAPIToken=${store.token}`
    ? undefined
    : saysNo(401, 'invalid token value!')

const answer = (store: ProxmoxStore, visit: Visit): Answer => {
  workOnTasks(store)
  const found = findRoute(visit)
  if (found === undefined) {
    return saysNo(501, `Method '${visit.method} ${visit.path}' not implemented`)
  }
  const { id, kind, needs, node, work } = found
  return hasRight(store, needs)
    ? work({ id, kind, node, store, visit })
    : saysNo(403, `Permission check failed (/vms/${id}, ${needs})`)
}

const WITHOUT_TASK = ['acl', 'config.write', 'users.add', 'users.remove']

/** A task that ends well and has done nothing. */
const pretend = (store: ProxmoxStore, visit: Visit): Answer => {
  const { id = '0', name = '' } = findRoute(visit) ?? {}
  return WITHOUT_TASK.includes(name) ? gives() : gives(beginTask(store, { id, what: name }))
}

const panel: Panel<ProxmoxStore> = {
  answer,
  callOf: (visit) => findRoute(visit)?.name ?? '',
  findStranger,
  pretend,
  refuse: (_, words) => saysNo(500, words),
}

/** Starts a stand-in for the API of Proxmox VE, with tasks that take their time. */
export const startProxmox = (options: PanelOptions = {}): Promise<PanelSimulator<ProxmoxStore>> =>
  startPanel({
    fresh: () => freshProxmox(PROXMOX_TOKEN),
    name: 'Proxmox simulator',
    options,
    panel,
  })
