import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { openWhmRig } from './rigs/whm'

vi.setConfig({ testTimeout: 30_000 })

type Rig = Awaited<ReturnType<typeof openWhmRig>>

let rig: Rig

beforeAll(async () => {
  rig = await openWhmRig()
}, 60_000)
beforeEach(() => rig.panel.control.reset())
afterAll(() => rig.close())

const make = async () => {
  const service = rig.newService()
  expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'ok' })
  return service
}

const accountOf = ({ name }: { name: string }) => rig.panel.control.store().accounts[name]

const sight = async (service: Awaited<ReturnType<typeof make>>) => {
  const outcome = await rig.driver.inspect(rig.server, service)
  return outcome.kind === 'ok' ? outcome.value : outcome
}

describe('a new account', () => {
  it('has plan, password, domain and aliases, and the facts for the customer', async () => {
    const service = rig.newService()
    const [domain = '', , alias = ''] = service.hosts
    expect(await rig.driver.create(rig.server, service)).toEqual({
      kind: 'ok',
      value: {
        facts: {
          ip: '203.0.113.30',
          nameServers: 'ns1.panel.example.id, ns2.panel.example.id',
          panel: 'https://127.0.0.1:2083',
          user: service.name,
        },
        reference: service.name,
        secrets: { password: service.password },
      },
    })
    // cPanel serves www by itself.
    const { password } = service
    expect(accountOf(service)).toMatchObject({ aliases: [alias], domain, password, plan: 'hemat' })
  })

  it('that WHM made and did not finish is unknown; a second call takes it as it is', async () => {
    const service = rig.newService()
    rig.panel.control.addFault({ call: 'createacct', kind: 'partial' })
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'unknown' })
    expect(await sight(service)).toBe('on')
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(accountOf(service)?.aliases).toHaveLength(1)
  })

  it('without its further names is not finished; a second call adds what is missing', async () => {
    const service = rig.newService()
    const call = 'create_parked_domain_for_user'
    rig.panel.control.addFault({ call, kind: 'refuse', words: 'The limit is reached.' })
    expect(await rig.driver.create(rig.server, service)).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining('The limit is reached.') as unknown,
    })
    expect(accountOf(service)?.aliases).toEqual([])
    expect(await rig.driver.create(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(accountOf(service)?.aliases).toEqual([service.hosts[2]])
  })

  it.each([
    ['an unknown plan', { package: 'emas' }, 'does not exist'],
    ['no domain', { hosts: [] }, 'needs a domain'],
    ['a name that WHM does not take', { name: 'test1234' }, 'not a valid username'],
  ])('with %s is refused in the words of WHM', async (_, fields, words) => {
    const service = { ...rig.newService(), ...fields }
    expect(await rig.driver.create(rig.server, service)).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining(words) as unknown,
    })
    expect(accountOf(service)).toBeUndefined()
  })
})

describe('a suspended account', () => {
  it('carries the reason for the staff of the server, and is not locked', async () => {
    const service = await make()
    await rig.driver.suspend(rig.server, service, 'Cicilan 3 belum dibayar')
    expect(accountOf(service)).toMatchObject({
      isLocked: false,
      isSuspended: true,
      reason: 'Cicilan 3 belum dibayar',
    })
  })

  it('that root has locked needs a person; afterwards a second call opens it', async () => {
    const service = await make()
    Object.assign(accountOf(service) ?? {}, {
      isLocked: true,
      isSuspended: true,
      reason: 'phishing',
    })
    expect(await rig.driver.resume(rig.server, service)).toEqual({
      kind: 'needsAction',
      steps: [
        expect.stringContaining(`the account ${service.name} is locked`) as unknown,
        expect.stringContaining('phishing') as unknown,
      ],
    })
    expect(await sight(service)).toBe('off')
    Object.assign(accountOf(service) ?? {}, { isLocked: false })
    expect(await rig.driver.resume(rig.server, service)).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('on')
  })

  it('that WHM calls a failure and that is off is off', async () => {
    const service = await make()
    rig.panel.control.addFault({ call: 'suspendacct', kind: 'partial' })
    expect(await rig.driver.suspend(rig.server, service, 'unpaid')).toMatchObject({ kind: 'ok' })
    expect(await sight(service)).toBe('off')
  })

  it('opens no session; one that is on does, at a secure address', async () => {
    const service = await make()
    expect(await rig.driver.signOn?.(rig.server, service)).toEqual({
      kind: 'ok',
      value: { url: expect.stringMatching(/^https:\/\/.*session=/) as unknown },
    })
    await rig.driver.suspend(rig.server, service, 'unpaid')
    expect(await rig.driver.signOn?.(rig.server, service)).toMatchObject({ kind: 'rejected' })
  })
})

describe('an account that is not there', () => {
  it('is told by an empty list, whatever the words of WHM are', async () => {
    const service = rig.newService()
    rig.panel.control.addFault({ call: 'accountsummary', kind: 'refuse', words: 'Konto fehlt.' })
    expect(await sight(service)).toBe('absent')
    expect(rig.panel.control.calls()).toEqual(['accountsummary', 'listaccts'])
  })

  it('cannot be told when the list is refused: nothing is taken for gone', async () => {
    const service = rig.newService()
    rig.panel.control.store().privileges = ['acct-summary']
    expect(await rig.driver.inspect(rig.server, service)).toMatchObject({ kind: 'rejected' })
  })
})

describe('a test of the way in', () => {
  it('names the privileges that the token lacks', async () => {
    rig.panel.control.store().privileges = ['acct-summary', 'list-accts', 'create-acct']
    expect(await rig.driver.testConnection(rig.server)).toEqual({
      kind: 'rejected',
      reason: 'the token lacks privileges: create-user-session, kill-acct, suspend-acct',
    })
  })

  it('takes root for everything', async () => {
    rig.panel.control.store().privileges = ['all']
    expect(await rig.driver.testConnection(rig.server)).toEqual({
      kind: 'ok',
      value: { note: 'WHM knows lunas' },
    })
  })
})
