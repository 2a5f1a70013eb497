import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { parseMap } from '@/plugin/hosting/gate/rules/gateMap.mjs'
import { hostingRuntime } from '@/plugin/hosting'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { makeServices } from '../../support/hostingAccounts'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const TOKEN = 'token-of-the-gate-in-tests-0001'
const BEARER = { authorization: `Bearer ${TOKEN}` }
const DAY_MS = 86_400_000

const inUse = useShop({ GATE_TOKEN: TOKEN })
const { clear, make, want } = makeServices(() => inUse.shop.payload)

beforeAll(async () => {
  await inUse.buyer.place()
})
afterEach(clear)

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(inUse.shop.url + path, { headers })

const visit = (host: string, headers: Record<string, string> = {}) =>
  ask('/api/gate', { 'x-forwarded-host': host, ...headers })

const readMap = async () => {
  const response = await ask('/api/gate/map', BEARER)
  expect(response.status).toBe(200)
  const body = await response.text()
  const { hosts } = JSON.parse(body) as { hosts: Record<string, string> }
  const listed = Object.entries(hosts).flatMap(([stand, names]) =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name) => [name, stand]),
  )
  return {
    etag: response.headers.get('etag') ?? '',
    listed: Object.fromEntries(listed) as Record<string, string>,
    ...(await parseMap(body)),
  }
}

/** Whether it comes true within so many milliseconds, looked at ever again. */
const within = async (ms: number, isTrue: () => Promise<boolean>): Promise<boolean> => {
  const deadline = performance.now() + ms
  while (!(await isTrue())) {
    if (performance.now() > deadline) {
      return false
    }
    await wait(20)
  }
  return true
}

