import { describe, expect, it } from 'vitest'

import type { Send } from '@/plugin/adapters/hosting/http'
import { createHestiaDriver } from '@/plugin/adapters/hosting/hestia'
import { createProxmoxDriver } from '@/plugin/adapters/hosting/proxmox'
import { createWhmDriver } from '@/plugin/adapters/hosting/whm'

const nobody: Send = () => Promise.reject(new Error('nothing may be sent'))

const hestia = createHestiaDriver({ send: nobody })
const whm = createWhmDriver({ send: nobody })
const proxmox = createProxmoxDriver({ send: nobody })

const machines = { kind: 'qemu', node: 'pve1', plans: { 'vps-1': { template: 9_000 } } }
const containers = {
  kind: 'lxc',
  node: 'pve1',
  plans: { 'ct-1': { disk: 8, ostemplate: 'local:vztmpl/debian-13.tar.zst' } },
  storage: 'local-lvm',
}

describe('settings of a server', () => {
  it('that are complete have no faults', () => {
    expect(hestia.settingFaults({})).toEqual([])
    expect(hestia.settingFaults({ ip: '203.0.113.20' })).toEqual([])
    expect(whm.settingFaults({ username: 'reseller1' })).toEqual([])
    expect(proxmox.settingFaults(machines)).toEqual([])
    expect(proxmox.settingFaults(containers)).toEqual([])
    expect(proxmox.settingFaults({ ...machines, ownerRole: 'PVEVMUser', owners: 'pve' })).toEqual(
      [],
    )
  })

  it.each([
    ['hestia', hestia, { ip: '2001:db8::1' }, 'ip: must be an IPv4 address of the server'],
    ['whm', whm, {}, 'username: is missing'],
    ['whm', whm, { token: 'x', username: 'root' }, 'has unknown settings'],
    ['proxmox', proxmox, {}, 'kind: must be qemu or lxc'],
    ['proxmox', proxmox, { ...machines, node: '../x' }, 'node: must be the name of a node'],
    ['proxmox', proxmox, { ...containers, storage: undefined }, 'storage: is missing'],
    [
      'proxmox',
      proxmox,
      { ...machines, plans: { small: { template: 'debian' } } },
      'plans.small.template: must be a number',
    ],
    ['proxmox', proxmox, { ...machines, owners: 'pam' }, 'owners: must be pve'],
    [
      'proxmox',
      proxmox,
      { ...machines, numbers: { from: 100, to: 200 } },
      'numbers: must be a thousand numbers at least',
    ],
    [
      'proxmox',
      proxmox,
      { ...machines, ipConfig: 'ip=dhcp;rm' },
      'ipConfig: must be such as ip=dhcp',
    ],
  ])('of %s: each fault is named by its field', (_, driver, settings, fault) => {
    expect(driver.settingFaults(settings)).toEqual([fault])
  })
})

describe('a credential of another form', () => {
  const server = { address: 'https://panel.example.id:8083', id: 's', name: 's' }

  it('is refused before anything is sent, and not repeated', async () => {
    const credential = 'a-password-in-place-of-a-key'
    const outcomes = [
      await hestia.testConnection({ ...server, credential, settings: {} }),
      await proxmox.testConnection({ ...server, credential, settings: machines }),
    ]
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        kind: 'rejected',
        reason: expect.stringContaining('has not the form') as unknown,
      })
      expect(JSON.stringify(outcome)).not.toContain(credential)
    }
  })

  it('and a way out that fails unheard of throws nothing: what was done is unknown', async () => {
    const settings = { username: 'root' }
    expect(await whm.testConnection({ ...server, credential: 'T', settings })).toEqual({
      kind: 'unknown',
      reason: 'the driver could not understand the panel',
    })
  })
})
