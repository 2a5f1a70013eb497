import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { startDomainSimulator } from '@/dev/domains'
import { createDomainProver, type DomainProofOptions } from '@/plugin/adapters/domainProof'
import { isPublicAddress } from '@/plugin/kernel/net'
import type { Challenge } from '@/plugin/scopes/port'

const simulator = await startDomainSimulator()
const options: DomainProofOptions = {
  allowPrivate: ['127.0.0.1'],
  dnsServers: [`127.0.0.1:${simulator.port}`],
  ports: { http: simulator.port, https: simulator.port },
}
const prove = createDomainProver(options)
const value = 'hanzamas-verifikasi=0123456789abcdef0123456789abcdef'
let count = 0
let challenge: Challenge

beforeEach(() => {
  count += 1
  const domain = `situs-${count}.test`
  challenge = {
    domain,
    path: '/.well-known/hanzamas-verifikasi.txt',
    record: `_hanzamas.${domain}`,
    value,
  }
})
afterAll(() => simulator.close())

const visitsOf = ({ domain }: Challenge): string[] =>
  simulator.visits.filter((visit) => visit.startsWith(`${domain} `))

describe('An address', () => {
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.7',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
  ])('of IPv4 that is no public one is refused: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:2::1',
    '2001:10::1',
    '2001:20::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456:789a::1',
    'fe80::1',
    'fe80::1%lo',
    'fec0::1',
    'ff02::1',
  ])('of IPv6 that is no public one is refused: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.32.0.1',
    '2606:4700::1111',
    '2400:cb00::1',
  ])('of the public internet is taken: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each(['', 'localhost', '1', '0x7f000001', '127.1', '8.8.8.8:80'])(
    'that is none is refused: %j',
    (text) => {
      expect(isPublicAddress(text)).toBe(false)
    },
  )
})

