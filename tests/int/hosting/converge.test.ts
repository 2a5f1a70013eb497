import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { hostingRuntime } from '@/plugin/hosting'
import { clock } from '@/plugin/kernel/time'
import { makeHostingDesk } from '../../support/hostingDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test' })
const desk = makeHostingDesk(inUse)
const { panel } = desk

const MINUTE = 60_000

beforeAll(async () => {
  await desk.enter()
  await desk.addServer()
})
beforeEach(() => {
  panel.heal()
})
afterEach(() => {
  clock.release()
})

describe('A service that is made', () => {
  it('is made once, looked at, and only then called running', async () => {
    const { account, token } = await desk.running()
    expect(account).toMatchObject({ observed: 'on', state: 'active', wanted: 'on', wish: 1 })
    expect(account.reference).toBe(`ref-${account.name}`)
    expect(account.name).toMatch(/^u[a-z\d]{7}$/)
    expect(account.endsOn).toBe('2027-12-04')
    expect(panel.verbs(account.name)).toEqual(['create', 'inspect'])
    expect(await desk.news(token)).toEqual(['hosting.ready → customer', 'hosting.changed → staff'])
  })

  it('that was made although nobody heard of it is found and not made twice', async () => {
    panel.fault('create', 'done', 1)
    const { account } = await desk.running()
    expect(account).toMatchObject({ observed: 'on', state: 'active' })
    expect(account.reference).toBe(`ref-${account.name}`)
    expect(panel.sites.get(account.name)?.created).toBe(1)
  })

  it('that the server refuses fails with its reason; asked for again it keeps its name', async () => {
    panel.fault('create', 'no', 1)
    const { account, token } = await desk.running()
    expect(account).toMatchObject({ observed: 'absent', server: null, state: 'failed' })
    expect(account.lastError).toMatch(/sudah ada/)
    expect(await desk.news(token)).toEqual(['hosting.failed → customer', 'hosting.alarm → staff'])
    await desk.ask(account.id)
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({
      name: account.name,
      state: 'active',
      wish: 2,
    })
  })

  it('keeps its password sealed, and never in a call or a message', async () => {
    const { account } = await desk.running()
    expect(account.secrets).toMatch(/^[\w-]{60,}$/)
  })
})

describe('A panel that times out though the suspension took effect (38)', () => {
  it('is looked at: recorded suspended once, told once', async () => {
    const { account, id, token } = await desk.running()
    panel.fault('suspend', 'done', 1)
    await desk.block(id)
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'off', state: 'suspended' })
    expect(panel.verbs(account.name).slice(2)).toEqual(['suspend', 'inspect'])
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready', 'hosting.suspended'])
  })

  it('and did nothing: nobody is told, it is done later', async () => {
    const { id, token } = await desk.running()
    panel.fault('suspend', 'lost', 1)
    await desk.block(id)
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active', tries: 1 })
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
    await desk.pass(3_000)
    expect(await desk.account(token)).toMatchObject({
      observed: 'off',
      state: 'suspended',
      tries: 0,
    })
  })
})

describe('A panel that answers 200 and does nothing (39)', () => {
  it('is asked three times, then people are called, once', async () => {
    const { account, id, token } = await desk.running()
    panel.fault('suspend', 'idle')
    await desk.block(id)
    await desk.drain()
    for (const wait of [3_000, 5_000, 9_000, MINUTE, 60 * MINUTE]) {
      await desk.pass(wait)
    }
    const asked = panel.verbs(account.name).filter((verb) => verb === 'suspend')
    expect(asked).toHaveLength(3)
    expect(await desk.account(token)).toMatchObject({
      alarmed: true,
      observed: 'on',
      state: 'active',
    })
    expect((await desk.news(token)).slice(2)).toEqual(['hosting.alarm → staff'])
    panel.heal()
    await desk.reconcile()
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ alarmed: false, state: 'suspended' })
  })
})

describe('A panel that is down for a day (40)', () => {
  it('leaves nobody shown as suspended, and drains when it is back', async () => {
    const { account, id, token } = await desk.running()
    panel.fault('suspend', 'away')
    panel.fault('inspect', 'away')
    await desk.block(id)
    await desk.drain()
    for (let hour = 0; hour < 24; hour += 1) {
      await desk.pass(60 * MINUTE)
      expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active' })
    }
    expect(await desk.news(token)).toEqual([
      'hosting.ready → customer',
      'hosting.changed → staff',
      'hosting.alarm → staff',
    ])
    panel.heal()
    await desk.pass(11 * MINUTE)
    expect(await desk.account(token)).toMatchObject({ state: 'suspended', wanted: 'off' })
    expect(panel.sightOf(account.name)).toBe('off')
  })

  it('is not asked to suspend any more when the customer has paid meanwhile', async () => {
    const { account, id, token } = await desk.running()
    panel.fault('suspend', 'away')
    await desk.block(id)
    await desk.drain()
    await desk.unblock(id)
    panel.heal()
    await desk.pass(11 * MINUTE)
    expect(panel.verbs(account.name).filter((verb) => verb === 'suspend')).toHaveLength(1)
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active', wish: 3 })
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
  })
})

