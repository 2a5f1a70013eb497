import { expect, it } from 'vitest'

import { type Heard, upgrade, visit } from './ask'
import type { Seen } from './origin'

/** Names that every map of these tests has. */
export const NAMES = {
  gone: ['berakhir.example'],
  off: ['toko.contoh.id', 'contoh.id', 'alias.example', 'xn--rumh-6na.example'],
  on: ['menyala.example'],
}

const seenBy = ({ body }: Heard): Seen => JSON.parse(body) as Seen

/** How a site answers that is let through. */
export const isThrough = (heard: Heard): boolean =>
  heard.status === 200 && heard.headers['x-origin'] === 'yes'

/** What a visitor meets of each proxy, whichever way it asks. */
export const provesVisits = (port: () => number, options: { hasPages: boolean }): void => {
  const ask = (args: Omit<Parameters<typeof visit>[0], 'port'>): Promise<Heard> =>
    visit({ ...args, port: port() })

  it.each([
    ['GET', undefined],
    ['HEAD', undefined],
    ['OPTIONS', undefined],
    ['POST', 'nama=Budi&catatan=a%20b'],
    ['PUT', '{"a":1}'],
    ['DELETE', undefined],
  ])('lets %s through to a site that is on, as it was sent', async (method, body) => {
    const path = '/a%2Fb/%20c?x=1&y=%26'
    const heard = await ask({ host: 'menyala.example', method, path, ...(body && { body }) })
    expect(isThrough(heard)).toBe(true)
    if (method !== 'HEAD') {
      expect(seenBy(heard)).toMatchObject({ body: body ?? '', method, url: path })
    }
  })

  it.each(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PROPFIND'])(
    'answers %s of a suspended site with 503, to be asked again within a day',
    async (method) => {
      const body = method === 'POST' || method === 'PUT' ? 'a=1' : undefined
      const heard = await ask({ host: 'contoh.id', method, ...(body && { body }) })
      expect(heard.status).toBe(503)
      expect(heard.headers['x-service-state']).toBe('suspended')
      expect(heard.headers['cache-control']).toBe('no-store')
      expect(Number(heard.headers['retry-after'])).toBeGreaterThan(0)
      expect(Number(heard.headers['retry-after'])).toBeLessThanOrEqual(86_400)
      expect(heard.headers['x-origin']).toBeUndefined()
    },
  )

  it.each([
    '/?x',
    '/?',
    '/index.html?a=/robots.txt',
    '/a%2Fb',
    '/%2e%2e/rahasia',
    '/robots.txt/../',
    '/.well-known/acme-challenge/../../',
    '/.well-known/acme-challenge/a/%2e%2e/b',
    '/.well-known/acme-challenge/',
    '/%72obots.txt',
    '//robots.txt',
    '/ROBOTS.TXT',
    '/healthz',
    '/?mode=deny',
    '/?mode=page&mode=deny',
    '/_lunas_gate',
    '/@lunas_open',
    '/gambar.png',
  ])('leaves no way round the suspension: %s', async (path) => {
    const heard = await ask({ host: 'contoh.id', path })
    // `/_lunas_gate` is nginx's own: from outside it is nowhere.
    expect([503, 404, 400]).toContain(heard.status)
    expect(heard.headers['x-origin']).toBeUndefined()
  })

  it('does not believe what the visitor says of himself', async () => {
    const heard = await ask({
      headers: {
        'X-Forwarded-Host': 'menyala.example',
        'X-Forwarded-Uri': '/robots.txt',
        'X-Original-URI': '/robots.txt',
        'X-Original-Url': '/robots.txt',
      },
      host: 'contoh.id',
      path: '/',
    })
    expect(heard.status).toBe(503)
  })

  it.each(['CONTOH.id', 'contoh.id:80', 'www.contoh.id', 'alias.example', 'xn--rumh-6na.example'])(
    'knows the site by its other names: %s',
    async (host) => {
      expect((await ask({ host })).status).toBe(503)
    },
  )

  it.each(['contoh.id.evil.example', 'bukan-contoh.id', '127.0.0.1', 'menyala.example'])(
    'does not take another site for it: %s',
    async (host) => {
      expect(isThrough(await ask({ host }))).toBe(true)
    },
  )

  it.each(['/.well-known/acme-challenge/tok-EN_123', '/robots.txt', '/robots.txt?v=1'])(
    'leaves %s of a suspended site open',
    async (path) => {
      const heard = await ask({ host: 'contoh.id', path })
      expect(isThrough(heard)).toBe(true)
      expect(seenBy(heard).url).toBe(path)
    },
  )

  it('answers 410 where a service has ended', async () => {
    const heard = await ask({ host: 'berakhir.example' })
    expect(heard.status).toBe(410)
    expect(heard.headers['x-service-state']).toBe('terminated')
    expect(heard.headers['retry-after']).toBeUndefined()
  })

  it('upgrades to WebSocket while the site is on, and refuses while it is off', async () => {
    const through = await upgrade({ host: 'menyala.example', port: port() })
    expect(through).toMatch(/^HTTP\/1\.1 101 /)
    expect(through).toContain('halo')
    expect(await upgrade({ host: 'contoh.id', port: port() })).toMatch(/^HTTP\/1\.1 503 /)
  })

  it('leads the owner in, by the name that was visited, and says nothing of debts', async () => {
    const heard = await ask({ host: 'www.contoh.id' })
    expect(heard.body).toContain('https://toko.example/masuk-bayar?host=www.contoh.id')
    expect(heard.body).not.toMatch(/tunggak|tagihan|cicilan|Rp\d|arrears|debt/i)
    expect(heard.headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/i)
  })

  it("leaves a site's own refusals alone", async () => {
    const own = await ask({ host: 'menyala.example', path: '/rahasia' })
    expect(own.status).toBe(403)
    expect(own.headers['x-origin']).toBe('yes')
  })

  it.runIf(options.hasPages)('speaks the language of the visitor, or JSON', async () => {
    const english = await ask({
      headers: { 'Accept-Language': 'fr, en;q=0.8, id;q=0.2' },
      host: 'contoh.id',
    })
    expect(english.body).toContain('<html lang="en">')
    const indonesian = await ask({
      headers: { 'Accept-Language': 'id-ID,en;q=0.5' },
      host: 'contoh.id',
    })
    expect(indonesian.body).toContain('<html lang="id">')
    const program = await ask({ headers: { Accept: 'application/json' }, host: 'contoh.id' })
    expect(program.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(program.body)).toMatchObject({ status: 503 })
  })
}
