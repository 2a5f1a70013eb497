import { createServer } from 'node:net'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findEnvironmentFaults, parseEnvironment } from '@/config/env'
import { hostingOptions } from '@/config/hosting'
import { buildCaddyConfig, readRoutes } from '@/dev/caddy/config'
import { buildShopEnvironment, findNeededStandIns, findRefusals } from '@/dev/launch/environment'
import { restartDelay } from '@/dev/launch/family'
import { takeLock } from '@/dev/launch/lock'
import { choosePorts } from '@/dev/launch/ports'
import { openState, readSecrets } from '@/dev/launch/state'
import { findFreePort, isPortFree } from '@/dev/ports'
import { buildDemoServers, readPlaces } from '@/dev/seed/demoServers'
import { createHostingDrivers } from '@/plugin/adapters/hosting'

const ports = {
  caddyAdmin: 3061,
  domains: 3030,
  mailSmtp: 3025,
  mailWeb: 3020,
  panels: 3051,
  simulator: 3010,
  sites: 3060,
  stamps: 3040,
  web: 3000,
  whatsapp: 3021,
}
const secrets = { gateToken: 'g'.repeat(40), payloadSecret: 's'.repeat(40), postgresPassword: 'p' }
const databaseUrl = 'postgres://lunas:p@127.0.0.1:54320/lunas'

const real = {
  DATABASE_URL: 'postgres://shop@db.example.id/shop',
  DUITKU_API_KEY: 'a-key-of-sufficient-length',
  DUITKU_MERCHANT_CODE: 'D1234',
  MAIL_FROM: 'toko@example.id',
  PAYLOAD_SECRET: 'x'.repeat(32),
  SERVER_URL: 'https://shop.example.id',
  SMTP_URL: 'smtps://u:p@mail.example.id',
}

const newState = () => openState(mkdtempSync(join(tmpdir(), 'lunas-state-')))

const occupy = (port: number) =>
  new Promise<() => void>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(() => server.close()))
  })

/** Five free ports in a row, below those that the system gives to outgoing connections. */
const findFreeRow = async (): Promise<number> => {
  for (let first = 12_000 + (process.pid % 1000) * 16; ; first += 5) {
    const free = await Promise.all([0, 1, 2, 3, 4].map((step) => isPortFree(first + step)))
    if (free.every(Boolean)) {
      return first
    }
  }
}

describe('ports of the shop', () => {
  it('move to the next free one when taken', async () => {
    const first = await findFreeRow()
    const release = await occupy(first)
    expect(await findFreePort({ wanted: first })).toBe(first + 1)
    expect(await findFreePort({ taken: [first + 1, first + 2], wanted: first })).toBe(first + 3)
    release()
  })

  it('never meet, even when the same port is wanted twice', async () => {
    const first = await findFreeRow()
    const same = String(first)
    const chosen = await choosePorts({
      CADDY_ADMIN_PORT: same,
      CADDY_PORT: same,
      DOMAIN_SIMULATOR_PORT: same,
      MAIL_CATCHER_PORT: same,
      MAIL_CATCHER_SMTP_PORT: same,
      PANEL_SIMULATORS_PORT: same,
      PERURI_SIMULATOR_PORT: same,
      PORT: same,
      SIMULATOR_PORT: same,
      WHATSAPP_CATCHER_PORT: same,
    })
    const { panels, ...others } = chosen
    const all = [...Object.values(others), panels, panels + 1, panels + 2]
    expect(new Set(all).size).toBe(12)
    expect(chosen.web).toBe(first)
  })
})

describe('settings of a started shop', () => {
  it('are complete without anything given: every part has a stand-in', () => {
    const environment = buildShopEnvironment({ databaseUrl, given: {}, ports, secrets })
    expect(findNeededStandIns({})).toEqual([
      'database',
      'domains',
      'gateway',
      'mail',
      'panels',
      'stamps',
      'whatsapp',
    ])
    expect(findEnvironmentFaults(environment)).toEqual([])
    expect(environment).toMatchObject({ LUNAS_DEMO: '1', SERVER_URL: 'http://localhost:3000' })
  })

  it('keep what was given instead of its stand-in', () => {
    const environment = buildShopEnvironment({ databaseUrl: '', given: real, ports, secrets })
    expect(findNeededStandIns(real)).toEqual([])
    expect(environment).toMatchObject(real)
    expect(environment.LUNAS_DEMO).toBeUndefined()
  })

  it('never send demo invoices to a real gateway address', () => {
    const given = { DUITKU_POP_URL: 'https://api-prod.duitku.com' }
    const environment = buildShopEnvironment({ databaseUrl, given, ports, secrets })
    expect(environment.DUITKU_POP_URL).toBe('http://127.0.0.1:3010')
  })
})

