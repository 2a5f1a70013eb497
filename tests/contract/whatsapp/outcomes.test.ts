import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Fault } from '@/dev/whatsapp'
import type { ChatOutcome } from '@/plugin/notifications/port'

import { accounts, number, openRig } from './rig'

type State = ChatOutcome['state']
type Planned = Partial<Fault> & { kind: Fault['kind'] }

let rig: Awaited<ReturnType<typeof openRig>>

beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.close())
beforeEach(() => rig.reset())

const sendUnder = (vendor: 'cloud' | 'fonnte', fault: Planned) => {
  rig.control.addFault(fault)
  return rig[vendor].send(rig.draft())
}

const reasonOf = (outcome: ChatOutcome) => ('reason' in outcome ? outcome.reason : '')

describe('certainly not taken: it may be sent again', () => {
  it.each<[string, Planned]>([
    ['too many messages', { kind: 'rateLimit' }],
    ...[4, 80007, 130429, 131048, 131056].map((code): [string, Planned] => [
      `rate code ${code} with HTTP 400`,
      { code, kind: 'rateLimit', status: 400 },
    ]),
    ['an error of Meta', { kind: 'serverError' }],
    ['Meta is overloaded', { code: 131016, kind: 'serverError', status: 503 }],
    ['no quota', { kind: 'quota' }],
    ['a revoked token', { kind: 'revokedToken' }],
    ['an account without payment method', { code: 131042, kind: 'notOnWhatsapp' }],
    ['a code that nobody knows', { code: 999_999, kind: 'notOnWhatsapp' }],
    ['a paused template', { kind: 'templatePaused' }],
    ['a phone that is not linked', { kind: 'disconnected' }],
    ['a redirect, which is not followed', { kind: 'redirect' }],
    ['a proxy that finds nobody behind it', { kind: 'html', status: 503 }],
    ['a page of HTML with 403', { kind: 'html', status: 403 }],
  ])('cloud: %s', async (_, fault) => {
    expect(await sendUnder('cloud', fault)).toMatchObject({ state: 'unavailable' })
    expect(rig.control.messages()).toEqual([])
  })

  it.each<[string, Planned]>([
    ['too many messages', { kind: 'rateLimit' }],
    ['an error of Fonnte', { kind: 'serverError' }],
    ['no quota', { kind: 'quota' }],
    ['an invalid token, with HTTP 200', { kind: 'revokedToken' }],
    ['a phone that is not linked, with HTTP 200', { kind: 'disconnected' }],
    ['words that nobody knows', { kind: 'quota', reason: 'sedang pemeliharaan' }],
    ['a redirect, which is not followed', { kind: 'redirect' }],
    ['a proxy that finds nobody behind it', { kind: 'html', status: 503 }],
  ])('fonnte: %s', async (_, fault) => {
    expect(await sendUnder('fonnte', fault)).toMatchObject({ state: 'unavailable' })
    expect(rig.control.messages()).toEqual([])
  })

  it('nobody listens', async () => {
    const gone = await openRig()
    await gone.close()
    const refused = { reason: 'ECONNREFUSED', state: 'unavailable' }
    expect(await gone.cloud.send(gone.draft())).toEqual(refused)
    expect(await gone.fonnte.send(gone.draft())).toEqual(refused)
  })

  it('and Retry-After says when', async () => {
    const wait = { retryAfterMs: 30_000, state: 'unavailable' }
    expect(await sendUnder('cloud', { kind: 'rateLimit' })).toMatchObject(wait)
    expect(await sendUnder('fonnte', { kind: 'rateLimit' })).toMatchObject(wait)
  })
})

describe('our own account at fault kills no message, and says what to repair', () => {
  it('a wrong token', async () => {
    rig.control.setCredentials({ cloudToken: 'another', fonnteToken: 'another' })
    expect(await rig.cloud.send(rig.draft())).toMatchObject({
      reason: expect.stringContaining('the access token has expired or was revoked'),
      state: 'unavailable',
    })
    expect(await rig.fonnte.send(rig.draft())).toEqual({
      reason: 'Fonnte: token invalid',
      state: 'unavailable',
    })
  })

  it('a wrong phone number id', async () => {
    rig.control.setCredentials({ phoneNumberId: '1' })
    expect(await rig.cloud.send(rig.draft())).toMatchObject({
      reason: expect.stringContaining('the phone number id is not known'),
      state: 'unavailable',
    })
  })

  it.each([
    ['is not approved', { language: 'en', name: 'invoice_ready', parameters: ['a', 'b'] }, 132001],
    [
      'wants another number of parameters',
      { language: 'id', name: 'invoice_ready', parameters: ['a'] },
      132000,
    ],
    ['wants a document', { language: 'id', name: 'invoice_ready', parameters: ['a', 'b'] }, 132012],
  ] as const)('a template that %s', async (_, template, code) => {
    expect(await rig.cloud.send(rig.draft({ template }))).toMatchObject({
      reason: expect.stringContaining(`Meta ${code}: `),
      state: 'unavailable',
    })
  })
})

