import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { openProxmoxRig, proxmoxSettings } from './rigs/proxmox'

vi.setConfig({ testTimeout: 30_000 })

type Rig = Awaited<ReturnType<typeof openProxmoxRig>>

let rig: Rig

beforeAll(async () => {
  rig = await openProxmoxRig()
}, 60_000)
beforeEach(() => rig.panel.control.reset())
afterAll(() => rig.close())

const store = () => rig.panel.control.store()

const withOwners = () => ({ ...rig.server, settings: { ...proxmoxSettings, owners: 'pve' } })

const guestOf = ({ name }: { name: string }) => {
  const [id, guest] = Object.entries(store().guests).find(([, each]) => each.name === name) ?? []
  return { guest, id }
}

const make = async (server = rig.server) => {
  const service = rig.newService()
  const outcome = await rig.driver.create(server, service)
  expect(outcome).toMatchObject({ kind: 'ok' })
  return service
}

const sight = async (service: Awaited<ReturnType<typeof make>>) => {
  const outcome = await rig.driver.inspect(rig.server, service)
  return outcome.kind === 'ok' ? outcome.value : outcome
}

describe('a new machine', () => {
  it('is a copy of the template of its plan, with its sizes, its login and its address', async () => {
    const service = rig.newService()
    const outcome = await rig.driver.create(rig.server, service)
    const { guest, id } = guestOf(service)
    expect(outcome).toEqual({
      kind: 'ok',
      value: {
        facts: { ip: '203.0.113.44', user: 'root' },
        reference: id,
        secrets: { password: service.password },
      },
    })
    const { password: cipassword } = service
    const fields = { cipassword, ciuser: 'root', cores: '2', ipconfig0: 'ip=dhcp', memory: '2048' }
    expect(guest).toMatchObject({
      config: { ...fields, onboot: '1', tags: 'lunas' },
      status: 'running',
    })
  })

  it('tells the address that it was given where the settings give one', async () => {
    const settings = { ...proxmoxSettings, ipConfig: 'ip=203.0.113.90/24,gw=203.0.113.1' }
    const outcome = await rig.driver.create({ ...rig.server, settings }, rig.newService())
    expect(outcome).toMatchObject({ value: { facts: { ip: '203.0.113.90' } } })
  })

  it('that was copied and not set up is not there, and is finished by a second call', async () => {
    const service = rig.newService()
    rig.panel.control.addFault({ call: 'config.write', kind: 'status', status: 500 })
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'unknown' })
    expect(guestOf(service).guest).toMatchObject({ status: 'stopped' })
    expect(await sight(service)).toBe('absent')
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('on')
    expect(await rig.serviceCount()).toBe(1)
  })

  it('that was set up and not started is off, and is started by a second call', async () => {
    const service = rig.newService()
    rig.panel.control.addFault({ call: 'start', kind: 'refuse', words: 'VM is locked (backup)' })
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'unavailable' })
    expect(await sight(service)).toBe('off')
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('on')
  })

  it('takes another number when somebody else has its own', async () => {
    const first = await make()
    const { guest, id = '' } = guestOf(first)
    Object.assign(guest ?? {}, { name: 'somebody-else' })
    const again = { ...first, reference: '' }
    expect(await rig.driver.create(rig.server, again)).toMatchObject({ kind: 'ok' })
    expect(guestOf(again).id).not.toBe(id)
  })

  it('of a package that the settings do not know is refused before anything is asked', async () => {
    const service = { ...rig.newService(), package: 'vps-99' }
    expect(await rig.driver.create(rig.server, service)).toEqual({
      kind: 'rejected',
      reason: 'the settings of the server have no plan named vps-99',
    })
    expect(rig.panel.control.calls()).toEqual([])
  })

  it('may be a container, made of an archive with its password', async () => {
    const plans = { 'vps-1': { disk: 8, ostemplate: 'local:vztmpl/debian-13.tar.zst' } }
    const settings = { kind: 'lxc', node: 'pve1', plans, storage: 'local-lvm' }
    const server = { ...rig.server, settings }
    const service = await make(server)
    expect(guestOf(service).guest).toMatchObject({
      config: { password: service.password, rootfs: 'local-lvm:8', unprivileged: '1' },
      kind: 'lxc',
      status: 'running',
    })
    expect(await rig.driver.suspend(server, service, 'unpaid')).toMatchObject({ kind: 'ok' })
    expect(await rig.driver.inspect(server, service)).toMatchObject({ value: 'off' })
  })
})

