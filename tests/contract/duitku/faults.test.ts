import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createDuitkuGateway } from '@/plugin/adapters/duitku'

import { openRig, project } from './rig'

let rig: Awaited<ReturnType<typeof openRig>>

beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.close())
beforeEach(() => rig.control.reset({ config: true }))

const pay = async () => {
  const input = rig.draft()
  await rig.duitku.createInvoice(input)
  await rig.control.pay({ merchantOrderId: input.merchantOrderId, sendCallback: false })
  return { merchantOrderId: input.merchantOrderId }
}

describe('when the gateway is ill, nothing is known', () => {
  it.each([
    ['timeout', {}],
    ['status', { status: 500 }],
    ['status', { status: 503 }],
    ['html', {}],
    ['html', { status: 502 }],
    ['empty', {}],
    ['rateLimit', {}],
    ['rateLimit', { status: 403 }],
    ['redirect', {}],
    ['drop', {}],
    ['truncate', {}],
    ['slowBody', { delayMs: 5_000 }],
  ] as const)('%s %o → unavailable, for creating and for asking', async (kind, more) => {
    const paid = await pay()
    rig.control.addFault({ kind, times: 2, ...more })
    expect(await rig.duitku.createInvoice(rig.draft())).toMatchObject({ kind: 'unavailable' })
    expect(await rig.duitku.fetchStatus(paid)).toMatchObject({ kind: 'unavailable' })
    expect(await rig.duitku.fetchStatus(paid)).toMatchObject({ value: { status: 'paid' } })
  })

  it('a gateway that is not there is unavailable', async () => {
    const gone = await openRig()
    await gone.close()
    expect(await gone.duitku.createInvoice(gone.draft())).toMatchObject({
      kind: 'unavailable',
      reason: 'ECONNREFUSED',
    })
    expect(await gone.duitku.fetchStatus({ merchantOrderId: 'ORD-1' })).toMatchObject({
      kind: 'unavailable',
    })
    expect(await gone.duitku.fetchMethods({ amount: 10_000, now: new Date() })).toMatchObject({
      kind: 'unavailable',
    })
  })

  it('a lost answer leaves an invoice behind at the gateway', async () => {
    const input = rig.draft()
    rig.control.addFault({ kind: 'timeout', takesEffect: true })
    expect(await rig.duitku.createInvoice(input)).toMatchObject({ kind: 'unavailable' })
    expect(rig.control.find({ merchantOrderId: input.merchantOrderId })).toMatchObject({
      status: 'created',
    })
  })
})

describe('answers that cannot be trusted need a person', () => {
  it('about another order', async () => {
    const paid = await pay()
    rig.control.addFault({ endpoint: 'transactionStatus', kind: 'wrongOrder' })
    expect(await rig.duitku.fetchStatus(paid)).toMatchObject({ kind: 'needsAction' })
  })

  it('with another amount are passed on as they are, for the caller to compare', async () => {
    const paid = await pay()
    rig.control.addFault({ endpoint: 'transactionStatus', kind: 'wrongAmount' })
    expect(await rig.duitku.fetchStatus(paid)).toMatchObject({
      value: { amount: 1_251_000, status: 'paid' },
    })
  })

  it.each(['wrongHost', 'wrongReference'] as const)(
    'with a payment page that is not theirs: %s',
    async (kind) => {
      rig.control.addFault({ endpoint: 'createInvoice', kind })
      expect(await rig.duitku.createInvoice(rig.draft())).toMatchObject({ kind: 'needsAction' })
    },
  )

  it('wrong credentials, or a clock that is six minutes off', async () => {
    const stranger = createDuitkuGateway({
      ...project,
      apiKey: 'wrong',
      passportUrl: rig.url,
      popUrl: rig.url,
    })
    expect(await stranger.createInvoice(rig.draft())).toMatchObject({ kind: 'needsAction' })
    expect(await stranger.fetchStatus({ merchantOrderId: 'ORD-1' })).toMatchObject({
      kind: 'needsAction',
    })
    expect(await stranger.fetchMethods({ amount: 10_000, now: new Date() })).toMatchObject({
      kind: 'needsAction',
    })
    const early = new Date(Date.now() - 6 * 60_000)
    expect(await rig.duitku.createInvoice(rig.draft({ now: early }))).toMatchObject({
      kind: 'needsAction',
    })
  })
})

describe('refusals are certain', () => {
  it.each(['message', 'string', 'object', 'empty'] as const)(
    'whatever the error body looks like: %s',
    async (popErrorShape) => {
      rig.control.configure({ popErrorShape })
      const small = rig.draft({ amount: 5_000, items: [] })
      expect(await rig.duitku.createInvoice(small)).toEqual({
        code: '400',
        kind: 'rejected',
        reason: popErrorShape === 'empty' ? 'HTTP 400' : 'Minimum Payment 10000 IDR',
      })
    },
  )

  it('a business error inside HTTP 200 is one', async () => {
    rig.control.addFault({ kind: 'businessError' })
    expect(await rig.duitku.createInvoice(rig.draft())).toEqual({
      code: '99',
      kind: 'rejected',
      reason: 'General Error',
    })
  })
})

describe('legacy projects', () => {
  it('speak MD5 and SHA256 when told to, and are told from HMAC', async () => {
    const old = await openRig({
      gateway: { callbackSchemes: ['md5'], scheme: 'legacy' },
      simulator: { config: { acceptedSchemes: 'legacy', callbackScheme: 'mirror' } },
    })
    const input = old.draft()
    expect(await old.duitku.createInvoice(input)).toMatchObject({ kind: 'ok' })
    await old.control.pay({ merchantOrderId: input.merchantOrderId, wait: true })
    expect(await old.duitku.fetchStatus(input)).toMatchObject({ value: { status: 'paid' } })
    expect(await old.duitku.fetchMethods({ amount: 10_000, now: new Date() })).toMatchObject({
      kind: 'ok',
    })
    const [received] = old.shop.received
    expect(received && old.duitku.verifyCallback(received)).toMatchObject({
      callback: { scheme: 'md5' },
    })
    old.control.configure({ acceptedSchemes: 'hmac' })
    expect(await old.duitku.createInvoice(old.draft())).toMatchObject({ kind: 'needsAction' })
    await old.close()
  })
})
