import { randomUUID } from 'node:crypto'

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { hostingRuntime, type PublicService } from '@/plugin/hosting'
import { clock } from '@/plugin/kernel/time'
import { createProduct } from '../../factories/product'
import { makeHostingDesk } from '../../support/hostingDesk'
import type { LoggedIn } from '../../support/people'
import { callShop, validOrder } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test', RATE_LIMIT_FACTOR: '0' })
const desk = makeHostingDesk(inUse)
const { panel } = desk

beforeAll(async () => {
  await desk.enter()
  await desk.addServer()
  await desk.addServer({ region: 'Bandung' })
  await desk.addServer({
    driver: 'manual',
    kinds: ['colocation', 'dedicated-server'],
    region: 'Rak',
  })
  Object.assign(hostingRuntime.get(inUse.shop.payload), { zones: ['situs.contoh.web.id'] })
})
beforeEach(() => {
  panel.heal()
})
afterEach(() => {
  clock.release()
})

type Answered = {
  errors?: { code: string; field?: string; message: string }[]
  secrets: Record<string, string>
  service: PublicService
  services: PublicService[]
  url: string
}

const call = (path: string, by: LoggedIn | undefined, body?: unknown, language = 'id') =>
  callShop<Answered>(inUse.shop, `/api/shop/hosting${path}`, {
    ...(body !== undefined && { body }),
    headers: { 'accept-language': language, ...by?.headers },
  })

/** Paid for and not made: a service, and whose it is. */
const ready = async () => {
  const made = await desk.paid()
  return { ...made, accountId: (await desk.account(made.token)).id }
}

const anyDomain = (): string => `${randomUUID().slice(0, 8)}.contoh.id`

/** A machine of one's own, paid at once; its customer is logged in. */
const machine = async (kind: 'colocation' | 'dedicated-server') => {
  clock.release()
  const wish = { contractMonths: 1, kind, plans: [{ key: '2x', tenor: 2 }], price: 50_000 }
  const { slug } = await createProduct({ payload: inUse.shop.payload, wish })
  const customer = await desk.logIn()
  const { json } = await callShop<{ order: { token: string } }>(inUse.shop, '/api/shop/orders', {
    body: validOrder({ items: [{ product: slug, quantity: 1 }] }),
    headers: { 'idempotency-key': randomUUID(), ...customer.headers },
  })
  const { token } = json.order
  await desk.pay(token)
  return { accountId: (await desk.account(token)).id, customer, token }
}

describe('The services of a customer', () => {
  it('are his alone: a guest, another customer and staff see and do nothing', async () => {
    const { accountId, customer } = await ready()
    const doors = [
      [`/${accountId}`, undefined],
      [`/${accountId}/create`, { domain: anyDomain() }],
      [`/${accountId}/secrets`, {}],
      [`/${accountId}/sign-on`, {}],
    ] as const
    for (const [path, body] of doors) {
      const { other, owner } = desk.people
      const statusOf = async (by?: LoggedIn) => (await call(path, by, body)).status
      expect([path, await statusOf(), await statusOf(owner), await statusOf(other)]).toEqual([
        path,
        401,
        403,
        404,
      ])
    }
    const ids = async (by: LoggedIn) => (await call('', by)).json.services.map(({ id }) => id)
    expect(await ids(customer)).toEqual([accountId])
    expect(await ids(desk.people.other)).toEqual([])
    expect((await call('/%00', customer)).status).toBe(400)
    for (const odd of ['x', randomUUID(), "1'%20or%20'1'='1"]) {
      expect((await call(`/${odd}`, customer)).status).toBe(404)
    }
  })

  it('say what is missing before one can be made', async () => {
    desk.freezeOn(0)
    const { customer, token } = await desk.order()
    const { id } = await desk.account(token)
    const { service } = (await call(`/${id}`, customer)).json
    expect(service).toMatchObject({
      needs: null,
      obstacles: ['firstPayment'],
      state: 'locked',
    })
    const early = await call(`/${id}/create`, customer, { domain: anyDomain() })
    expect([early.status, early.code]).toEqual([409, 'event.notAllowed'])
    await desk.pay(token)
    expect((await call(`/${id}`, customer)).json.service).toMatchObject({
      needs: { domain: 'required', questions: [] },
      obstacles: [],
      regions: ['Bandung', 'Jakarta'],
      state: 'ready',
    })
  })
})

