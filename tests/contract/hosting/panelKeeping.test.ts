import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { HESTIA_KEY, startHestia } from '@/dev/panels'
import { createHestiaDriver } from '@/plugin/adapters/hosting/hestia'
import { createSend, type Send } from '@/plugin/adapters/hosting/http'

import { drawService } from './rig'

vi.setConfig({ testTimeout: 30_000 })

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-'))
})
afterEach(() => rmSync(folder, { force: true, recursive: true }))

const open = async () => {
  const panel = await startHestia({ keepIn: join(folder, 'hestia.json') })
  const { address, certificate, port } = panel
  const send: Send = createSend({ allowPrivate: [`127.0.0.1:${port}`], timeoutMs: 20_000 })
  const access = { credential: HESTIA_KEY, id: 's', name: 's', settings: {} }
  return { panel, send, server: { ...access, address, certificate } }
}

describe('a simulated panel that keeps its state in a file', () => {
  it('has its accounts and its certificate after a restart, so that a pinned one stays good', async () => {
    const service = drawService({ package: 'hemat' })
    const first = await open()
    const made = await createHestiaDriver({ send: first.send }).create(first.server, service)
    expect(made).toMatchObject({ kind: 'ok' })
    await first.panel.close()
    const second = await open()
    expect(second.server.certificate).toBe(first.server.certificate)
    const driver = createHestiaDriver({ send: second.send })
    expect(await driver.inspect(second.server, service)).toEqual({ kind: 'ok', value: 'on' })
    await second.panel.close()
  })
})

describe('the control API', () => {
  it('plans faults for whoever is on the machine, and pulls nothing for other sites', async () => {
    const { panel, send, server } = await open()
    const pull = (headers: Record<string, string>, body: string) =>
      send({ body, headers, method: 'POST', path: '/__control/faults', server })
    const fault = JSON.stringify({ call: 'v-list-user', kind: 'status', status: 503 })
    expect(await pull({ 'sec-fetch-site': 'cross-site' }, fault)).toMatchObject({ status: 403 })
    expect(await pull({}, '{"kind":"unheard of"}')).toMatchObject({ status: 400 })
    expect(await pull({}, fault)).toMatchObject({ status: 200 })
    const driver = createHestiaDriver({ send })
    expect(await driver.inspect(server, drawService())).toMatchObject({ kind: 'unavailable' })
    expect(await driver.inspect(server, drawService())).toEqual({ kind: 'ok', value: 'absent' })
    await panel.close()
  })
})
