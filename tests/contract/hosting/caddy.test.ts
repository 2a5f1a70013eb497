import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { createHostingDrivers } from '@/plugin/adapters/hosting'
import type { ServerAccess, ServiceTarget } from '@/plugin/hosting/port'

import { freePort, hasCaddy, type RunningCaddy, startCaddy, visit } from '../../support/caddy'
import { drawService, type NewService } from './rig'
import { type Door, openDoor } from './rigs/door'

let caddy: RunningCaddy
let server: ServerAccess
let service: NewService

const driverFor = (port: number) =>
  createHostingDrivers({
    allowPrivate: [`127.0.0.1:${port}`, `127.0.0.1:${caddy.sitePort}`],
    shopName: 'Toko {env.HOME}',
    timeoutMs: 8_000,
  }).caddy

const driver = () => driverFor(caddy.adminPort)

const accessTo = (running: RunningCaddy): ServerAccess => ({
  address: running.admin,
  credential: '',
  id: 'server-1',
  name: 'web-1',
  settings: {
    addresses: ['203.0.113.7'],
    listen: [`127.0.0.1:${running.sitePort}`],
    probe: `http://127.0.0.1:${running.sitePort}`,
    root: running.root,
  },
})

const see = (path = '/', how: { headers?: Record<string, string>; method?: string } = {}) =>
  visit(caddy.sitePort, service.hosts[0] ?? '', { ...how, path })

const make = async (made = service) =>
  expect(await driver().create(server, made)).toMatchObject({ kind: 'ok' })

const suspend = async (target: ServiceTarget = service) =>
  expect(await driver().suspend(server, target, 'Cicilan 3')).toEqual({
    kind: 'ok',
    value: undefined,
  })

const resume = async () =>
  expect(await driver().resume(server, service)).toMatchObject({ kind: 'ok' })

const end = async () =>
  expect(await driver().terminate(server, service)).toMatchObject({ kind: 'ok' })

const inspect = () => driver().inspect(server, service)

