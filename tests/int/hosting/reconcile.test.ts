import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { findReconciliation } from '@/plugin/hosting'
import { clock } from '@/plugin/kernel/time'
import { makeHostingDesk } from '../../support/hostingDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test' })
const desk = makeHostingDesk(inUse)
const { panel } = desk

beforeAll(async () => {
  await desk.enter()
  await desk.addServer()
  await desk.addServer({ driver: 'caddy', region: 'Tepi' })
})
beforeEach(() => {
  panel.heal()
})
afterEach(() => {
  clock.release()
})

const atTheEdge = async () => {
  const made = await desk.paid()
  const { id } = await desk.account(made.token)
  await desk.ask(id, { region: 'Tepi' })
  await desk.drain()
  return { ...made, account: await desk.account(made.token) }
}

describe('Every hour what is wanted is compared with what is seen', () => {
  it('and nothing is done when they agree', async () => {
    await desk.running()
    const before = panel.calls.length
    const report = await desk.reconcile()
    await desk.drain()
    expect(report).toMatchObject({ alarmed: 0, apart: 0, healed: 0, looked: 1, unseen: 0 })
    expect(panel.calls.slice(before).map(({ verb }) => verb)).toEqual(['inspect'])
    expect(await findReconciliation(inUse.shop.payload)).toEqual(report)
  })

  it('what somebody switched in the panel is brought back, and nobody is bothered', async () => {
    const { account, token } = await desk.running()
    panel.set(account.name, 'off')
    expect(await desk.reconcile()).toMatchObject({ apart: 1, healed: 1 })
    await desk.drain()
    expect(panel.sightOf(account.name)).toBe('on')
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active' })
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
  })

  it('what is off and was switched on by hand goes off again', async () => {
    const { account, id, token } = await desk.running()
    await desk.block(id)
    await desk.drain()
    panel.set(account.name, 'on')
    await desk.reconcile()
    await desk.drain()
    expect(panel.sightOf(account.name)).toBe('off')
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready', 'hosting.suspended'])
  })

  it('a route that a restart has lost is made anew, on or off as it is wanted', async () => {
    const on = await atTheEdge()
    const off = await atTheEdge()
    await desk.block(off.id)
    await desk.drain()
    panel.set(on.account.name, 'absent')
    panel.set(off.account.name, 'absent')
    await desk.reconcile()
    await desk.drain()
    expect([panel.sightOf(on.account.name), panel.sightOf(off.account.name)]).toEqual(['on', 'off'])
  })

  it('a service that has vanished from its panel is a case for people, once', async () => {
    const { account, token } = await desk.running()
    panel.set(account.name, 'absent')
    expect(await desk.reconcile()).toMatchObject({ alarmed: 1 })
    await desk.reconcile()
    await desk.drain()
    expect(panel.verbs(account.name).filter((verb) => verb === 'create')).toHaveLength(1)
    const alarms = (await desk.news(token)).filter((line) => line.startsWith('hosting.alarm'))
    expect(alarms).toHaveLength(1)
    panel.set(account.name, 'on')
    await desk.reconcile()
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ alarmed: false, state: 'active' })
  })

  it('nothing is healed twice at once, though two clocks strike', async () => {
    const { account } = await desk.running()
    panel.set(account.name, 'off')
    const before = panel.verbs(account.name).length
    await Promise.all([desk.reconcile(), desk.reconcile(), desk.reconcile()])
    await desk.drain(3)
    const healed = panel.verbs(account.name).slice(before)
    expect(healed.filter((verb) => verb === 'resume')).toHaveLength(1)
  })

  it('a server that does not answer is left alone after two tries', async () => {
    for (let count = 0; count < 3; count += 1) {
      await desk.running()
    }
    panel.fault('inspect', 'away')
    const before = panel.calls.length
    const report = await desk.reconcile()
    expect(report.looked).toBe(0)
    expect(report.unseen).toBeGreaterThan(4)
    expect(panel.calls.length - before).toBeLessThanOrEqual(4)
  })
})
