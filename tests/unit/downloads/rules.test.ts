import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashDevice, readPackageLink, signPackageLink } from '@/plugin/downloads/link'
import { openPassword, sealPassword } from '@/plugin/downloads/password'
import { toDisposition, toFileName } from '@/plugin/kernel/files'
import { drawPassword, openPassword as openSealed } from '@/plugin/kernel/secrets'
import { findRefusal, parseRange, resolveValidUntil, toUniqueNames } from '@/plugin/downloads/rules'
import { formatBytes } from '@/plugin/kernel/bytes'

const NOW = new Date('2026-11-30T03:00:00Z')
const secret = 'a-secret-of-this-test-alone-0123456789'

describe('A right', () => {
  const right = {
    allowed: 3,
    state: 'active',
    used: 0,
    validUntil: new Date('2026-12-01T00:00:00Z'),
  }

  it.each([
    [{}, false, undefined],
    [{ used: 3 }, false, 'download.limitReached'],
    [{ used: 3 }, true, undefined],
    [{ state: 'revoked', used: 3 }, true, 'download.revoked'],
    [{ validUntil: NOW }, true, 'download.expired'],
    [{ state: 'revoked', validUntil: NOW }, false, 'download.revoked'],
  ])('%j, begun: %s, refuses with %s', (changes, hasBegun, refusal) => {
    expect(findRefusal({ ...right, ...changes }, { hasBegun, now: NOW })).toBe(refusal)
  })

  it('lasts until the end of its last day in Jakarta', () => {
    expect(resolveValidUntil(NOW, 365)).toEqual(new Date('2027-11-30T16:59:59.999Z'))
    expect(resolveValidUntil(new Date('2026-11-30T17:00:00Z'), 1)).toEqual(
      new Date('2026-12-02T16:59:59.999Z'),
    )
  })
})

describe('The name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\budi\\tema.zip', 'tema.zip'],
    ['a\u0000b.html', 'a_b.html'],
    ['gaya\u202Efdp.exe', 'gaya_fdp.exe'],
    ['CON', 'berkas-CON'],
    ['nul.txt', 'berkas-nul.txt'],
    ['..', 'berkas'],
    ['', 'berkas'],
    ['  . . ', 'berkas'],
    ['Beranda Baru.html', 'Beranda Baru.html'],
    ['日本語 ✓.md', '日本語 ✓.md'],
    ['a:b|c?.css', 'a_b_c_.css'],
  ])('%j becomes %j', (given, name) => {
    expect(toFileName(given)).toBe(name)
  })

  it('is one plain name whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = toFileName(given)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(130)
        expect(name).not.toMatch(/[/\\\p{Cc}]|^\.+$/u)
      }),
    )
  })

  it('is its own in a package, also where capitals do not count', () => {
    expect(toUniqueNames(['a.txt', 'A.TXT', 'a (2).txt', 'b', 'b'])).toEqual([
      'a.txt',
      'A (2).TXT',
      'a (2) (2).txt',
      'b',
      'b (2)',
    ])
  })
})

describe('A part of a file of 100 bytes', () => {
  it.each([
    [null, 'whole'],
    ['', 'whole'],
    ['bytes=0-', { end: 99, start: 0 }],
    ['bytes=10-19', { end: 19, start: 10 }],
    ['bytes=-10', { end: 99, start: 90 }],
    ['bytes=-1000', { end: 99, start: 0 }],
    ['bytes=90-1000', { end: 99, start: 90 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=1-2,3-4', 'whole'],
    ['bytes=1e3-', 'whole'],
    ['chars=1-2', 'whole'],
  ])('asked for by %j is %j', (header, range) => {
    expect(parseRange(header, 100)).toEqual(range)
  })

  it('never leaves the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ max: 10_000, min: 1 }), (text, size) => {
        const range = parseRange(`bytes=${text}`, size)
        if (typeof range === 'object') {
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeLessThan(size)
          expect(range.start).toBeLessThanOrEqual(range.end)
        }
      }),
    )
  })
})

