import { describe, expect, it } from 'vitest'
import fc from 'fast-check'

import { readDomain, resolveNextLook } from '@/plugin/scopes/rules'

const rules = { acceptsTest: false, shopHost: 'hanzamas.tech' }
const read = (typed: string) => readDomain(typed, rules)

describe('The name of a site', () => {
  it.each([
    ['contoh-situs.co.id', 'contoh-situs.co.id'],
    ['  Contoh-Situs.CO.ID  ', 'contoh-situs.co.id'],
    ['https://contoh-situs.co.id/', 'contoh-situs.co.id'],
    ['HTTP://contoh-situs.co.id', 'contoh-situs.co.id'],
    ['contoh-situs.co.id.', 'contoh-situs.co.id'],
    ['www.contoh-situs.co.id', 'www.contoh-situs.co.id'],
    ['bücher.de', 'xn--bcher-kva.de'],
    ['b\u0075\u0308cher.de', 'xn--bcher-kva.de'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    ['contoh。id', 'contoh.id'],
    ['ｃｏｎｔｏｈ.id', 'contoh.id'],
  ])('is read as it is typed: %s', (typed, domain) => {
    expect(read(typed)).toEqual({ domain })
  })

  it.each([
    ['127.0.0.1', 'scope.domainIsAddress'],
    ['http://127.0.0.1/', 'scope.domainIsAddress'],
    ['127.1', 'scope.domainIsAddress'],
    ['2130706433', 'scope.domainIsAddress'],
    ['0x7f.0.0.1', 'scope.domainIsAddress'],
    ['017700000001', 'scope.domainIsAddress'],
    ['１２７.０.０.１', 'scope.domainIsAddress'],
    ['999.999.999.999', 'scope.domainIsAddress'],
    ['::1', 'scope.domainIsAddress'],
    ['[::1]', 'scope.domainIsAddress'],
    ['[2606:4700::1111]', 'scope.domainIsAddress'],
    ['contoh.co.id:8443', 'scope.domainWithMore'],
    ['contoh.co.id:80', 'scope.domainWithMore'],
    ['contoh.co.id/masuk', 'scope.domainWithMore'],
    ['budi@contoh.co.id', 'scope.domainWithMore'],
    ['https://budi:rahasia@contoh.co.id', 'scope.domainWithMore'],
    ['contoh.co.id?a=b', 'scope.domainWithMore'],
    ['contoh.co.id#a', 'scope.domainWithMore'],
    ['contoh.co.id\\masuk', 'scope.domainWithMore'],
    ['ftp://contoh.co.id', 'scope.domainWithMore'],
    ['localhost', 'scope.domainReserved'],
    ['a.localhost', 'scope.domainReserved'],
    ['contoh.test', 'scope.domainReserved'],
    ['example.com', 'scope.domainReserved'],
    ['www.example.org', 'scope.domainReserved'],
    ['printer.local', 'scope.domainReserved'],
    ['db.internal', 'scope.domainReserved'],
    ['1.0.0.127.in-addr.arpa', 'scope.domainReserved'],
    ['expyuzz4wqqyqhjn.onion', 'scope.domainReserved'],
    ['contoh', 'scope.domainSingleLabel'],
    ['hanzamas.tech', 'scope.ownShop'],
    ['admin.hanzamas.tech', 'scope.ownShop'],
    ['', 'scope.badDomain'],
    ['-contoh.id', 'scope.badDomain'],
    ['contoh-.id', 'scope.badDomain'],
    ['con toh.id', 'scope.badDomain'],
    ['con\ntoh.id', 'scope.badDomain'],
    ['con%74oh.id', 'scope.badDomain'],
    ['contoh..id', 'scope.badDomain'],
    ['_dmarc.contoh.id', 'scope.badDomain'],
    ['con\u200Btoh.id', 'scope.badDomain'],
    [`${'a'.repeat(64)}.id`, 'scope.badDomain'],
    [`${'a.'.repeat(115)}id`, 'scope.badDomain'],
    ['xn--a.id', 'scope.badDomain'],
    ['a'.repeat(5000), 'scope.badDomain'],
  ])('that is none is refused with words of its own: %s', (typed, fault) => {
    expect(read(typed)).toEqual({ fault })
  })

  it('below .test is taken only where a simulator answers', () => {
    expect(readDomain('contoh-situs.test', { ...rules, acceptsTest: true })).toEqual({
      domain: 'contoh-situs.test',
    })
    expect(readDomain('contoh.local', { ...rules, acceptsTest: true })).toEqual({
      fault: 'scope.domainReserved',
    })
  })

  it('is refused above the shop’s own', () => {
    expect(readDomain('hanzamas.tech', { ...rules, shopHost: 'toko.hanzamas.tech' })).toEqual({
      fault: 'scope.ownShop',
    })
  })

  it('whatever is typed, is plain letters with a dot between them, and reads itself as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.domain()), (typed) => {
        const result = read(typed)
        if ('domain' in result) {
          expect(result.domain).toMatch(/^(?=.{1,220}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)
          expect(result.domain).not.toMatch(/^[\d.]+$/)
          expect(read(result.domain)).toEqual(result)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('The next look', () => {
  it('comes later and later, then daily, and never after the code has expired', () => {
    const now = new Date('2026-11-30T03:00:00Z')
    const until = new Date('2026-12-14T03:00:00Z')
    const minutes = [1, 2, 3, 4, 5, 6, 7, 50].map((looks) => {
      const at = resolveNextLook({ looks, now, until })
      return at && (at.getTime() - now.getTime()) / 60_000
    })
    expect(minutes).toEqual([5, 15, 60, 180, 360, 720, 1440, 1440])
    expect(resolveNextLook({ looks: 7, now, until: new Date('2026-12-01T03:00:00Z') })).toBeNull()
  })
})