describe('the map', () => {
  it('holds the names that are not on, and says how many there are', async () => {
    await make({ hosts: ['mati.example', 'alias.example'], wanted: 'off' })
    await make({ hosts: ['nyala.example'] })
    await make({ hosts: ['berakhir.example'], state: 'terminated', wanted: 'gone' })
    const { known, listed } = await readMap()
    expect(listed).toEqual({
      'alias.example': 'suspended',
      'berakhir.example': 'gone',
      'mati.example': 'suspended',
      'www.alias.example': 'suspended',
      'www.berakhir.example': 'gone',
      'www.mati.example': 'suspended',
    })
    expect(known).toBe(4)
  })

  it('follows what is wanted, whatever was seen last', async () => {
    const id = await make({ hosts: ['situs.example'], state: 'suspended', wanted: 'on' })
    expect((await readMap()).hosts.size).toBe(0)
    await want(id, 'off')
    expect((await readMap()).hosts.get('situs.example')).toBe('suspended')
    await want(id, 'gone')
    expect((await readMap()).hosts.get('situs.example')).toBe('gone')
  })

  it('forgets what ended four hundred days ago, and what never came to be', async () => {
    const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS)
    await make({
      hosts: ['lama.example'],
      state: 'terminated',
      updatedAt: ago(401),
      wanted: 'gone',
    })
    await make({
      hosts: ['baru.example'],
      state: 'terminated',
      updatedAt: ago(399),
      wanted: 'gone',
    })
    await make({ hosts: ['batal.example'], state: 'dropped', wanted: 'off' })
    const { listed } = await readMap()
    expect(Object.keys(listed)).toEqual(['baru.example', 'www.baru.example'])
  })

  it('leaves a name to its next owner, and the name with www. to whoever has it', async () => {
    await make({ hosts: ['dijual.example'], state: 'terminated', wanted: 'gone' })
    await make({ hosts: ['dijual.example'] })
    await make({ hosts: ['induk.example'], wanted: 'off' })
    await make({ hosts: ['www.induk.example'] })
    const { listed } = await readMap()
    expect(Object.keys(listed)).toEqual(['induk.example'])
  })

  it('survives odd rows, and lets no name through that could be more than one', async () => {
    await make({ hosts: { bukan: 'daftar' }, wanted: 'off' })
    await make({ hosts: ['a.example; return 200', 'b.example\nc.example {', ''], wanted: 'off' })
    const response = await ask('/api/gate/map?format=nginx', BEARER)
    const text = await response.text()
    expect(text).not.toMatch(/return|\{|a\.example/)
    expect(text).toMatch(/^# Lunas: /)
  })

  it('is not sent again to whoever has it', async () => {
    const id = await make({ hosts: ['situs.example'], wanted: 'off' })
    const { etag } = await readMap()
    const again = await ask('/api/gate/map', { ...BEARER, 'if-none-match': `"lain", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    await want(id, 'on')
    const changed = await ask('/api/gate/map', { ...BEARER, 'if-none-match': etag })
    expect(changed.status).toBe(200)
  })

  it.each([
    ['nginx', 'situs.example suspended;\n'],
    ['haproxy', 'situs.example suspended\n'],
  ])('is written for %s, with a last line that shows it is whole', async (form, line) => {
    await make({ hosts: ['situs.example'], wanted: 'off' })
    const response = await ask(`/api/gate/map?format=${form}`, BEARER)
    const text = await response.text()
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(text).toContain(line)
    expect(text.endsWith('# end\n')).toBe(true)
  })

  it('in another form is refused by name', async () => {
    const { json, status } = await callShop<{ errors: { field: string }[] }>(
      inUse.shop,
      '/api/gate/map?format=apache',
      { headers: BEARER },
    )
    expect([status, json.errors[0]?.field]).toEqual([400, 'format'])
  })
})

describe('who may have the map', () => {
  it('nobody without the token, staff included', async () => {
    const owner = await logInAs(inUse.shop, 'owner')
    const wrong = [
      {},
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${TOKEN}x` },
      { authorization: `Bearer ${TOKEN.slice(0, -1)}` },
      { authorization: `Basic ${TOKEN}` },
      { authorization: `bearer${TOKEN}` },
      owner.headers,
    ]
    for (const headers of wrong) {
      const { status } = await ask('/api/gate/map', headers as Record<string, string>)
      expect([401, 403], JSON.stringify(headers)).toContain(status)
    }
  })

  it('nobody at all while the shop has no token', async () => {
    const runtime = hostingRuntime.get(inUse.shop.payload) as { gateToken?: string | undefined }
    const { gateToken } = runtime
    runtime.gateToken = undefined
    try {
      for (const headers of [{}, BEARER, { authorization: 'Bearer undefined' }]) {
        expect((await ask('/api/gate/map', headers as Record<string, string>)).status).toBe(401)
      }
    } finally {
      runtime.gateToken = gateToken
    }
  })
})

describe('the gate in the shop', () => {
  it('hears of a suspension and of a payment at once', async () => {
    const id = await make({ hosts: ['situs.example'] })
    expect((await visit('situs.example')).status).toBe(200)
    // Listening begins with the first visit.
    expect(
      await within(5_000, async () => {
        const [row] = await queryRows<{ n: number }>(
          inUse.shop.payload,
          sql`select count(*)::int as n from pg_stat_activity
            where application_name = 'lunas-gate' and datname = current_database() and query ilike 'listen%'`,
        )
        return row?.n === 1
      }),
    ).toBe(true)
    await want(id, 'off')
    expect(await within(1_500, async () => (await visit('situs.example')).status === 503)).toBe(
      true,
    )
    await want(id, 'on')
    expect(await within(1_500, async () => (await visit('situs.example')).status === 200)).toBe(
      true,
    )
  })

  it('finds out by itself when nobody told it', async () => {
    const id = await make({ hosts: ['situs.example'] })
    expect(await within(5_000, async () => (await visit('situs.example')).status === 200)).toBe(
      true,
    )
    const { payload } = inUse.shop
    await queryRows(
      payload,
      sql`alter table hosting_accounts disable trigger hosting_accounts_tell_gate`,
    )
    try {
      await want(id, 'off')
      expect(await within(8_000, async () => (await visit('situs.example')).status === 503)).toBe(
        true,
      )
    } finally {
      await queryRows(
        payload,
        sql`alter table hosting_accounts enable trigger hosting_accounts_tell_gate`,
      )
    }
  })

  it('shows the page, or the bare refusal that nginx needs, and leaves ACME open', async () => {
    await make({ hosts: ['situs.example'], wanted: 'off' })
    await readMap()
    const page = await visit('SITUS.example:443', { 'accept-language': 'en' })
    expect(page.status).toBe(503)
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-language': 'en',
      'retry-after': '3600',
      'x-service-state': 'suspended',
    })
    expect(await page.text()).toContain(`${inUse.shop.url}/en/masuk-bayar?host=situs.example`)
    const bare = await ask('/api/gate?mode=deny', {
      'x-forwarded-host': 'situs.example',
      'x-forwarded-uri': '/robots.txt',
      'x-original-uri': '/',
    })
    expect([bare.status, await bare.text()]).toEqual([403, ''])
    const acme = await visit('situs.example', {
      'x-forwarded-uri': '/.well-known/acme-challenge/token',
    })
    expect(acme.status).toBe(200)
  })
})