it('a disposition is one line of ASCII whatever the name', () => {
  expect(toDisposition('Kafé "1".zip')).toBe(
    'attachment; filename="Kaf_ _1_.zip"; filename*=UTF-8\'\'Kaf%C3%A9%20%221%22.zip',
  )
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(toDisposition(toFileName(name))).toMatch(/^[\x20-\x7e]+$/)
    }),
  )
})

describe('A link', () => {
  const packageId = '01a1ff09-2992-74ac-babd-000000000000'

  it('says which package until when, and is another each time', () => {
    const [one, two] = [1, 2].map(() => signPackageLink({ now: NOW, packageId, secret }))
    expect(readPackageLink(one?.word ?? '', secret)).toMatchObject({
      expiresAt: new Date('2026-11-30T03:10:00Z'),
      packageId,
    })
    expect(one?.word).not.toBe(two?.word)
  })

  it('is nothing under another secret, or with any letter changed', () => {
    const { word } = signPackageLink({ now: NOW, packageId, secret })
    expect(readPackageLink(word, `${secret}!`)).toBeUndefined()
    for (let at = 0; at < word.length - 1; at++) {
      const letter = word[at] === 'b' ? 'c' : 'b'
      expect(
        readPackageLink(word.slice(0, at) + letter + word.slice(at + 1), secret),
      ).toBeUndefined()
    }
  })

  it('knows devices apart, and not whose they are', () => {
    const device = hashDevice({ address: '203.0.113.9', browser: 'Firefox', secret })
    expect(device).not.toContain('203')
    expect(device).toBe(hashDevice({ address: '203.0.113.9', browser: 'Firefox', secret }))
    expect(device).not.toBe(hashDevice({ address: '203.0.113.9', browser: 'Chrome', secret }))
  })
})

describe('A password', () => {
  it('is drawn anew, from letters that nobody mistakes for each other', () => {
    const drawn = Array.from({ length: 200 }, drawPassword)
    expect(new Set(drawn).size).toBe(200)
    expect(
      drawn.every((word) =>
        /^(?:[a-hjkmnp-zA-HJ-NP-Z2-9]{5}-){3}[a-hjkmnp-zA-HJ-NP-Z2-9]{5}$/.test(word),
      ),
    ).toBe(true)
  })

  it('is sealed for one right under one secret', () => {
    const sealed = sealPassword({ owner: 'a', password: 'Rahasia-1', secret })
    expect(sealed).not.toContain('Rahasia')
    expect(openPassword({ owner: 'a', sealed, secret })).toBe('Rahasia-1')
    expect(() => openPassword({ owner: 'b', sealed, secret })).toThrow()
    expect(() => openPassword({ owner: 'a', sealed, secret: `${secret}!` })).toThrow()
    expect(() => openPassword({ owner: 'a', sealed: sealed.slice(2), secret })).toThrow()
  })

  it('that was sealed before passwords of other things were opens as ever, and for packages only', () => {
    const old = {
      owner: 'hak-1',
      sealed: 'BwcHBwcHBwcHBwcHu31ljfMdPcGspk4_OemQyuDNtHDYFeVhLZYz',
      secret: 's'.repeat(32),
    }
    expect(openPassword(old)).toBe('abcde-fghij')
    expect(() => openSealed({ ...old, label: 'reports password' })).toThrow()
  })
})

it.each([
  [0, '0 byte', '0 bytes'],
  [999, '999 byte', '999 bytes'],
  [1_000, '1 kB', '1 kB'],
  [1_250, '1,3 kB', '1.3 kB'],
  [12_345_678, '12,3 MB', '12.3 MB'],
  [999_600, '1 MB', '1 MB'],
  [1_073_741_824, '1,1 GB', '1.1 GB'],
])('%i bytes read as %s', (bytes, id, en) => {
  expect([formatBytes(bytes), formatBytes(bytes, 'en')]).toEqual([id, en])
})
