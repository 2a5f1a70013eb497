import { PROXMOX_TOKEN, startProxmox, TEMPLATE_ID } from '@/dev/panels'
import { createProxmoxDriver } from '@/plugin/adapters/hosting/proxmox'

import { drawService, type RigSource } from '../rig'
import { buildPanelRig } from './panel'

/** Settings of a cluster that sells one size of machines. */
export const proxmoxSettings = {
  kind: 'qemu',
  node: 'pve1',
  plans: { 'vps-1': { cores: 2, memory: 2_048, template: Number(TEMPLATE_ID) } },
  storage: 'local-lvm',
}

/** The driver of Proxmox VE before its simulator. */
export const openProxmoxRig = async () =>
  buildPanelRig({
    changes: [
      'acl',
      'clone',
      'config.write',
      'create',
      'destroy',
      'shutdown',
      'start',
      'stop',
      'users.add',
      'users.remove',
    ],
    count: ({ guests }) => Object.values(guests).filter(({ isTemplate }) => !isTemplate).length,
    createDriver: (options) => createProxmoxDriver({ ...options, pauseMs: 5 }),
    credential: PROXMOX_TOKEN,
    newService: () => drawService({ hosts: [], package: 'vps-1' }),
    panel: await startProxmox(),
    settings: proxmoxSettings,
    wrongCredential: 'lunas@pve!shop=00000000-0000-4000-8000-somebodyelse',
    wrongSettings: { kind: 'qemu', node: '../pve1', plans: { small: { template: 'debian' } } },
  })

/** See {@link openProxmoxRig}. */
export const proxmoxRig: RigSource = { id: 'proxmox', open: openProxmoxRig }