describe('A TXT record', () => {
  it('that says the code proves the domain, also when others stand beside it', async () => {
    simulator.zone.set(challenge.record, { texts: [['v=spf1 -all'], [value]] })
    expect((await prove(challenge)).dns).toBe('found')
  })

  it('in several strings is one text', async () => {
    simulator.zone.set(challenge.record, { texts: [[value.slice(0, 20), value.slice(20)]] })
    expect((await prove(challenge)).dns).toBe('found')
  })

  it.each([
    ['hanzamas-verifikasi=ffffffffffffffffffffffffffffffff', 'different'],
    [`${value}0`, 'different'],
    [value.toUpperCase(), 'different'],
    [value.slice(0, -1), 'different'],
  ])('that says something else proves nothing: %s', async (text, sight) => {
    simulator.zone.set(challenge.record, { texts: [[text]] })
    expect((await prove(challenge)).dns).toBe(sight)
  })

  it('that is not there is missing', async () => {
    expect((await prove(challenge)).dns).toBe('missing')
  })

  it('behind an alias counts: the domain’s owner has made the alias', async () => {
    simulator.zone.set(challenge.record, { cname: 'bukti.situs-lain.test' })
    simulator.zone.set('bukti.situs-lain.test', { texts: [[value]] })
    expect((await prove(challenge)).dns).toBe('found')
  })

  it('of a broken or silent server is no proof, within the time that a look may take', async () => {
    simulator.zone.set(challenge.record, { fault: 'serverFailure' })
    expect((await prove(challenge)).dns).toBe('unreachable')
    simulator.zone.set(challenge.record, { fault: 'silent' })
    const startedAt = performance.now()
    const look = await createDomainProver({ ...options, timeoutMs: 1_000 })(challenge)
    expect(look.dns).toBe('tooSlow')
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})

describe('A file', () => {
  it('that says the code proves the domain, with or without an end of line', async () => {
    const { domain, path } = challenge
    for (const text of [value, `${value}\n`, `\uFEFF${value}\r\n`]) {
      simulator.setSite(domain, { kind: 'text', path, text })
      expect((await prove(challenge)).file).toBe('found')
    }
    expect(visitsOf(challenge).at(-1)).toBe(`${domain} ${path}`)
  })

  it('that says something else, or is not there, proves nothing', async () => {
    const { domain } = challenge
    expect((await prove(challenge)).file).toBe('missing')
    simulator.setSite(domain, { kind: 'text', text: `<p>${value}</p>` })
    expect((await prove(challenge)).file).toBe('different')
    simulator.setSite(domain, { kind: 'text', text: value, type: 'text/html' })
    expect((await prove(challenge)).file).toBe('notText')
    simulator.setSite(domain, { kind: 'text', status: 500, text: value })
    expect((await prove(challenge)).file).toBe('missing')
  })

  it('is not looked for where a redirect leads', async () => {
    const other = createServer((_, response) => response.end(value))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    let visited = 0
    other.on('request', () => (visited += 1))
    const { port } = other.address() as AddressInfo
    for (const to of [`http://127.0.0.1:${port}/`, 'http://169.254.169.254/latest/meta-data/']) {
      simulator.setSite(challenge.domain, { kind: 'redirect', to })
      expect((await prove(challenge)).file).toBe('redirected')
    }
    expect(visited).toBe(0)
    await new Promise((resolve) => other.close(resolve))
  })

  it('that comes byte by byte is cut off', async () => {
    simulator.setSite(challenge.domain, { kind: 'drip' })
    const startedAt = performance.now()
    const look = await createDomainProver({ ...options, timeoutMs: 1_000 })(challenge)
    expect(look.file).toBe('tooSlow')
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })

  it('of ten gigabytes is cut off after four kilobytes', async () => {
    simulator.setSite(challenge.domain, { kind: 'endless' })
    const before = process.memoryUsage().rss
    expect((await prove(challenge)).file).toBe('tooLarge')
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })
})

describe('A name that leads inside', () => {
  it.each([
    ['127.0.0.2'],
    ['10.0.0.1'],
    ['169.254.169.254'],
    ['::1'],
    ['fd00::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
  ])('is refused before anybody connects: %s', async (address) => {
    simulator.zone.set(challenge.domain, { addresses: [[address]] })
    expect((await prove(challenge)).file).toBe('privateAddress')
    expect(visitsOf(challenge)).toEqual([])
  })

  it('is refused when only one of its addresses does', async () => {
    simulator.setSite(challenge.domain, { kind: 'text', text: value })
    simulator.zone.set(challenge.domain, { addresses: [['127.0.0.1', '192.168.1.1']] })
    expect((await prove(challenge)).file).toBe('privateAddress')
    simulator.zone.set(challenge.domain, { addresses: [['127.0.0.1', 'fe80::1']] })
    expect((await prove(challenge)).file).toBe('privateAddress')
    expect(visitsOf(challenge)).toEqual([])
  })

  it('is refused behind an alias, too', async () => {
    simulator.zone.set(challenge.domain, { cname: 'dalam.situs-lain.test' })
    simulator.zone.set('dalam.situs-lain.test', { addresses: [['10.1.2.3']] })
    expect((await prove(challenge)).file).toBe('privateAddress')
  })

  it('only at the second question is not asked a second time', async () => {
    const { domain } = challenge
    simulator.setSite(domain, { kind: 'text', text: value })
    simulator.zone.set(domain, { addresses: [['127.0.0.1'], ['127.0.0.2']] })
    expect((await prove(challenge)).file).toBe('found')
    expect(simulator.zone.asked.get(`A ${domain}`)).toBe(1)
    expect((await prove(challenge)).file).toBe('privateAddress')
  })

  it('is this machine itself for a shop that allows nothing, whatever answers there', async () => {
    simulator.setSite(challenge.domain, { kind: 'text', text: value })
    const { allowPrivate: _, ...live } = options
    expect((await createDomainProver(live)(challenge)).file).toBe('privateAddress')
    expect(visitsOf(challenge)).toEqual([])
  })
})

describe('A domain', () => {
  it('that does not exist is said to be none', async () => {
    const domain = 'tidak-ada.contoh-lain.id'
    const look = await prove({ ...challenge, domain, record: `_hanzamas.${domain}` })
    expect(look).toEqual({ dns: 'missing', file: 'noDomain' })
  })

  it('at which nobody listens is out of reach', async () => {
    const silent = createDomainProver({ ...options, ports: { http: 1, https: 1 } })
    expect((await silent(challenge)).file).toBe('unreachable')
  })
})
