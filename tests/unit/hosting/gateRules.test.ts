import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildMap } from '@/plugin/hosting/gate/buildMap'
import { writeMap } from '@/plugin/hosting/gate/formats'
import { answerVisit } from '@/plugin/hosting/gate/rules/answerVisit.mjs'
import { MAP_FORMAT, openMap, parseMap } from '@/plugin/hosting/gate/rules/gateMap.mjs'
import { isHostName, readHostName } from '@/plugin/hosting/gate/rules/hostName.mjs'
import { isOpenPath } from '@/plugin/hosting/gate/rules/openPath.mjs'
import { readLanguage, wantsProblem } from '@/plugin/hosting/gate/rules/prefer.mjs'

const shop = { serverUrl: 'https://toko.example', shopName: 'Toko' }
const document = buildMap(
  { gone: ['tutup.example'], off: ['contoh.id'], on: ['nyala.example'] },
  shop,
)
const map = openMap(document)

describe('the name by which a visitor came', () => {
  it.each([
    ['contoh.id', 'contoh.id'],
    ['CONTOH.ID', 'contoh.id'],
    ['contoh.id:8443', 'contoh.id'],
    ['contoh.id.', 'contoh.id'],
    ['contoh.id.:443', 'contoh.id'],
    [' contoh.id ', 'contoh.id'],
    ['contoh.id, dalam.example', 'contoh.id'],
    ['rumahé.example', 'xn--rumah-fsa.example'],
    [Buffer.from('rumahé.example').toString('latin1'), 'xn--rumah-fsa.example'],
    ['127.0.0.1:80', '127.0.0.1'],
  ])('%j is %j', (header, name) => {
    expect(readHostName(header)).toBe(name)
  })

  it.each([
    undefined,
    '',
    ' ',
    '[::1]:80',
    'a b',
    'a/b',
    'a?b',
    'user@contoh.id',
    '%63ontoh.id',
    ',',
  ])('%j is none', (header) => {
    expect(readHostName(header)).toBeUndefined()
  })

  it('is read of anything without harm, and only ever as a name that a map could hold', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = Buffer.from(bytes).toString('latin1')
        const name = readHostName(text)
        return name === undefined || /^[a-z0-9_.-]{1,253}$/.test(name)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what stays open', () => {
  it.each([
    '/robots.txt',
    '/robots.txt?a=/b',
    '/.well-known/acme-challenge/abc_DEF-123',
    '/.well-known/acme-challenge/abc?x',
  ])('%s', (path) => expect(isOpenPath(path)).toBe(true))

  it.each([
    undefined,
    '',
    '/',
    '/robots.txt/',
    '/robots.txt#/x',
    '/a/robots.txt',
    '/?/robots.txt',
    '/.well-known/acme-challenge/',
    '/.well-known/acme-challenge/../../etc',
    '/.well-known/acme-challenge/a/b',
    '/.well-known/acme-challenge/a%2f..',
    '/.well-known/acme-challenge/a\n',
    'http://contoh.id/robots.txt',
  ])('and nothing that only looks like it: %j', (path) => expect(isOpenPath(path)).toBe(false))
})

describe('what the visitor would rather have', () => {
  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,id;q=0.8', 'en'],
    ['id;q=0.9,en;q=0.8', 'id'],
    ['en;q=0.1,id', 'id'],
    ['fr,de;q=0.9', 'id'],
    ['fr,en;q=0.2', 'en'],
    ['en;q=0', 'id'],
    ['ms-MY,en;q=0.9', 'id'],
    ['*', 'id'],
  ])('a page in its language: %j → %s', (header, language) => {
    expect(readLanguage(header)).toBe(language)
  })

  it.each([
    ['application/json', true],
    ['application/problem+json, */*;q=0.1', true],
    ['application/vnd.api+json', true],
    ['text/html,application/json;q=0.9', false],
    ['application/json;q=0.2,text/html', false],
    ['*/*', false],
    ['application/jsonp', false],
    [undefined, false],
  ])('or a structure: %j → %s', (header, wanted) => {
    expect(wantsProblem(header)).toBe(wanted)
  })
})