describe('The domain of a new service', () => {
  it.each([
    ['', 'hosting.domainRequired'],
    ['bukan domain', 'hosting.badDomain'],
    ['contoh', 'hosting.domainSingleLabel'],
    ['-a.contoh.id', 'hosting.badDomain'],
    [`${'a'.repeat(64)}.id`, 'hosting.badDomain'],
    ['203.0.113.7', 'hosting.domainIsAddress'],
    ['[2001:db8::1]', 'hosting.domainIsAddress'],
    ['contoh.id/halaman', 'hosting.domainWithMore'],
    ['budi@contoh.id', 'hosting.domainWithMore'],
    ['localhost', 'hosting.domainReserved'],
    ['panel.internal', 'hosting.domainReserved'],
    ['co.id', 'hosting.domainIsSuffix'],
    ['github.io', 'hosting.domainIsSuffix'],
    ['mail.situs.contoh.web.id', 'hosting.labelReserved'],
    ['a.b.situs.contoh.web.id', 'hosting.labelTooDeep'],
    ['situs.contoh.web.id', 'hosting.labelReserved'],
  ])('%j is refused: %s, in both languages, with its field', async (domain, code) => {
    const { accountId, customer, token } = await ready()
    const id = await call(`/${accountId}/create`, customer, { domain })
    const en = await call(`/${accountId}/create`, customer, { domain }, 'en')
    expect([id.status, id.code]).toEqual([422, code])
    expect(id.json.errors?.[0]?.field).toBe('domain')
    expect(en.json.errors?.[0]?.message).not.toBe(id.json.errors?.[0]?.message)
    expect((await desk.account(token)).state).toBe('ready')
  })

  it.each([
    ['Toko-Budi.ID', 'toko-budi.id', ['toko-budi.id', 'www.toko-budi.id']],
    ['https://www.bengkel-ani.co.id/', 'bengkel-ani.co.id', undefined],
    ['kopi-énak.id', 'xn--kopi-nak-f1a.id', undefined],
    ['budi.situs.contoh.web.id', 'budi.situs.contoh.web.id', ['budi.situs.contoh.web.id']],
  ])('%j is taken as %s', async (typed, domain, hosts) => {
    const { accountId, customer } = await ready()
    const { json, status } = await call(`/${accountId}/create`, customer, { domain: typed })
    expect([status, json.service.domain]).toEqual([202, domain])
    expect(json.service.hosts).toEqual(hosts ?? [domain, `www.${domain}`])
  })

  it('is one service’s alone, asked for by two at the same moment', async () => {
    const [first, second] = [await ready(), await ready()]
    const domain = anyDomain()
    const answers = await Promise.all(
      [first, second].map(({ accountId, customer }) =>
        call(`/${accountId}/create`, customer, { domain }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect([refused?.code, refused?.json.errors?.[0]?.field]).toEqual([
      'hosting.domainTaken',
      'domain',
    ])
  })

  it('lies neither below nor above that of another customer, save below a zone of the shop', async () => {
    const [owner, stranger] = [await ready(), await ready()]
    const domain = anyDomain()
    await call(`/${owner.accountId}/create`, owner.customer, { domain: `toko.${domain}` })
    for (const near of [domain, `a.toko.${domain}`]) {
      const answer = await call(`/${stranger.accountId}/create`, stranger.customer, {
        domain: near,
      })
      expect([answer.status, answer.code]).toEqual([409, 'hosting.domainForeign'])
    }
    const zoned = `${randomUUID().slice(0, 8)}.situs.contoh.web.id`
    const answer = await call(`/${stranger.accountId}/create`, stranger.customer, { domain: zoned })
    expect(answer.status).toBe(202)
  })

  it('is free again once its service has ended', async () => {
    const { account, accountId, token } = await desk.running()
    const { admin, owner } = desk.people
    const end = (deed: string, by: LoggedIn, body: object = {}) =>
      callShop(inUse.shop, `/api/hosting-accounts/${accountId}/${deed}`, {
        body,
        headers: by.headers,
      })
    await end('terminate', admin, { reason: 'Pelanggan pindah' })
    await end('terminate/agree', owner)
    const next = await ready()
    const body = { domain: account.domain }
    expect((await call(`/${next.accountId}/create`, next.customer, body)).code).toBe(
      'hosting.domainTaken',
    )
    const { endExports } = await import('@/plugin/hosting/ending/terminate')
    await endExports(inUse.shop.payload, desk.freezeOn(20))
    await desk.drain()
    expect((await desk.account(token)).state).toBe('terminated')
    expect((await call(`/${next.accountId}/create`, next.customer, body)).status).toBe(202)
  })
})

describe('What a customer asks for', () => {
  it('stands where he chose, and is asked for once however often it is pressed', async () => {
    const { accountId, customer, token } = await ready()
    const body = { domain: anyDomain(), region: 'Bandung' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call(`/${accountId}/create`, customer, body)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409, 409, 409])
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ state: 'active', wish: 1 })
    const { service } = (await call(`/${accountId}`, customer)).json
    expect(service).toMatchObject({
      facts: { IP: '203.0.113.7' },
      observed: 'on',
      region: 'Bandung',
      state: 'active',
    })
  })

  it.each([
    [{ region: 'Atlantis' }, 422, 'region'],
    [{ unknown: 1 }, 400, 'body'],
    [{ domain: 7 }, 422, 'domain'],
    [{ domain: 'a'.repeat(501) }, 422, 'domain'],
    [{ region: 'a'.repeat(61) }, 422, 'region'],
    [{ request: { power: '1' } }, 400, 'request'],
  ])('is refused with its field: %j', async (change, status, field) => {
    const { accountId, customer } = await ready()
    const answer = await call(`/${accountId}/create`, customer, { domain: anyDomain(), ...change })
    expect([answer.status, answer.json.errors?.[0]?.field]).toEqual([status, field])
  })

  it('and that the server refuses says why, and can be corrected', async () => {
    panel.fault('create', 'no', 1)
    const { accountId, customer } = await ready()
    await call(`/${accountId}/create`, customer, { domain: anyDomain() })
    await desk.drain()
    const failed = (await call(`/${accountId}`, customer)).json.service
    expect(failed).toMatchObject({ needs: { domain: 'required' }, state: 'failed' })
    expect(failed.trouble).toEqual({
      kind: 'correct',
      reason: 'Nama domain ini sudah ada di server',
    })
    const again = await call(`/${accountId}/create`, customer, { domain: anyDomain() })
    expect(again.status).toBe(202)
    await desk.drain()
    expect((await call(`/${accountId}`, customer)).json.service.state).toBe('active')
  })
})