describe('a suspended machine', () => {
  it('does not start with its node, and its mark goes when it is on again', async () => {
    const service = await make()
    await rig.driver.suspend(rig.server, service, 'unpaid')
    const config = () => guestOf(service).guest?.config
    expect(config()).toMatchObject({ onboot: '0', tags: 'lunas;lunas-off' })
    await rig.driver.resume(rig.server, service)
    expect(config()).toMatchObject({ onboot: '1', tags: 'lunas' })
  })

  it('that does not hear the request to shut down is stopped', async () => {
    const service = await make()
    Object.assign(guestOf(service).guest ?? {}, { ignoresShutdown: true })
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({ kind: 'ok' })
    expect(rig.panel.control.calls()).toContain('stop')
    expect(await sight(service)).toBe('off')
  })

  it('that somebody has started again is on, and is switched off by a second call', async () => {
    const service = await make()
    await rig.driver.suspend(rig.server, service, 'unpaid')
    Object.assign(guestOf(service).guest ?? {}, { status: 'running' })
    expect(await sight(service)).toBe('on')
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('off')
  })

  it('keeps the tags of others', async () => {
    const service = await make()
    Object.assign(guestOf(service).guest?.config ?? {}, { tags: 'backup-weekly;lunas' })
    await rig.driver.suspend(rig.server, service, 'unpaid')
    await rig.driver.resume(rig.server, service)
    expect(guestOf(service).guest?.config.tags).toBe('backup-weekly;lunas')
  })

  it('of an owner with a login cannot be started by him until it is on again', async () => {
    const server = withOwners()
    const service = await make(server)
    const { id } = guestOf(service)
    const right = { path: `/vms/${id}`, role: 'PVEVMUser', user: `${service.name}@pve` }
    expect(store().acl).toEqual([right])
    await rig.driver.suspend(server, service, 'unpaid')
    expect(store().acl).toEqual([])
    await rig.driver.resume(server, service)
    expect(store().acl).toEqual([right])
    await rig.driver.terminate(server, service)
    expect([store().acl, store().users]).toEqual([[], {}])
  })
})

describe('a machine that its owner switched off himself', () => {
  it('is on: nobody holds it back, and nobody starts it for him', async () => {
    const service = await make()
    Object.assign(guestOf(service).guest ?? {}, { status: 'stopped' })
    expect(await sight(service)).toBe('on')
  })
})

describe('a machine that is locked by a backup', () => {
  it('waits, and is switched off later', async () => {
    const service = await make()
    const { guest } = guestOf(service)
    Object.assign(guest ?? {}, { lock: 'backup' })
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('locked (backup)') as unknown,
    })
    expect(await sight(service)).toBe('on')
    Object.assign(guest ?? {}, { lock: '' })
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('off')
  })
})

describe('whose guest it is', () => {
  it('its name says: a number that was given away again means nothing', async () => {
    const service = await make()
    const { guest, id = '' } = guestOf(service)
    Object.assign(guest ?? {}, { name: 'another-customer' })
    const ours = { ...service, reference: id }
    expect(await rig.driver.inspect(rig.server, ours)).toEqual({ kind: 'ok', value: 'absent' })
    expect(await rig.driver.terminate(rig.server, ours)).toMatchObject({ kind: 'ok' })
    expect(store().guests[id]).toMatchObject({ name: 'another-customer', status: 'running' })
  })

  it('is for a person to say when two have the name', async () => {
    const service = await make()
    const { guest } = guestOf(service)
    store().guests['777'] = structuredClone(guest ?? store().guests['9000']!)
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({
      kind: 'needsAction',
      steps: [expect.stringContaining('777') as unknown],
    })
  })

  it('is not known when the token may not see: a list that is empty proves nothing', async () => {
    const service = await make()
    store().rights['/vms'] = ['VM.PowerMgmt']
    expect(await rig.driver.inspect(rig.server, service)).toEqual({
      kind: 'rejected',
      reason: 'the token lacks a right: VM.Audit on /vms',
    })
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'rejected' })
    expect(await rig.serviceCount()).toBe(1)
  })
})

describe('a test of the way in', () => {
  it('names the rights that the token lacks, each with its path', async () => {
    store().rights = { '/vms': ['VM.Audit', 'VM.Allocate', 'VM.Clone', 'VM.Config.Options'] }
    expect(await rig.driver.testConnection(rig.server)).toEqual({
      kind: 'rejected',
      reason:
        'the token lacks rights: VM.Config.CPU on /vms, VM.Config.Memory on /vms, ' +
        'VM.PowerMgmt on /vms, Datastore.AllocateSpace on /storage, ' +
        'VM.Config.Cloudinit on /vms, VM.Config.Network on /vms',
    })
  })

  it('names a template that the node does not have', async () => {
    const settings = { ...proxmoxSettings, plans: { 'vps-2': { template: 9_001 } } }
    expect(await rig.driver.testConnection({ ...rig.server, settings })).toEqual({
      kind: 'rejected',
      reason: 'pve1 has no template 9001 (vps-2)',
    })
  })
})