const put = async (path: string, text: string): Promise<void> => {
  const file = join(caddy.root, service.name, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
}

vi.setConfig({ testTimeout: 30_000 })

describe.skipIf(!hasCaddy)('a site on a real Caddy', () => {
  beforeAll(async () => {
    caddy = await startCaddy()
    server = accessTo(caddy)
  }, 60_000)
  beforeEach(() => {
    service = drawService()
  })
  afterAll(() => caddy.stop())

  describe('that is new', () => {
    it('greets its owner under every one of its names, and says its state', async () => {
      await make()
      for (const host of service.hosts) {
        const { headers, status, text } = await visit(caddy.sitePort, host)
        expect(status, host).toBe(200)
        expect(headers['x-service-state']).toBe('active')
        expect(text).toContain('Situs Anda sudah aktif')
        expect(text).toContain('Your site is live')
      }
    })

    it('tells the customer where to point the domain', async () => {
      expect(await driver().create(server, service)).toEqual({
        kind: 'ok',
        value: { facts: { ip: '203.0.113.7' }, reference: `lunas-${service.name}`, secrets: {} },
      })
    })

    it('keeps what its owner has uploaded, however often it is made', async () => {
      await make()
      await put('index.html', '<h1>Milik Budi</h1>')
      await make()
      expect((await see()).text).toBe('<h1>Milik Budi</h1>')
    })

    it('shows no names of others, and nobody gets an empty 200', async () => {
      await make()
      expect((await visit(caddy.sitePort, 'lain.example')).status).toBe(404)
    })

    it('does not show what is not meant to be seen', async () => {
      await make()
      for (const path of ['.env', '.git/config', '.htpasswd']) {
        await put(path, 'rahasia')
        expect((await see(`/${path}`)).status, path).toBe(404)
      }
    })

    it('gets its new names when they change, and is absent until then', async () => {
      await make()
      const renamed = { ...service, hosts: [`baru-${service.name}.contoh.id`] }
      expect(await driver().inspect(server, renamed)).toEqual({ kind: 'ok', value: 'absent' })
      await make(renamed)
      expect(await driver().inspect(server, renamed)).toEqual({ kind: 'ok', value: 'on' })
      expect((await see()).status).toBe(404)
    })
  })

  describe('that is suspended', () => {
    beforeEach(async () => {
      await make()
      await put('robots.txt', 'User-agent: *')
      await put('.well-known/acme-challenge/token_1-2', 'token.key')
      await put('.well-known/acme-challenge/page.html', '<h1>a way around</h1>')
      await put('halaman.html', '<h1>Milik Budi</h1>')
      await suspend()
    })

    it.each([
      ['GET', '/'],
      ['GET', '/?x'],
      ['GET', '/halaman.html'],
      ['GET', '/HALAMAN.html?robots.txt'],
      ['GET', '/%68alaman.html'],
      ['GET', '//halaman.html'],
      ['GET', '/./halaman.html'],
      ['GET', '/robots.txt/../halaman.html'],
      ['GET', '/robots.txt%2f..%2fhalaman.html'],
      ['GET', '/.well-known/acme-challenge/../../halaman.html'],
      ['GET', '/.well-known/acme-challenge/%2e%2e/%2e%2e/halaman.html'],
      ['GET', '/.well-known/acme-challenge/page.html'],
      ['GET', '/.well-known/acme-challenge/'],
      ['GET', '/tidak/ada'],
      ['POST', '/'],
      ['POST', '/robots.txt'],
      ['PUT', '/halaman.html'],
      ['DELETE', '/halaman.html'],
      ['OPTIONS', '/'],
      ['HEAD', '/'],
      ['HEAD', '/halaman.html'],
    ])('answers 503 to %s %s', async (method, path) => {
      const { headers, status, text } = await see(path, { method })
      expect(status).toBe(503)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'retry-after': '3600',
        'x-service-state': 'suspended',
      })
      expect(text).not.toMatch(/Milik Budi|a way around|token\.key/)
    })

    it('answers 503 under every one of its names', async () => {
      for (const host of service.hosts) {
        expect((await visit(caddy.sitePort, host)).status, host).toBe(503)
        expect((await visit(caddy.sitePort, host.toUpperCase())).status, host).toBe(503)
        const withPort = `${host}:${caddy.sitePort}`
        expect((await visit(caddy.sitePort, withPort)).status, withPort).toBe(503)
      }
    })

    it('opens no WebSocket', async () => {
      const headers = {
        Connection: 'Upgrade',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version': '13',
        Upgrade: 'websocket',
      }
      expect((await see('/socket', { headers })).status).toBe(503)
    })

    it('speaks Indonesian and English, shows the owner the way, and fills in nothing', async () => {
      const { headers, text } = await see()
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(text).toContain('Layanan ditangguhkan sementara')
      expect(text).toContain('temporarily suspended')
      expect(text).toContain(`href="${service.ownerUrl}"`)
      expect(text).toContain('<footer>Toko {env.HOME}</footer>')
      expect(text).toContain('*{box-sizing:border-box;margin:0}')
      expect(text).not.toMatch(/Cicilan|Rp|tunggak/)
    })

    it('answers programs as application/problem+json', async () => {
      const { headers, status, text } = await see('/api', {
        headers: { Accept: 'application/json' },
      })
      expect(status).toBe(503)
      expect(headers['content-type']).toBe('application/problem+json')
      expect(headers['retry-after']).toBe('3600')
      expect(JSON.parse(text)).toMatchObject({ status: 503, type: 'about:blank' })
      const browser = { Accept: 'text/html,application/json;q=0.9' }
      expect((await see('/', { headers: browser })).headers['content-type']).toMatch(/^text\/html/)
    })

    it('lets certificates renew and crawlers ask', async () => {
      const challenge = await see('/.well-known/acme-challenge/token_1-2')
      expect([challenge.status, challenge.text]).toEqual([200, 'token.key'])
      expect(challenge.headers['content-type']).toMatch(/^text\/plain/)
      const robots = await see('/robots.txt')
      expect([robots.status, robots.text]).toEqual([200, 'User-agent: *'])
      expect((await see('/.well-known/acme-challenge/unknown')).status).toBe(404)
    })

    it('comes back as it was', async () => {
      await resume()
      expect((await see('/halaman.html')).text).toBe('<h1>Milik Budi</h1>')
      expect((await see()).headers).not.toHaveProperty('retry-after')
    })

    it('closes what was open before: a kept connection sees the change', async () => {
      await resume()
      const socket = connect(caddy.sitePort, '127.0.0.1')
      let heard = ''
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => {
        heard += chunk.toString()
      })
      const ask = (): Promise<void> =>
        new Promise((resolve) => {
          heard = ''
          if (socket.closed) resolve()
          socket.once('data', () => resolve())
          socket.once('close', () => resolve())
          socket.write(`GET /halaman.html HTTP/1.1\r\nHost: ${service.hosts[0]}\r\n\r\n`)
        })
      await ask()
      expect(heard).toMatch(/^HTTP\/1.1 200/)
      await suspend()
      await ask()
      expect(heard).not.toContain('Milik Budi')
      socket.destroy()
    })
  })

  describe('that has ended', () => {
    it('answers 410, keeps its files aside, and shows nothing of them', async () => {
      await make()
      await put('halaman.html', '<h1>Milik Budi</h1>')
      await put('robots.txt', 'User-agent: *')
      await end()
      for (const path of ['/', '/halaman.html', '/robots.txt', '/?x']) {
        const { headers, status, text } = await see(path)
        expect(status, path).toBe(410)
        expect(headers).toMatchObject({
          'cache-control': 'no-store',
          'x-service-state': 'terminated',
        })
        expect(headers).not.toHaveProperty('retry-after')
        expect(text).not.toContain('Budi')
      }
      const kept = join(caddy.root, '.kept', service.name, 'halaman.html')
      expect(await readFile(kept, 'utf8')).toBe('<h1>Milik Budi</h1>')
      expect(await readdir(caddy.root)).not.toContain(service.name)
      await end()
      expect(await readFile(kept, 'utf8')).toBe('<h1>Milik Budi</h1>')
    })

    it('gives its names to whoever has them next, and never takes them back', async () => {
      await make()
      const next = drawService({ hosts: service.hosts })
      expect(await driver().create(server, next)).toMatchObject({
        kind: 'rejected',
        reason: `${service.hosts[0]} is served by another route of this Caddy`,
      })
      await end()
      await make(next)
      await end()
      expect((await see()).status).toBe(200)
      expect(await driver().inspect(server, next)).toEqual({ kind: 'ok', value: 'on' })
    })
  })

  describe('whose machine fails', () => {
    it('is absent after a restart that forgot it, and made again as it was', async () => {
      await make()
      await put('index.html', '<h1>Milik Budi</h1>')
      await caddy.kill()
      expect(await inspect()).toMatchObject({ kind: 'unavailable' })
      expect(await driver().suspend(server, service, 'x')).toMatchObject({ kind: 'unavailable' })
      await caddy.start()
      expect(await inspect()).toEqual({ kind: 'ok', value: 'absent' })
      await suspend()
      expect((await see()).status).toBe(503)
      await resume()
      expect((await see()).text).toBe('<h1>Milik Budi</h1>')
    })

    it('is there after a restart that kept it', async () => {
      await make()
      await suspend()
      await caddy.kill()
      await caddy.start({ resume: true })
      expect(await inspect()).toEqual({ kind: 'ok', value: 'off' })
      expect((await see()).status).toBe(503)
    })

    it('without its folder is said to be so, and is not filled with a welcome', async () => {
      await make()
      await suspend()
      await driver().terminate({ ...server }, { ...service })
      const reason = 'the folder of the site is missing on the machine'
      expect(await driver().resume(server, service)).toEqual({ kind: 'rejected', reason })
    })

    it('is not believed by its word: what visitors see counts', async () => {
      await make()
      // Somebody at the machine opens the site by hand, before the route that is switched.
      const route = {
        handle: [
          { body: 'open', handler: 'static_response', headers: { 'X-Service-State': ['active'] } },
        ],
        match: [{ host: service.hosts }],
        terminal: true,
      }
      await suspend()
      const path = `${caddy.admin}/config/apps/http/servers/lunas/routes/0`
      const headers = { 'Content-Type': 'application/json' }
      await fetch(path, { body: JSON.stringify(route), headers, method: 'PUT' })
      expect(await inspect()).toEqual({ kind: 'ok', value: 'on' })
      const stranger = { ...route, handle: [{ body: 'open', handler: 'static_response' }] }
      await fetch(path, { body: JSON.stringify(stranger), headers, method: 'PATCH' })
      expect(await inspect()).toEqual({
        kind: 'unknown',
        reason: `${service.hosts[0]} is answered by something else (HTTP 200)`,
      })
      await fetch(path, { method: 'DELETE' })
      expect(await inspect()).toEqual({ kind: 'ok', value: 'off' })
    })

    it.each([
      ['is missing', 'tidak-ada', 'ENOENT'],
      ['is none', 'berkas', 'ENOTDIR'],
    ])('whose root %s is found before anything is made', async (_, name, code) => {
      await writeFile(join(caddy.root, 'berkas'), 'isi')
      const root = join(caddy.root, name)
      const blind = { ...server, settings: { ...server.settings, root } }
      expect(await driver().create(blind, service)).toEqual({
        kind: 'rejected',
        reason: `the folder of the site cannot be made (${code})`,
      })
      if (code === 'ENOENT') {
        expect(await driver().testConnection(blind)).toEqual({
          kind: 'rejected',
          reason: `the folder ${root} cannot be written (ENOENT)`,
        })
      }
      expect(await inspect()).toEqual({ kind: 'ok', value: 'absent' })
      expect(await readdir(caddy.root)).not.toContain('tidak-ada')
    })

    it('whose root is away when a site ends says so: its files are still somewhere', async () => {
      await make()
      const root = join(caddy.root, 'tidak-ada')
      const blind = { ...server, settings: { ...server.settings, root } }
      expect(await driver().terminate(blind, service)).toEqual({
        kind: 'rejected',
        reason: 'the folder of the site cannot be moved aside (ENOENT)',
      })
      await end()
      expect(await readdir(join(caddy.root, '.kept'))).toContain(service.name)
    })

    it('whose folder is a link to elsewhere is left alone', async () => {
      await symlink('/etc', join(caddy.root, service.name))
      await make()
      expect(await readdir('/etc')).not.toContain('index.html')
      await end()
    })
  })

  describe('over an admin API that drops answers', () => {
    let door: Door
    beforeEach(async () => {
      door = await openDoor({ port: caddy.adminPort, token: 'token-of-the-door' })
    })
    afterAll(() => door.close())

    it('is found to be done by the driver itself', async () => {
      const access = { ...server, address: door.address, credential: 'token-of-the-door' }
      door.setMood('dropped')
      expect(await driverFor(door.port).create(access, service)).toMatchObject({ kind: 'ok' })
      expect(await inspect()).toEqual({ kind: 'ok', value: 'on' })
      door.setMood('open')
    })
  })

  it.each(['../etc', 'a/b', '', 'U1', '{env.HOME}', '.kept'])(
    'has no name that leads elsewhere: %j',
    async (name) => {
      const outcome = await driver().create(server, { ...service, name })
      expect(outcome).toEqual({ kind: 'rejected', reason: 'the name of the service is none' })
    },
  )

  it.each(['*', '*.contoh.id', '{env.HOME}', 'localhost', 'a b.id', '-a.id', ''])(
    'has no domain that is none: %j',
    async (host) => {
      const outcome = await driver().create(server, { ...service, hosts: [host] })
      expect(outcome).toEqual({ kind: 'rejected', reason: 'a domain of the service is none' })
    },
  )
})

