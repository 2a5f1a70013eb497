import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { type DomainSimulator, startDomainSimulator } from '@/dev/domains'
import { createDomainProver } from '@/plugin/adapters/domainProof'
import type { Challenge } from '@/plugin/scopes/port'

import type { Random } from '../../support/load/random'

import { atLeast, equal, type Measured } from '../../support/figures/row'
import { sayAll } from '../say'
import { drawRecord } from './addresses'

const FULL = 4_000
const VALUE = 'lunas-verifikasi=0123456789abcdef0123456789abcdef'

/** Something inside that says what is looked for, to whoever comes: every visit is a breach. */
const startTrap = async (): Promise<{ close: () => void; port: number; visits: () => number }> => {
  let visits = 0
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(VALUE)
  })
  server.on('connection', () => (visits += 1))
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { close, port, visits: () => visits }
}

type Set = { random: Random; simulator: DomainSimulator; trapPort: number }

/** Lets a name lead inside in one of the ways that there are. */
const setTrap = ({ random, simulator, trapPort }: Set, domain: string): void => {
  const { zone } = simulator
  const inside = drawRecord(random)
  switch (random.below(4)) {
    case 0:
      zone.set(domain, { addresses: [[inside]] })
      break
    case 1:
      // One good address does not make up for a bad one.
      zone.set(domain, {
        addresses: [
          random.pick([
            [inside, '127.0.0.1'],
            ['127.0.0.1', inside],
          ]),
        ],
      })
      break
    case 2:
      zone.set(domain, { cname: `alias.${domain}` })
      zone.set(`alias.${domain}`, { addresses: [[inside]] })
      break
    default:
      // Good when it is looked at, bad when it is asked again; and a redirect for whoever follows one.
      zone.set(domain, { addresses: [['127.0.0.1'], ['127.0.0.2'], ['::1']] })
      simulator.setSite(domain, {
        kind: 'redirect',
        to: random.pick([
          `http://127.0.0.2:${trapPort}/`,
          `http://[::1]:${trapPort}/`,
          `//0x7f.1:${trapPort}/`,
          'http://169.254.169.254/latest/meta-data/',
        ]),
      })
  }
}

const challengeOf = (domain: string): Challenge => ({
  domain,
  path: '/.well-known/lunas-verifikasi.txt',
  record: `_lunas.${domain}`,
  value: VALUE,
})

/**
 * Proofs of domains that lead inside: by every kind of address, behind aliases, beside good addresses,
 * by rebinding and by redirects. What listens on all addresses of this machine must never be visited.
 */
export const measureProofs = async ({
  random,
  size,
}: {
  random: Random
  size: number
}): Promise<Measured[]> => {
  const simulator = await startDomainSimulator()
  const trap = await startTrap()
  const dnsServers = [`127.0.0.1:${simulator.port}`]
  const trapPorts = { http: trap.port, https: trap.port }
  const strict = createDomainProver({ dnsServers, ports: trapPorts })
  // The simulator's own address counts as public here, so that the first answer is a good one.
  const sitePorts = { http: simulator.port, https: simulator.port }
  const lenient = createDomainProver({ allowPrivate: ['127.0.0.1'], dnsServers, ports: sitePorts })
  const total = Math.max(200, Math.round(FULL * size))
  const found: string[] = []
  for (let at = 0; at < total; at++) {
    const domain = `jebakan-${at}.test`
    setTrap({ random, simulator, trapPort: trap.port }, domain)
    const { dns, file } = await random.pick([strict, lenient])(challengeOf(domain))
    if (file === 'found' || dns === 'found') {
      found.push(`${domain}: ${dns} ${file}`)
    }
  }
  sayAll('proof', found)
  const visits = trap.visits()
  simulator.zone.set('kendali.test', { addresses: [['127.0.0.1']] })
  const reach = createDomainProver({ allowPrivate: ['127.0.0.1'], dnsServers, ports: trapPorts })
  const control = await reach(challengeOf('kendali.test'))
  trap.close()
  await simulator.close()
  return [
    { bar: atLeast(total), name: 'proof-traps-tried', unit: '', value: total },
    { bar: equal(0), name: 'proof-traps-found', unit: '', value: found.length },
    {
      bar: equal(0),
      detail: 'connections to what listens on every address of this machine',
      name: 'proof-traps-visited',
      unit: '',
      value: visits,
    },
    {
      bar: equal(1),
      detail: 'control: where it may, it goes there and finds it',
      name: 'proof-trap-works',
      unit: '',
      value: control.file === 'found' && trap.visits() > 0 ? 1 : 0,
    },
  ]
}
