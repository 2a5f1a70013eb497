import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startPeruriSimulator } from '@/dev/peruri'

import { account, openRig, type Rig } from './rig'

let rig: Rig

beforeAll(async () => {
  rig = await openRig()
}, 60_000)

afterAll(() => rig.close())

const ask = async (method: string, path: string, init: RequestInit = {}) => {
  const response = await fetch(`${rig.url}${path}`, { method, ...init })
  return { json: (await response.json()) as Record<string, unknown>, status: response.status }
}

describe('the levers over HTTP', () => {
  it('set the balance, plan faults and tell the state', async () => {
    await ask('POST', '/__control/balance', { body: '{"balance":3}' })
    await ask('POST', '/__control/faults', { body: '{"kind":"drop","door":"serial"}' })
    expect((await ask('GET', '/__control/state')).json).toMatchObject({ balance: 3 })
    expect(await rig.connect().reserveSerial(rig.document)).toMatchObject({ kind: 'unknown' })
    await ask('POST', '/__control/reset')
    expect((await ask('GET', '/__control/state')).json).toMatchObject({ received: [] })
  })

  it('refuse what they do not know, and pages of other sites', async () => {
    const wrong = await ask('POST', '/__control/faults', { body: '{"kind":"earthquake"}' })
    expect(wrong.status).toBe(400)
    expect((await ask('POST', '/__control/balance', { body: '{' })).status).toBe(400)
    expect((await ask('GET', '/__control/nothing')).status).toBe(404)
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await ask('POST', '/__control/reset', { headers })).status).toBe(403)
  })

  it('give the roots to pin', async () => {
    const { json } = await ask('GET', '/__control/roots')
    expect(json).toEqual({ roots: rig.control.roots() })
  })
})

describe('the service', () => {
  it('answers nothing without a token', async () => {
    expect((await ask('POST', '/function/saldopos')).status).toBe(401)
    expect((await ask('POST', '/chanel/stampv2', { body: '{}' })).status).toBe(401)
  })

  it('refuses a wrong password with 200, as the real one does', async () => {
    const body = JSON.stringify({ password: 'wrong', user: account.user })
    expect(await ask('POST', '/api/users/login', { body })).toMatchObject({
      json: { statusCode: '01' },
      status: 200,
    })
  })

  it('keeps its authority over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peruri-'))
    const authorityPath = join(folder, 'sub', 'authority.json')
    const roots = []
    for (let start = 0; start < 2; start += 1) {
      const simulator = await startPeruriSimulator({ ...account, authorityPath })
      roots.push(simulator.control.roots())
      await simulator.close()
    }
    await rm(folder, { recursive: true })
    expect(roots[0]).toEqual(roots[1])
  }, 60_000)
})