describe('A guided request', () => {
  const asked = { access: 'Kunci SSH', notes: '', power: '2 × 500 W', rackUnits: 2 }

  it('for a place in a rack needs its answers, and becomes a task for people', async () => {
    const { accountId, customer, token } = await machine('colocation')
    expect((await call(`/${accountId}`, customer)).json.service.needs).toEqual({
      domain: 'none',
      questions: ['rackUnits', 'power', 'access', 'notes'],
    })
    for (const [change, field] of [
      [{ rackUnits: 49 }, 'request.rackUnits'],
      [{ rackUnits: 1.5 }, 'request.rackUnits'],
      [{ power: '' }, 'request.power'],
      [{ access: 'a\u0000b' }, 'request.access'],
    ] as const) {
      const request = { ...asked, ...change }
      const refused = await call(`/${accountId}/create`, customer, { request })
      expect([field, refused.json.errors?.[0]?.field]).toEqual([field, field])
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(refused.status).toBeLessThan(500)
    }
    const taken = await call(`/${accountId}/create`, customer, { request: asked })
    expect([taken.status, taken.json.service.request]).toEqual([202, asked])
    await desk.drain()
    expect(await desk.tasks(accountId)).toMatchObject([{ deed: 'create', state: 'open' }])
    expect(await desk.news(token)).toEqual(['hosting.task → staff'])
  })

  it('for a machine may name a domain, or none', async () => {
    const { accountId, customer } = await machine('dedicated-server')
    const request = { access: 'Kunci SSH', system: 'Debian 13' }
    const taken = await call(`/${accountId}/create`, customer, { request })
    expect([taken.status, taken.json.service.domain]).toEqual([202, null])
    const other = await machine('dedicated-server')
    const domain = anyDomain()
    const named = await call(`/${other.accountId}/create`, other.customer, { domain, request })
    expect(named.json.service.domain).toBe(domain)
  })
})

