import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { openHestiaRig } from './rigs/hestia'

vi.setConfig({ testTimeout: 30_000 })

type Rig = Awaited<ReturnType<typeof openHestiaRig>>

let rig: Rig

beforeAll(async () => {
  rig = await openHestiaRig()
}, 60_000)
beforeEach(() => rig.panel.control.reset())
afterAll(() => rig.close())

const make = async () => {
  const service = rig.newService()
  const outcome = await rig.driver.create(rig.server, service)
  expect(outcome).toMatchObject({ kind: 'ok' })
  return service
}

const userOf = ({ name }: { name: string }) => rig.panel.control.store().users[name]

const sight = async (service: Awaited<ReturnType<typeof make>>) => {
  const outcome = await rig.driver.inspect(rig.server, service)
  return outcome.kind === 'ok' ? outcome.value : outcome
}

describe('a new account', () => {
  it('has the package, the password, the site with its aliases, and the facts for the customer', async () => {
    const service = rig.newService()
    const [main = '', ...aliases] = service.hosts
    expect(await rig.driver.create(rig.server, service)).toEqual({
      kind: 'ok',
      value: {
        facts: {
          ip: '203.0.113.20',
          nameServers: 'ns1.panel.example.id, ns2.panel.example.id',
          panel: rig.server.address,
          user: service.name,
        },
        reference: service.name,
        secrets: { password: service.password },
      },
    })
    expect(userOf(service)).toMatchObject({
      domains: { [main]: { aliases, shows: 'site' } },
      package: 'hemat',
      password: service.password,
    })
  })

  it('gets the address that the settings name', async () => {
    const service = rig.newService()
    const server = { ...rig.server, settings: { ip: '203.0.113.77' } }
    expect(await rig.driver.create(server, service)).toMatchObject({
      value: { facts: { ip: '203.0.113.77' } },
    })
  })

  it('that stopped after the user is not there, and is finished by a second call', async () => {
    const service = rig.newService()
    rig.panel.control.addFault({ call: 'v-add-web-domain', kind: 'refuse', words: '20' })
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'unknown' })
    expect(userOf(service)?.domains).toEqual({})
    expect(await sight(service)).toBe('absent')
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('on')
  })

  it('that stopped after the user is removed by terminate, too', async () => {
    const service = rig.newService()
    rig.panel.control.addFault({ call: 'v-add-web-domain', kind: 'drop' })
    await rig.driver.create(rig.server, service)
    expect(await rig.driver.terminate(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(userOf(service)).toBeUndefined()
  })

  it('whose domain belongs to somebody else is refused', async () => {
    const { hosts } = await make()
    const service = { ...rig.newService(), hosts }
    expect(await rig.driver.create(rig.server, service)).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining('another account') as unknown,
    })
  })

  it.each([
    ['an unknown package', { package: 'emas' }, 'does not exist'],
    ['no domain', { hosts: [] }, 'needs a domain'],
    ['an address that Hestia does not take', { email: 'budi@localhost' }, 'form'],
  ])('with %s is refused in plain words', async (_, fields, words) => {
    const service = { ...rig.newService(), ...fields }
    expect(await rig.driver.create(rig.server, service)).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining(words) as unknown,
    })
  })
})

describe('what visitors see', () => {
  it('changes with the call: the web server is told at once', async () => {
    const service = await make()
    const site = () => userOf(service)?.domains[service.hosts[0] ?? '']?.shows
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({ kind: 'ok' })
    expect(site()).toBe('suspended page')
    expect(await rig.driver.resume(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(site()).toBe('site')
  })

  it('counts where account and site part: a suspension that stopped in the middle is finished', async () => {
    const service = await make()
    const user = userOf(service)
    Object.assign(user ?? {}, { isSuspended: true })
    expect(await sight(service)).toBe('on')
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({ kind: 'ok' })
    expect(user?.domains[service.hosts[0] ?? '']).toMatchObject({ shows: 'suspended page' })
    expect(await sight(service)).toBe('off')
  })

  it('and a resumption that stopped in the middle is finished, too', async () => {
    const service = await make()
    await rig.driver.suspend(rig.server, service, 'unpaid')
    rig.panel.control.addFault({ call: 'v-unsuspend-user', kind: 'partial' })
    expect(await rig.driver.resume(rig.server, service)).toMatchObject({ kind: 'unknown' })
    expect(await sight(service)).toBe('off')
    expect(await rig.driver.resume(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('on')
  })
})

describe('a test of the way in', () => {
  it('names the commands that the profile of the key lacks, and runs none of them', async () => {
    const service = await make()
    const store = rig.panel.control.store()
    store.commands = ['v-list-user', 'v-list-web-domain', 'v-add-user', 'v-delete-user']
    expect(await rig.driver.testConnection(rig.server)).toEqual({
      kind: 'rejected',
      reason:
        'the profile of the key lacks commands: v-add-web-domain, v-suspend-user, ' +
        'v-suspend-web-domain, v-unsuspend-user, v-unsuspend-web-domain',
    })
    expect(Object.keys(store.users)).toEqual([service.name])
  })

  it('tells a switched-off API, and a server that is too busy from a refusal', async () => {
    rig.panel.control.addFault({ kind: 'refuse', words: '11' })
    expect(await rig.driver.testConnection(rig.server)).toMatchObject({ kind: 'rejected' })
    rig.panel.control.addFault({ kind: 'refuse', words: '14' })
    expect(await rig.driver.testConnection(rig.server)).toMatchObject({ kind: 'unavailable' })
  })
})