describe.skipIf(!hasCaddy)('a Caddy that has sites of its own', () => {
  let sitePort: number

  beforeAll(async () => {
    sitePort = await freePort()
    const own = {
      handle: [{ body: 'toko', handler: 'static_response' }],
      match: [{ host: ['toko.example'] }],
      terminal: true,
    }
    const rest = { handle: [{ body: 'lainnya', handler: 'static_response' }] }
    const srv0 = { listen: [`127.0.0.1:${sitePort}`], routes: [own, rest] }
    caddy = await startCaddy({ apps: { http: { http_port: sitePort, servers: { srv0 } } } })
    const probe = `http://127.0.0.1:${sitePort}`
    server = { ...accessTo(caddy), settings: { probe, root: caddy.root, server: 'srv0' } }
  }, 60_000)
  beforeEach(() => {
    service = drawService()
  })
  afterAll(() => caddy.stop())

  it('keeps them; ours stands before what answers for all names', async () => {
    const { caddy: own } = createHostingDrivers({
      allowPrivate: ['127.0.0.0/8'],
      shopName: 'Toko',
      timeoutMs: 8_000,
    })
    expect(await own.create(server, service)).toMatchObject({ kind: 'ok' })
    expect(await own.inspect(server, service)).toEqual({ kind: 'ok', value: 'on' })
    expect((await visit(sitePort, 'toko.example')).text).toBe('toko')
    expect((await visit(sitePort, 'lain.example')).text).toBe('lainnya')
    const thief = { ...service, hosts: ['toko.example'], name: 'uthief01' }
    expect(await own.create(server, thief)).toEqual({
      kind: 'rejected',
      reason: 'toko.example is served by another route of this Caddy',
    })
    expect(await own.testConnection(server)).toMatchObject({
      kind: 'ok',
      value: { note: expect.stringContaining('Server "srv0": 3 rute, 1 milik toko.') as unknown },
    })
  })
})