describe('The way in', () => {
  it('is shown once, though many look at the same moment, and then forgotten', async () => {
    const { account, accountId, customer, token } = await desk.running()
    expect((await call(`/${accountId}`, customer)).json.service.hasSecrets).toBe(true)
    expect(JSON.stringify((await call(`/${accountId}`, customer)).json)).not.toContain('rahasia')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => call(`/${accountId}/secrets`, customer, {})),
    )
    const shown = answers.filter(({ status }) => status === 200)
    expect(shown).toHaveLength(1)
    expect(shown[0]?.json.secrets).toMatchObject({ panel: 'rahasia-panel' })
    expect(shown[0]?.json.secrets.password?.length).toBeGreaterThan(11)
    expect(shown[0]?.headers.get('cache-control')).toBe('private, no-store')
    expect(answers.filter(({ code }) => code === 'hosting.noSecrets')).toHaveLength(5)
    expect((await desk.account(token)).secrets).toBeNull()
    expect((await call(`/${accountId}`, customer)).json.service.hasSecrets).toBe(false)
    expect(account.secrets).not.toContain('rahasia')
  })

  it('is not there before the service is', async () => {
    const { accountId, customer } = await ready()
    const answer = await call(`/${accountId}/secrets`, customer, {})
    expect([answer.status, answer.code]).toEqual([409, 'hosting.noSecrets'])
  })

  it('leads into the panel without a password where the panel has such a door', async () => {
    const { accountId, customer, id } = await desk.running()
    expect((await call(`/${accountId}`, customer)).json.service.canSignOn).toBe(false)
    expect((await call(`/${accountId}/sign-on`, customer, {})).code).toBe('hosting.noSignOn')
    const { drivers } = hostingRuntime.get(inUse.shop.payload)
    const url = 'https://panel.lunas.test:2083/cpsess1/login'
    Object.assign(drivers.whm, { signOn: () => Promise.resolve({ kind: 'ok', value: { url } }) })
    const answer = await call(`/${accountId}/sign-on`, customer, {})
    expect([answer.status, answer.json.url]).toEqual([200, url])
    await desk.block(id, 'admin')
    await desk.drain()
    expect((await call(`/${accountId}/sign-on`, customer, {})).code).toBe('hosting.noSignOn')
    Object.assign(drivers.whm, {
      signOn: () => Promise.resolve({ kind: 'unavailable', reason: 'token secret-123' }),
    })
    await desk.unblock(id, 'admin')
    await desk.drain()
    const away = await call(`/${accountId}/sign-on`, customer, {})
    expect([away.status, away.code]).toEqual([409, 'hosting.noSignOn'])
    expect(JSON.stringify(away.json)).not.toContain('secret-123')
  })
})
