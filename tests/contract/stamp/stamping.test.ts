import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createStampAdapter, stampSecretsOf } from '@/plugin/adapters/stamp'
import type { StampAdapter } from '@/plugin/spk/port'

import { account, openRig, place, type Rig, valueOf } from './rig'

let adapter: StampAdapter
let rig: Rig

beforeAll(async () => {
  rig = await openRig()
}, 60_000)

beforeEach(() => {
  rig.control.reset()
  rig.control.setBalance(10)
  rig.lines.splice(0)
  adapter = rig.connect()
})

afterAll(() => rig.close())

const calls = () => rig.control.state().received.map(({ door }) => door)

describe('stamping by hand', () => {
  const manual = createStampAdapter({ id: 'manual' })

  it('refuses every call, in words that say who stamps then', async () => {
    const order = { document: rig.document, image: '', isRetry: false, place, serial: '' }
    expect(manual.id).toBe('manual')
    const refusals = [await manual.reserveSerial(rig.document), await manual.stamp(order)]
    for (const outcome of refusals) {
      expect(outcome).toMatchObject({
        kind: 'rejected',
        reason: expect.stringContaining('dibubuhkan sendiri di situs resmi') as unknown,
      })
    }
    expect(await manual.balance()).toMatchObject({ kind: 'unavailable' })
    expect(await manual.status('A'.repeat(22))).toMatchObject({ kind: 'unavailable' })
    expect(stampSecretsOf({ id: 'manual' })).toEqual([])
  })
})

describe('stamping through Peruri', () => {
  it('brings back our own file with a stamp that stands where it was wanted', async () => {
    const { image, serial } = valueOf(await adapter.reserveSerial(rig.document))
    const order = { document: rig.document, image, isRetry: false, place, serial }
    const { bytes } = valueOf(await adapter.stamp(order))
    expect(await rig.verify(bytes)).toMatchObject({
      environment: 'STAGING',
      isPrefix: true,
      rect: place,
      serial,
      verdict: 'VALID',
    })
  })

  it('costs one stamp and is asked for once', async () => {
    expect(valueOf(await adapter.balance())).toEqual({ left: 10 })
    const { image, serial } = valueOf(await adapter.reserveSerial(rig.document))
    await adapter.stamp({ document: rig.document, image, isRetry: false, place, serial })
    expect(valueOf(await adapter.balance())).toEqual({ left: 9 })
    expect(rig.control.state().serials).toEqual([{ isStamped: true, signings: 1, sn: serial }])
  })

  it('tells whether a serial is on a file', async () => {
    const { image, serial } = valueOf(await adapter.reserveSerial(rig.document))
    expect(valueOf(await adapter.status(serial))).toEqual({ isStamped: false })
    await adapter.stamp({ document: rig.document, image, isRetry: false, place, serial })
    expect(valueOf(await adapter.status(serial))).toEqual({ isStamped: true })
    expect(await adapter.status('Z'.repeat(22))).toMatchObject({ kind: 'unknown' })
  })

  it('logs in once and asks the list of documents every time', async () => {
    await adapter.reserveSerial(rig.document)
    await adapter.reserveSerial(rig.document)
    expect(calls()).toEqual(['login', 'types', 'upload', 'serial', 'types', 'upload', 'serial'])
  })

  it('tells the service number, day and name of the document and nobody’s NIK', async () => {
    const { image, serial } = valueOf(await adapter.reserveSerial(rig.document))
    await adapter.stamp({ document: rig.document, image, isRetry: false, place, serial })
    const { received } = rig.control.state()
    expect(received.find(({ door }) => door === 'serial')?.json).toEqual({
      idfile: expect.any(String) as unknown,
      isUpload: true,
      namadoc: '4b',
      namafile: 'SPK-HZ-2026-XI-001.pdf',
      nilaidoc: '10000',
      nodoc: '001/SPK/HZ/XI/2026',
      snOnly: false,
      tgldoc: '2026-11-22',
    })
    expect(received.find(({ door }) => door === 'sign')?.json).toMatchObject({
      onPrem: false,
      refToken: serial,
      visLLX: 340.16,
      visLLY: 136.06,
      visSignaturePage: 2,
      visURX: 394.02,
      visURY: 189.92,
    })
  })

  it('counts y from the top when the account was found to do so', async () => {
    const { image, serial } = valueOf(await adapter.reserveSerial(rig.document))
    const downward = rig.connect({ yAxis: 'down' })
    await downward.stamp({ document: rig.document, image, isRetry: false, place, serial })
    const sign = rig.control.state().received.find(({ door }) => door === 'sign')
    expect(sign?.json).toMatchObject({ visLLY: 705.83, visURY: 651.97 })
  })

  it('makes one work after the other, however many are wanted at once', async () => {
    const works = [1, 2, 3].map(() => adapter.reserveSerial(rig.document))
    expect((await Promise.all(works)).map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok'])
    const work = ['types', 'upload', 'serial']
    expect(calls()).toEqual(['login', ...work, ...work, ...work])
  })

  it.each([
    ['a page that is not there', { page: 3 }],
    ['a place beside the page', { xMm: 205 }],
    ['a place below the page', { yMm: 290 }],
    ['no size', { widthMm: 0 }],
  ])('refuses %s without asking', async (_, wrong) => {
    const { image, serial } = valueOf(await adapter.reserveSerial(rig.document))
    const order = { document: rig.document, image, isRetry: false, serial }
    const outcome = await adapter.stamp({ ...order, place: { ...place, ...wrong } })
    expect(outcome).toMatchObject({ kind: 'rejected' })
    expect(calls()).not.toContain('sign')
  })

  it('refuses a picture that it has not given', async () => {
    for (const image of ['', '{}', '/qr/1.png']) {
      const serial = 'A'.repeat(22)
      const order = { document: rig.document, image, isRetry: false, place, serial }
      expect(await adapter.stamp(order)).toMatchObject({ kind: 'rejected' })
    }
  })
})

describe('settings', () => {
  it.each([
    ['without a user', { user: ' ' }, 'user is missing'],
    ['without a password', { password: '' }, 'password is missing'],
    ['with an open line to a far host', { signUrl: 'http://peruri.example.id' }, 'https'],
    ['with an address that is none', { backendUrl: 'peruri' }, 'is not a URL'],
  ])('%s are refused at start', (_, wrong, words) => {
    expect(() => rig.connect(wrong)).toThrow(words)
  })

  it('name what must stand in no log', () => {
    expect(stampSecretsOf({ ...account, id: 'peruri' })).toEqual([account.password])
  })
})