describe('servers of hosting beside the shop', () => {
  const folders = { panels: '/srv/lunas/panels', sites: '/srv/lunas/sites' }
  const parts = { databaseUrl, folders, given: {}, ports, secrets }

  it('are the only private places that the shop may speak to, port by port', () => {
    const environment = buildShopEnvironment(parts)
    expect(findEnvironmentFaults(environment)).toEqual([])
    const { gateToken, privatePanels, zones } = hostingOptions(parseEnvironment(environment))
    expect(privatePanels).toEqual([
      '127.0.0.1:3051',
      '127.0.0.1:3052',
      '127.0.0.1:3053',
      '127.0.0.1:3060',
      '127.0.0.1:3061',
    ])
    expect([gateToken, zones]).toEqual([secrets.gateToken, ['situs.localhost']])
  })

  it('are sites on a real Caddy where there is one, and the simulator of a panel where there is none', () => {
    const drivers = (environment: Record<string, string>) =>
      buildDemoServers(readPlaces(environment)).flatMap(({ driver, kinds, region }) =>
        kinds.includes('cloud-server') && region === 'Jakarta' ? [driver] : [],
      )
    expect(drivers(buildShopEnvironment(parts))).toEqual(['caddy'])
    const bare = { ...parts, folders: { panels: folders.panels } }
    expect(drivers(buildShopEnvironment(bare))).toEqual(['hestia'])
    expect(
      hostingOptions(parseEnvironment(buildShopEnvironment(bare))).privatePanels,
    ).not.toContain('127.0.0.1:3061')
  })

  it('have settings that their drivers take', () => {
    const drivers = createHostingDrivers({ shopName: 'Toko' })
    for (const given of [folders, { panels: folders.panels }]) {
      const places = readPlaces(buildShopEnvironment({ ...parts, folders: given }))
      for (const { driver, settings } of buildDemoServers(places)) {
        expect(drivers[driver].settingFaults(settings), driver).toEqual([])
      }
    }
  })

  it('are none of a shop with a real gateway, which names its own private places', () => {
    const given = { ...real, CADDY_ADMIN_URL: 'unix:/run/caddy/admin.socket' }
    const environment = buildShopEnvironment({ databaseUrl: '', given, ports, secrets })
    expect(findNeededStandIns(given)).toEqual([])
    expect(readPlaces(environment)).toEqual({ caddy: undefined, panels: undefined })
    expect(hostingOptions(parseEnvironment(environment)).privatePanels).toEqual([
      'unix:/run/caddy/admin.socket',
    ])
  })

  it('stay where they are when Caddy is started again, on the ports of that time', () => {
    const routes = [{ '@id': 'lunas-u1234567', match: [{ host: ['toko.situs.localhost'] }] }]
    const saved = { apps: { http: { servers: { lunas: { listen: ['127.0.0.1:1'], routes } } } } }
    expect(readRoutes(saved)).toEqual(routes)
    expect(readRoutes(undefined)).toBeUndefined()
    expect(buildCaddyConfig({ admin: 3061, sites: 3060 }, readRoutes(saved))).toMatchObject({
      admin: { listen: '127.0.0.1:3061' },
      apps: { http: { servers: { lunas: { listen: ['127.0.0.1:3060'], routes } } } },
    })
  })
})

describe('a shop that may not start', () => {
  it('is one in production with stand-ins, each named', () => {
    const refusals = findRefusals({ NODE_ENV: 'production', PAYLOAD_SECRET: 'x'.repeat(32) })
    expect(refusals.map((line) => line.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'DUITKU_API_KEY',
      'SMTP_URL',
      'SERVER_URL',
      'MAIL_FROM',
    ])
    expect(findRefusals({ LUNAS_DEMO: '1', NODE_ENV: 'production' })).toEqual([])
    expect(findRefusals({ ...real, NODE_ENV: 'production' })).toEqual([])
  })

  it('is one with half a gateway', () => {
    expect(findRefusals({ DUITKU_API_KEY: real.DUITKU_API_KEY })).toEqual([
      'DUITKU_MERCHANT_CODE is missing; set both or none',
    ])
  })

  it('is the second one on the same state folder', async () => {
    const state = newState()
    const release = await takeLock(state)
    await expect(takeLock(state)).rejects.toThrow('running already')
    release()
    state.write('launcher.json', { port: 1, token: 'of a launcher that was killed' })
    ;(await takeLock(state))()
  })
})

describe('what survives a restart', () => {
  it('keeps the same secrets, readable by us alone', () => {
    const state = newState()
    const first = readSecrets(state)
    expect(readSecrets(openState(state.folder))).toEqual(first)
    expect(first.payloadSecret.length).toBeGreaterThanOrEqual(32)
    expect(first.gateToken.length).toBeGreaterThanOrEqual(32)
    expect(statSync(state.path('secrets.json')).mode & 0o777).toBe(0o600)
  })
})

describe('a shop that is older than one of its secrets', () => {
  it('gets that one and keeps the others', () => {
    const state = newState()
    state.write('secrets.json', { payloadSecret: 'kept', postgresPassword: 'kept too' })
    const secrets = readSecrets(state)
    expect(secrets).toMatchObject({ payloadSecret: 'kept', postgresPassword: 'kept too' })
    expect(readSecrets(state)).toEqual(secrets)
  })
})

describe('a part that dies', () => {
  it('comes back soon at first, later and later after that', () => {
    const delays = [0, 1, 2, 3, 20].map(restartDelay)
    expect(delays).toEqual([500, 1000, 2000, 4000, 30_000])
  })
})
