import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { findFreePort } from '@/dev/ports'
import { visit } from '../../support/edge/ask'
import { GATE_TOKEN, installGate, mapOf, startGate } from '../../support/edge/gate'
import { type MapDesk, startMapDesk } from '../../support/edge/origin'
import type { Running } from '../../support/edge/program'

const OFF = mapOf({ off: ['contoh.id'], on: ['nyala.example'] })

let desk: MapDesk
let folder: string
let gate: Running | undefined
let port: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lunas-gate-'))
  await installGate(folder)
  desk = await startMapDesk({ body: OFF, token: GATE_TOKEN })
})
afterAll(async () => {
  await desk.close()
  await rm(folder, { force: true, recursive: true })
})
beforeEach(async () => {
  desk.setBody(OFF)
  desk.setStatus(200)
  port = await findFreePort({ wanted: 4_720 })
  await rm(join(folder, 'keadaan'), { force: true, recursive: true })
})
afterEach(async () => {
  await gate?.kill()
  gate = undefined
})

const stateFile = (): string => join(folder, 'keadaan', 'peta')

const start = async (env: Record<string, string> = {}): Promise<Running> => {
  gate = await startGate({
    env: { GATE_STATE_FILE: stateFile(), ...env },
    folder,
    mapPort: desk.port,
    port,
  })
  return gate
}

const ask = (host: string, path = '/', headers = {}) =>
  visit({ headers: { 'X-Forwarded-Host': host, ...headers }, host: 'gate', path, port })

type Health = { ageSeconds: null | number; known: number; listed: number; state: string }

const health = async (): Promise<Health> => JSON.parse((await ask('x', '/healthz')).body) as Health

const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 8_000
  while (!(await isTrue())) {
    expect(performance.now()).toBeLessThan(deadline)
    await wait(20)
  }
}

const isOff = async (): Promise<boolean> => (await ask('contoh.id')).status === 503

describe('the gate as a process of its own', () => {
  it('runs without a package, pulls the map, and asks again only whether it changed', async () => {
    await start()
    await until(isOff)
    expect((await ask('nyala.example')).status).toBe(200)
    const before = desk.asked()
    await until(() => desk.asked().notModified >= before.notModified + 2)
    expect(await health()).toMatchObject({ known: 2, listed: 2, state: 'fresh' })
  })

  it('ends in peace when it is asked to', async () => {
    const running = await start()
    await until(isOff)
    expect(await running.stop()).toBe(0)
  })

  it('lets everybody through while it knows nothing, and says so', async () => {
    desk.setStatus(500)
    const running = await start()
    await until(() => running.log().includes('everybody is let through'))
    expect((await ask('contoh.id')).status).toBe(200)
    expect(await health()).toMatchObject({ ageSeconds: null, state: 'empty' })
    expect((await ask('x', '/healthz?strict')).status).toBe(503)
    desk.setStatus(200)
    await until(isOff)
    expect((await ask('x', '/healthz?strict')).status).toBe(200)
  })

  it('goes on with a map that has grown old, and warns once', async () => {
    const running = await start({ GATE_STALE_SECONDS: '1' })
    await until(isOff)
    desk.setStatus(503)
    await until(async () => (await health()).state === 'stale')
    expect(await isOff()).toBe(true)
    expect((await ask('x', '/healthz')).status).toBe(200)
    expect((await ask('x', '/healthz?strict')).status).toBe(503)
    await wait(500)
    expect(running.log().match(/no fresh map \(the shop answers with status 503\)/g)).toHaveLength(
      1,
    )
  })

  it('keeps the map on disk: killed and started again while the shop is away, it goes on', async () => {
    const running = await start()
    await until(isOff)
    await until(async () => (await readFile(stateFile(), 'utf8').catch(() => '')) !== '')
    await running.kill()
    desk.setStatus(503)
    await start()
    expect(await isOff()).toBe(true)
    expect((await health()).listed).toBe(2)
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['something else', () => '{"a":1}\n[]'],
  ])('starts with a kept map that is %s, and mends it', async (_, change) => {
    const first = await start()
    await until(async () => (await readFile(stateFile(), 'utf8').catch(() => '')) !== '')
    await first.kill()
    await writeFile(stateFile(), change(await readFile(stateFile(), 'utf8')))
    const second = await start()
    await until(isOff)
    expect(second.log()).toContain('cannot be used')
    await until(async () => (await readFile(stateFile(), 'utf8')).includes('contoh.id'))
  })

  it.each([
    ['cut short', OFF.slice(0, -30)],
    ['a page of somebody between us', '<html>Selamat datang</html>'],
    ['of another form', OFF.replace('lunas-gate/1', 'lunas-gate/9')],
  ])('keeps what it has when the new map is %s', async (_, body) => {
    const running = await start()
    await until(isOff)
    desk.setBody(body)
    await until(() => running.log().includes('the last one is used'))
    expect(await isOff()).toBe(true)
    desk.setBody(mapOf({ on: ['contoh.id'] }))
    await until(async () => (await ask('contoh.id')).status === 200)
  })

  it('reads the name from the header it is told to, and the path from that of the mode alone', async () => {
    await start({ GATE_HOST_HEADER: 'host', GATE_MODE: 'deny' })
    const byHost = (headers: Record<string, string>, path = '/') =>
      visit({ headers, host: 'contoh.id', path, port })
    await until(async () => (await byHost({})).status === 403)
    expect((await byHost({ 'X-Forwarded-Host': 'nyala.example' })).status).toBe(403)
    expect((await byHost({ 'X-Forwarded-Uri': '/robots.txt' })).status).toBe(403)
    expect((await byHost({ 'X-Original-Uri': '/robots.txt' })).status).toBe(200)
    expect((await byHost({ 'X-Original-Uri': '/robots.txt' }, '/?mode=page')).status).toBe(503)
  })

  it('names every wrong setting and does not start', () => {
    const { status, stderr } = spawnSync(process.execPath, ['src/gate/main.mjs'], {
      encoding: 'utf8',
      env: {
        GATE_LISTEN: 'everywhere',
        GATE_MAP_URL: 'ftp://toko.example/map',
        GATE_MODE: 'open',
        GATE_PULL_SECONDS: '0',
        GATE_TOKEN: 'short',
        NODE_ENV: 'production',
      },
    })
    expect(status).toBe(1)
    for (const name of ['LISTEN', 'MAP_URL', 'MODE', 'PULL_SECONDS', 'TOKEN']) {
      expect(stderr).toContain(`GATE_${name} must be`)
    }
    expect(stderr).not.toContain('short')
  })
}, 20_000)