describe('the answer', () => {
  const ask = { host: 'contoh.id', mode: 'page', uri: '/' } as const

  it('lets everybody through while nothing is known', () => {
    expect(answerVisit(undefined, ask).status).toBe(200)
  })

  it('is 200 for whoever is not in the map', () => {
    expect(answerVisit(map, { ...ask, host: 'nyala.example' }).status).toBe(200)
    expect(answerVisit(map, { ...ask, host: 'lain.example' }).status).toBe(200)
    expect(answerVisit(map, { ...ask, host: undefined }).status).toBe(200)
  })

  it('is the page, a problem, or a bare refusal for whoever is', () => {
    const page = answerVisit(map, ask)
    expect(page.status).toBe(503)
    expect(page.body).toContain('https://toko.example/masuk-bayar?host=contoh.id"')
    expect(page.body).not.toContain('{{host}}')
    const problem = answerVisit(map, { ...ask, accept: 'application/json' })
    expect([problem.status, problem.headers['Content-Type']]).toEqual([
      503,
      'application/problem+json',
    ])
    const bare = answerVisit(map, { ...ask, mode: 'deny' })
    expect([bare.status, bare.body, bare.headers['X-Service-State']]).toEqual([
      403,
      '',
      'suspended',
    ])
    expect(answerVisit(map, { ...ask, host: 'tutup.example' }).status).toBe(410)
  })
})

describe('a map from somewhere', () => {
  it('is taken when it is whole', async () => {
    const read = await parseMap(writeMap(document, 'json'))
    expect({ ...read, hosts: undefined }).toEqual({ ...map, hosts: undefined })
    expect([read.hosts.size, map.hosts.size]).toEqual([4, 4])
    expect(read.hosts.get('contoh.id')).toBe('suspended')
    expect(read.hosts.get('www.tutup.example')).toBe('gone')
    expect(read.hosts.get('nyala.example')).toBeUndefined()
  })

  const text = writeMap(document, 'json')
  const broken = (change: (value: Record<string, never>) => void): string => {
    const value = JSON.parse(text) as Record<string, never>
    change(value)
    return JSON.stringify(value)
  }

  it.each([
    ['cut short', text.slice(0, -20)],
    ['empty', ''],
    ['a page', '<html></html>'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another form', text.replace(MAP_FORMAT, 'lunas-gate/2')],
    ['a count below nothing', broken((it) => Object.assign(it, { known: -1 }))],
    ['no names', broken((it) => Object.assign(it, { hosts: {} }))],
    [
      'a name that is none',
      broken((it) => Object.assign(it.hosts ?? {}, { gone: 'contoh.id  lain.id' })),
    ],
    ['names out of order', broken((it) => Object.assign(it.hosts ?? {}, { gone: 'b.id a.id' }))],
    ['a list of names', broken((it) => Object.assign(it.hosts ?? {}, { gone: ['a.id'] }))],
    ['no answers', broken((it) => Object.assign(it, { answers: {} }))],
    [
      'a header with a line break',
      text.replace('"Retry-After":"3600"', '"Retry-After":"3600\\r\\nX: 1"'),
    ],
    ['a status that lets through', text.replaceAll('"status":503', '"status":200')],
  ])('is refused: %s', async (_, body) => {
    await expect(parseMap(body)).rejects.toThrow()
  })

  it('of very many names lets other work in between', async () => {
    const off = Array.from({ length: 20_000 }, (_, at) => `situs-${at}.example`)
    const reading = parseMap(writeMap(buildMap({ gone: [], off, on: [] }, shop), 'json'))
    let turns = 0
    const timer = setInterval(() => (turns += 1), 0)
    const { hosts } = await reading
    clearInterval(timer)
    expect(hosts.size).toBe(40_000)
    expect(turns).toBeGreaterThan(1)
  })

  it('is the same text for the same names, in whichever order they come', async () => {
    const names = fc.uniqueArray(fc.domain(), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ max: 30, min: 0 }), async (hosts, split) => {
        const [off, gone] = [hosts.slice(0, split), hosts.slice(split)]
        const built = buildMap({ gone, off, on: [] }, shop)
        const turned = buildMap(
          { gone: [...gone].reverse(), off: [...off].reverse(), on: [] },
          shop,
        )
        expect(writeMap(turned, 'json')).toBe(writeMap(built, 'json'))
        const { hosts: asked } = await parseMap(writeMap(built, 'json'))
        const whole = openMap(built).hosts
        expect(asked.size).toBe(whole.size)
        for (const host of [...hosts, 'tidak.ada.example', 'a.a', 'zz.zz']) {
          expect(asked.get(host)).toBe(whole.get(host))
        }
        off.filter(isHostName).forEach((host) => expect(asked.get(host)).toBe('suspended'))
      }),
      { numRuns: 100 },
    )
  })
})
