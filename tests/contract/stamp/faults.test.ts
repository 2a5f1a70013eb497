import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Door, Fault } from '@/dev/peruri'
import type { StampAdapter } from '@/plugin/spk/port'

import { account, connect, openRig, place, type Rig, valueOf } from './rig'

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

const plan = (door: Door, fault: { kind: Fault['kind'] } & Partial<Fault>) =>
  rig.control.addFault({ door, ...fault })

const reserve = () => adapter.reserveSerial(rig.document)

const stampWith = ({ image, serial }: { image: string; serial: string }, isRetry = false) =>
  adapter.stamp({ document: rig.document, image, isRetry, place, serial })

const left = () => rig.control.state().balance

describe('before a serial is bought', () => {
  it.each(['login', 'types', 'upload'] as const)(
    'nothing is lost when %s does not answer, breaks or refuses',
    async (door) => {
      for (const kind of ['timeout', 'drop', 'html', 'businessError', 'status'] as const) {
        plan(door, { kind, words: 'Layanan sedang dipelihara' })
        expect(await reserve()).toMatchObject({ kind: 'unavailable' })
      }
      expect(left()).toBe(10)
      expect(await reserve()).toMatchObject({ kind: 'ok' })
    },
    15_000,
  )

  it('nothing is lost when the service knows no such kind of document', async () => {
    const strange = rig.connect({ documentType: 'Surat Cinta' })
    const outcome = await strange.reserveSerial(rig.document)
    expect(outcome).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('Surat Cinta') as unknown,
    })
  })

  it('nothing is lost when nobody is there', async () => {
    const lonely = connect('http://127.0.0.1:9')
    expect(await lonely.reserveSerial(rig.document)).toMatchObject({ kind: 'unavailable' })
    expect(await lonely.balance()).toMatchObject({ kind: 'unavailable' })
    expect(await lonely.status('A'.repeat(22))).toMatchObject({ kind: 'unavailable' })
  })

  it('a wrong password is said, and not repeated in any log', async () => {
    const stranger = rig.connect({ password: 'wrong-password-of-peruri' })
    const outcome = await stranger.reserveSerial(rig.document)
    expect(outcome).toMatchObject({ kind: 'unavailable' })
    expect(JSON.stringify([outcome, rig.lines])).not.toContain('wrong-password')
    expect(rig.lines).toHaveLength(1)
  })
})

describe('when a serial is bought', () => {
  it.each(['timeout', 'drop', 'html', 'status'] as const)(
    'and the answer is lost (%s), nobody knows whether it was',
    async (kind) => {
      plan('serial', { kind, takesEffect: true })
      expect(await reserve()).toMatchObject({ kind: 'unknown' })
      expect(left()).toBe(9)
    },
  )

  it('an empty balance is told from a refusal: somebody can buy more', async () => {
    rig.control.setBalance(0)
    expect(await reserve()).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('Saldo') as unknown,
    })
    rig.control.setBalance(1)
    expect(await reserve()).toMatchObject({ kind: 'ok' })
  })

  it('a refusal in the body of a 200 is a refusal', async () => {
    plan('serial', { kind: 'businessError', words: 'Dokumen tidak sesuai' })
    expect(await reserve()).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining('Dokumen tidak sesuai') as unknown,
    })
    expect(left()).toBe(10)
  })

  it('a slow answer is waited for', async () => {
    plan('serial', { delayMs: 300, kind: 'slow' })
    expect(await reserve()).toMatchObject({ kind: 'ok' })
  })
})

describe('when the stamp is affixed', () => {
  it.each(['timeout', 'drop', 'html', 'status'] as const)(
    'and the answer is lost (%s) although it was done, the same serial brings the file',
    async (kind) => {
      const bought = valueOf(await reserve())
      plan('sign', { kind, takesEffect: true })
      expect(await stampWith(bought)).toMatchObject({ kind: 'unknown' })
      expect(valueOf(await adapter.status(bought.serial))).toEqual({ isStamped: true })
      const { bytes } = valueOf(await stampWith(bought, true))
      expect(await rig.verify(bytes)).toMatchObject({ serial: bought.serial, verdict: 'VALID' })
      expect(left()).toBe(9)
    },
  )

  it('and the service says that the serial is used, it may be ours: nobody knows', async () => {
    const bought = valueOf(await reserve())
    await stampWith(bought)
    expect(await stampWith(bought)).toMatchObject({ kind: 'unknown' })
  })

  it('a refusal in the body of a 200 is a refusal, and the serial can be used again', async () => {
    const bought = valueOf(await reserve())
    plan('sign', { kind: 'businessError', words: 'Sertifikat tidak aktif' })
    expect(await stampWith(bought)).toMatchObject({ kind: 'rejected' })
    expect(await stampWith(bought, true)).toMatchObject({ kind: 'ok' })
  })

  it('and the file cannot be fetched, it is fetched by the same serial later', async () => {
    const bought = valueOf(await reserve())
    for (const kind of ['timeout', 'drop', 'html', 'businessError'] as const) {
      plan('download', { kind })
      expect(await stampWith(bought, true)).toMatchObject({ kind: 'unknown' })
    }
    expect(await stampWith(bought, true)).toMatchObject({ kind: 'ok' })
  }, 15_000)

  it('and the file is said to lie on another host, our token does not go there', async () => {
    const bought = valueOf(await reserve())
    plan('sign', { kind: 'elsewhere' })
    expect(await stampWith(bought)).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('no address of the service') as unknown,
    })
  })

  it('and the signature is wrong, the file comes back and is found broken', async () => {
    const bought = valueOf(await reserve())
    plan('sign', { kind: 'wrongSignature' })
    const { bytes } = valueOf(await stampWith(bought))
    expect(await rig.verify(bytes)).toMatchObject({ verdict: 'BROKEN' })
  })
})

describe('a token', () => {
  it('that has died is renewed once, and the call is made again', async () => {
    const bought = valueOf(await reserve())
    rig.control.expireTokens()
    expect(await stampWith(bought)).toMatchObject({ kind: 'ok' })
    plan('serial', { kind: 'expired' })
    expect(await reserve()).toMatchObject({ kind: 'ok' })
    expect(left()).toBe(8)
  })

  it('that is refused again and again asks for no third login', async () => {
    plan('serial', { kind: 'expired', times: 0 })
    expect(await reserve()).toMatchObject({ kind: 'unavailable' })
    const logins = rig.control.state().received.filter(({ door }) => door === 'login')
    expect(logins).toHaveLength(2)
    expect(left()).toBe(10)
  })
})

describe('what is logged', () => {
  it('is every call that did not succeed, without password and token', async () => {
    plan('serial', { kind: 'businessError', words: `ditolak: ${account.password}` })
    const outcome = await reserve()
    expect(rig.lines).toEqual([
      expect.objectContaining({
        event: 'stamp.peruri',
        kind: 'rejected',
        operation: 'reserveSerial',
      }),
    ])
    expect(JSON.stringify([outcome, rig.lines])).not.toContain(account.password)
  })
})
