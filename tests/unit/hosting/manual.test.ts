import { describe, expect, it } from 'vitest'

import { createHostingDrivers } from '@/plugin/adapters/hosting'
import type { ServerAccess, ServiceTarget } from '@/plugin/hosting/port'

const { manual } = createHostingDrivers({ shopName: 'Toko' })

const target: ServiceTarget = {
  email: 'budi@contoh.id',
  hosts: ['budi.contoh.id'],
  id: '1',
  name: 'uabc1234',
  ownerUrl: 'https://toko.example/masuk-bayar?host=budi.contoh.id',
  package: '1U 200 W',
  reference: 'Rak B07 U12',
}

const serverOf = (settings: Record<string, unknown>): ServerAccess => ({
  address: '',
  credential: 'rahasia-yang-tidak-dipakai',
  id: '1',
  name: 'DC Jakarta',
  settings,
})

const KINDS = ['colocation', 'dedicated', 'vps', 'web']

describe('a service that people look after', () => {
  it.each(KINDS)(
    'has a run-book for every verb of %s, ending with what is kept as proof',
    async (kind) => {
      const server = serverOf({ kind })
      const verbs = {
        create: await manual.create(server, { ...target, password: 'kata-sandi' }),
        resume: await manual.resume(server, target),
        suspend: await manual.suspend(server, target, 'Cicilan 3 belum dibayar'),
        terminate: await manual.terminate(server, target),
      }
      for (const [verb, outcome] of Object.entries(verbs)) {
        if (outcome.kind !== 'needsAction') throw new Error(`${verb}: ${outcome.kind}`)
        const text = outcome.steps.join('\n')
        expect(outcome.steps.length, verb).toBeGreaterThanOrEqual(3)
        expect(outcome.steps[0]).toContain('Layanan uabc1234')
        expect(outcome.steps.at(-1), verb).toContain('bukti')
        expect(text).not.toMatch(/[{}]|undefined|rahasia|kata-sandi/)
      }
    },
  )

  it('tells who takes the steps what is meant, where, whom to call, and why', async () => {
    const settings = { contact: 'Andi 0812', kind: 'colocation', site: 'Cyber 1, rak B07' }
    const outcome = await manual.suspend(serverOf(settings), target, 'Cicilan 3 belum dibayar')
    expect(outcome).toMatchObject({
      kind: 'needsAction',
      steps: [
        'Layanan uabc1234, domain budi.contoh.id, paket 1U 200 W, server DC Jakarta, lokasi Cyber 1, rak B07, nomor Rak B07 U12. Petugas di lokasi: Andi 0812.',
        'Alasan: Cicilan 3 belum dibayar.',
        expect.stringContaining('port uabc1234') as unknown,
        expect.any(String) as unknown,
        expect.any(String) as unknown,
      ],
    })
  })

  it('keeps a colocated machine powered and its disks whole: they are the customer’s', async () => {
    const server = serverOf({ kind: 'colocation' })
    const texts = JSON.stringify([
      await manual.suspend(server, target, 'x'),
      await manual.terminate(server, target),
    ])
    expect(texts).toContain('Jangan matikan listriknya')
    expect(texts).toContain('Jangan hapus isi disk')
  })

  it('works without a domain', async () => {
    const outcome = await manual.inspect(serverOf({ kind: 'web' }), { ...target, hosts: [] })
    expect(outcome).toMatchObject({ kind: 'needsAction' })
    expect(JSON.stringify(outcome)).toContain('Buka domainnya')
  })

  it('never says by itself how something stands: a person looks', async () => {
    for (const kind of KINDS) {
      const outcome = await manual.inspect(serverOf({ kind }), target)
      expect(outcome.kind).toBe('needsAction')
    }
  })

  it('wants to know what it is', async () => {
    expect(manual.settingFaults({ kind: 'colocation' })).toEqual([])
    expect(manual.settingFaults({})).toEqual(['kind: pilih colocation, dedicated, vps, web'])
    expect(manual.settingFaults({ contact: 'x', kind: 'rumah', site: '' })).toEqual([
      'contact: isi nama dan nomor petugas',
      'kind: pilih colocation, dedicated, vps, web',
      'site: isi lokasi, misalnya "Cyber 1 lt. 5, rak B07"',
    ])
    expect(await manual.create(serverOf({}), { ...target, password: 'x' })).toMatchObject({
      kind: 'rejected',
    })
    expect(await manual.testConnection(serverOf({}))).toMatchObject({ kind: 'rejected' })
    expect(await manual.testConnection(serverOf({ kind: 'vps' }))).toMatchObject({ kind: 'ok' })
  })
})

describe('the settings of a machine with Caddy', () => {
  const { caddy } = createHostingDrivers({ shopName: 'Toko' })

  it('need a folder, and nothing else', () => {
    expect(caddy.settingFaults({ root: '/srv/situs' })).toEqual([])
  })

  it.each([
    [{}, 'root'],
    [{ root: 'srv' }, 'root'],
    [{ root: '/' }, 'root'],
    [{ root: '/srv/../etc' }, 'root'],
    [{ root: '/srv/{env.HOME}' }, 'root'],
    [{ root: '/srv', server: 'a/b' }, 'server'],
    [{ listen: [], root: '/srv' }, 'listen'],
    [{ listen: ['443'], root: '/srv' }, 'listen'],
    [{ probe: 'unix:/run/x', root: '/srv' }, 'probe'],
    [{ probe: 'https://a/b', root: '/srv' }, 'probe'],
    [{ addresses: ['panel'], root: '/srv' }, 'addresses'],
    [{ folder: '/srv', root: '/srv' }, 'folder'],
  ])('that are wrong are named: %j', (settings, field) => {
    const faults = caddy.settingFaults(settings)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(field)
  })
})