describe('never to be taken: it is not tried again', () => {
  it.each([
    ['not on WhatsApp', 131026],
    ['a parameter with a wrong value', 131009],
    ['more than 24 hours since the customer wrote', 131047],
    ['a country that the shop may not write to', 130497],
    ['an invalid parameter', 100],
  ])('cloud: %s', async (_, code) => {
    const outcome = await sendUnder('cloud', { code, kind: 'notOnWhatsapp' })
    expect(outcome).toMatchObject({ state: 'rejected' })
    expect(reasonOf(outcome)).toContain(`Meta ${code}: `)
  })

  it.each(['target invalid', 'input invalid', 'file size must under 10MB'])(
    'fonnte: %s',
    async (reason) => {
      expect(await sendUnder('fonnte', { kind: 'notOnWhatsapp', reason })).toEqual({
        reason: `Fonnte: ${reason}`,
        state: 'rejected',
      })
    },
  )
})

describe('it may have been taken: nobody sends it again without looking', () => {
  const doubtful: [string, Planned][] = [
    ['no answer in time', { delayMs: 2_000, kind: 'timeout' }],
    ['an answer that comes too late', { delayMs: 2_000, kind: 'slow' }],
    ['the connection is lost', { kind: 'drop' }],
    ['the answer breaks off', { kind: 'truncate' }],
    ['200 with a page of HTML', { kind: 'html', status: 200 }],
    ['502 from something in between', { kind: 'html' }],
    ['504 from something in between', { kind: 'html', status: 504 }],
  ]

  it.each(doubtful)('cloud: %s', async (_, fault) => {
    expect(await sendUnder('cloud', { ...fault, takesEffect: true })).toMatchObject({
      state: 'unknown',
    })
    expect(rig.control.messages()).toHaveLength(1)
  })

  it.each(doubtful)('fonnte: %s', async (_, fault) => {
    expect(await sendUnder('fonnte', { ...fault, takesEffect: true })).toMatchObject({
      state: 'unknown',
    })
    expect(rig.control.messages()).toHaveLength(1)
  })

  it('and the vendors compare nothing: sent twice, it arrives twice', async () => {
    await rig.cloud.send(rig.draft())
    await rig.cloud.send(rig.draft())
    expect(rig.control.messages()).toHaveLength(2)
  })
})

describe('a reason for the outbox', () => {
  const gossip = `Bearer ${accounts.cloudToken} ${accounts.fonnteToken} to +${number} budi@example.id`

  it.each(['cloud', 'fonnte'] as const)(
    'of %s names no token, number or address',
    async (vendor) => {
      const outcome = await sendUnder(vendor, {
        kind: 'quota',
        reason: `${gossip}\n${'x'.repeat(999)}`,
      })
      const reason = reasonOf(outcome)
      for (const secret of [accounts.cloudToken, accounts.fonnteToken, number, 'budi@example.id']) {
        const isOthers = vendor === 'cloud' ? accounts.fonnteToken : accounts.cloudToken
        if (secret !== isOthers) expect(reason).not.toContain(secret)
      }
      expect(reason.length).toBeLessThanOrEqual(200)
      expect(reason).not.toContain('\n')
    },
  )
})

describe('afterwards all is well again', () => {
  it.each<[State, Planned]>([
    ['unavailable', { kind: 'rateLimit' }],
    ['unknown', { kind: 'drop' }],
  ])('after one %s the next is accepted', async (state, fault) => {
    expect(await sendUnder('cloud', fault)).toMatchObject({ state })
    expect(await rig.cloud.send(rig.draft())).toMatchObject({ state: 'accepted' })
  })
})
