import { describe, expect, it } from 'vitest'
import fc from 'fast-check'

import { readServiceName } from '@/plugin/hosting/customer/names'

const rules = { shopHost: 'hanzamas.tech', zones: ['situs.hanzamas.tech'] }
const read = (typed: string) => readServiceName(typed, rules)

describe('The name of a service', () => {
  it.each([
    ['contoh.co.id', ['contoh.co.id', 'www.contoh.co.id']],
    ['  https://Contoh.CO.ID/ ', ['contoh.co.id', 'www.contoh.co.id']],
    ['www.contoh.co.id', ['contoh.co.id', 'www.contoh.co.id']],
    ['toko.contoh.id', ['toko.contoh.id', 'www.toko.contoh.id']],
    ['bücher.de', ['xn--bcher-kva.de', 'www.xn--bcher-kva.de']],
  ])('is read as it is typed, with www beside it: %s', (typed, hosts) => {
    expect(read(typed)).toEqual({ domain: hosts[0], hosts })
  })

  it('may be a free one below a zone of the shop, alone', () => {
    expect(read('kopi.situs.hanzamas.tech')).toEqual({
      domain: 'kopi.situs.hanzamas.tech',
      hosts: ['kopi.situs.hanzamas.tech'],
    })
  })

  it('may lie below a zone on this machine, for a shop that is tried; names beside it are refused', () => {
    const demo = { shopHost: 'localhost', zones: ['situs.localhost'] }
    expect(readServiceName('http://Kopi.situs.localhost/', demo)).toEqual({
      domain: 'kopi.situs.localhost',
      hosts: ['kopi.situs.localhost'],
    })
    expect(readServiceName('kopi.localhost', demo)).toEqual({ fault: 'hosting.domainReserved' })
    expect(readServiceName('kopi.test', demo)).toEqual({ fault: 'hosting.domainReserved' })
  })

  it.each([
    ['situs.hanzamas.tech', 'hosting.labelReserved'],
    ['mail.situs.hanzamas.tech', 'hosting.labelReserved'],
    ['xn--bcher-kva.situs.hanzamas.tech', 'hosting.labelReserved'],
    ['a.b.situs.hanzamas.tech', 'hosting.labelTooDeep'],
    ['hanzamas.tech', 'hosting.ownShop'],
    ['panel.hanzamas.tech', 'hosting.ownShop'],
    ['co.id', 'hosting.domainIsSuffix'],
    ['github.io', 'hosting.domainIsSuffix'],
    ['contoh', 'hosting.domainSingleLabel'],
    ['127.0.0.1', 'hosting.domainIsAddress'],
    ['0x7f.1', 'hosting.domainIsAddress'],
    ['localhost', 'hosting.domainReserved'],
    ['toko.example.com', 'hosting.domainReserved'],
    ['contoh.co.id/masuk', 'hosting.domainWithMore'],
    ['contoh.co.id:8080', 'hosting.domainWithMore'],
    ['-contoh.co.id', 'hosting.badDomain'],
    ['', 'hosting.badDomain'],
  ])('is refused with the reason: %s', (typed, fault) => {
    expect(read(typed)).toEqual({ fault })
  })

  it('is never anything but small letters, digits, dashes and dots', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (typed) => {
        const named = read(typed)
        return 'fault' in named || named.hosts.every((host) => /^[a-z0-9.-]{4,253}$/.test(host))
      }),
      { numRuns: 300 },
    )
  })
})
