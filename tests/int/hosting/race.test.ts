import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { clock } from '@/plugin/kernel/time'
import { makeHostingDesk } from '../../support/hostingDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test' })
const desk = makeHostingDesk(inUse)
const { panel } = desk

/** Wider than the pool of connections. */
const WIDE = 12

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

/** Every notice tells of a change that the one before it made possible. */
const isConsistent = (told: readonly string[]): boolean => {
  const [first, ...rest] = told
  return (
    first === 'hosting.ready' &&
    rest.every((event, at) => event === (at % 2 ? 'hosting.resumed' : 'hosting.suspended')) &&
    rest.length % 2 === 0
  )
}

describe('Who pays in the second in which he is suspended (51)', () => {
  it('is on in the end, and was told nothing that was not so: 240 times', async () => {
    const made = []
    for (let count = 0; count < WIDE; count += 1) {
      made.push(await desk.running())
    }
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(made.map(({ id }) => desk.block(id)))
      const working = desk.drain(WIDE)
      await Promise.all(made.map(({ id }) => desk.unblock(id)))
      await working
      await desk.drain(WIDE)
    }
    for (const { account, token } of made) {
      const after = await desk.account(token)
      expect(after).toMatchObject({ leaseBy: null, observed: 'on', state: 'active', wanted: 'on' })
      expect(panel.sightOf(account.name)).toBe('on')
      expect(panel.sites.get(account.name)?.created).toBe(1)
      expect(await desk.toldCustomer(token)).toSatisfy(isConsistent)
    }
  }, 300_000)

  it('and so he is on one service, asked by many at once', async () => {
    const { account, id, token } = await desk.running()
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        Array.from({ length: WIDE }, (_, at) => (at % 2 ? desk.block(id) : desk.unblock(id))),
      )
      await desk.unblock(id)
      await Promise.all([desk.drain(2), desk.drain(2)])
    }
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active' })
    expect(panel.sightOf(account.name)).toBe('on')
    expect(await desk.toldCustomer(token)).toSatisfy(isConsistent)
  })
})

describe('A customer in arrears', () => {
  it('who chooses suspension is off, and on again with his payment', async () => {
    const { account, customer, token } = await desk.running('auto')
    for (let day = 28; day <= 35; day += 1) {
      await desk.sweep(day)
    }
    const chosen = await desk.choose(token, 'suspend', customer)
    expect([chosen.status, chosen.code]).toEqual([200, undefined])
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'off', state: 'suspended' })
    await desk.pay(token)
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active' })
    expect(panel.sightOf(account.name)).toBe('on')
    expect(await desk.toldCustomer(token)).toEqual([
      'hosting.ready',
      'hosting.suspended',
      'hosting.resumed',
    ])
  })

  it('who is granted a chance while the ladder looks is on until it ends (54)', async () => {
    const { id, token } = await desk.running('auto')
    for (let day = 28; day <= 40; day += 1) {
      await desk.sweep(day)
    }
    await desk.drain()
    expect((await desk.account(token)).state).toBe('suspended')
    const answers = await Promise.all([desk.grant(id, 45), desk.sweep(40, 11)])
    expect(answers[0].status).toBe(200)
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
    for (let day = 41; day <= 45; day += 1) {
      await desk.sweep(day)
      await desk.drain()
      expect((await desk.account(token)).state).toBe('active')
    }
    for (let day = 46; day <= 56; day += 1) {
      await desk.sweep(day)
    }
    await desk.drain()
    expect((await desk.account(token)).state).toBe('suspended')
  })
})