describe('A wish that changes while the server is asked', () => {
  it('is followed: what was paid during the suspension ends on', async () => {
    const { account, id, token } = await desk.running()
    let isPaid = false
    panel.during(async ({ name, verb }) => {
      if (name === account.name && verb === 'suspend' && !isPaid) {
        isPaid = true
        await desk.unblock(id)
      }
    })
    await desk.block(id)
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active', wish: 3 })
    expect(panel.sightOf(account.name)).toBe('on')
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
  })

  it('paying takes the debt away and nothing else: abuse keeps it off', async () => {
    const { id, token } = await desk.running()
    await desk.block(id, 'unpaid')
    await desk.block(id, 'abuse')
    await desk.drain()
    await desk.unblock(id, 'unpaid', 'customer_choice')
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ state: 'suspended', wanted: 'off' })
    await desk.unblock(id, 'abuse')
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ state: 'active', wanted: 'on' })
    expect(await desk.toldCustomer(token)).toEqual([
      'hosting.ready',
      'hosting.suspended',
      'hosting.resumed',
    ])
  })
})

describe('A server in maintenance', () => {
  it('is left alone until it is over', async () => {
    const server = await desk.addServer({ slots: 1 })
    const { account, id, token } = await desk.running()
    const mine = account.server ?? ''
    await desk.changeServer(mine, { isInMaintenance: true })
    const before = panel.calls.length
    await desk.block(id)
    await desk.drain()
    await desk.pass(2 * MINUTE)
    expect(panel.calls).toHaveLength(before)
    await desk.changeServer(mine, { isInMaintenance: false })
    await desk.pass(2 * MINUTE)
    expect(await desk.account(token)).toMatchObject({ state: 'suspended' })
    expect(server).not.toBe('')
  })
})

describe('A worker that dies during a call', () => {
  it('leaves it unknown: the same job takes over, looks first, and makes nothing twice', async () => {
    const { token } = await desk.asked()
    const { id, name } = await desk.account(token)
    const [job] = await desk.takeJobs(1)
    panel.during(({ verb }) =>
      verb === 'create' ? new Promise(() => undefined) : Promise.resolve(),
    )
    void desk.runJob(job ?? expect.unreachable())
    await expect.poll(() => panel.verbs(name)).toEqual(['create'])
    panel.set(name, 'on')
    panel.heal()
    expect(await desk.account(token)).toMatchObject({ observed: 'unknown', state: 'provisioning' })
    await desk.runJob(job ?? expect.unreachable())
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active' })
    expect(panel.sites.get(name)?.created).toBe(1)
    expect((await desk.calls(id))[0]).toEqual({ outcome: 'unknown', verb: 'create' })
  })

  it('another job waits until the hand is free, and is called then', async () => {
    const { token } = await desk.asked()
    const { id, name } = await desk.account(token)
    const [job] = await desk.takeJobs(1)
    panel.during(async ({ verb }) => {
      if (verb === 'create') {
        await desk.runJob({ accountId: id, id: '999999' })
      }
    })
    await desk.runJob(job ?? expect.unreachable())
    await desk.drain()
    expect(panel.verbs(name)).toEqual(['create', 'inspect'])
    expect(await desk.account(token)).toMatchObject({
      leaseBy: null,
      nextTryAt: null,
      state: 'active',
    })
  })
})

describe('As many at a time as the shop allows', () => {
  it.each([1, 3])('%s, however many workers there are', async (parallel) => {
    const runtime = hostingRuntime.get(inUse.shop.payload)
    const before = runtime.parallel
    Object.assign(runtime, { parallel })
    const made = []
    for (let count = 0; count < 5; count += 1) {
      made.push(await desk.running())
    }
    panel.forget()
    panel.during(() => new Promise((resolve) => setTimeout(resolve, 400)))
    await Promise.all(made.map(({ id }) => desk.block(id)))
    await desk.drain(5)
    expect(panel.most()).toBe(parallel)
    for (const { token } of made) {
      expect((await desk.account(token)).state).toBe('suspended')
    }
    Object.assign(runtime, { parallel: before })
  })
})
