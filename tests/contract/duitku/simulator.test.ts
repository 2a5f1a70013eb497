import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { openRig, project } from './rig'

let rig: Awaited<ReturnType<typeof openRig>>

beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.close())
beforeEach(() => {
  rig.control.reset({ config: true })
  rig.control.configure({ callbackIntervalsMs: [5] })
  rig.shop.received.length = 0
  rig.shop.answers.length = 0
})

const open = async () => {
  const input = rig.draft()
  const outcome = await rig.duitku.createInvoice(input)
  if (outcome.kind !== 'ok') throw new Error(outcome.reason)
  return { ...outcome.value, merchantOrderId: input.merchantOrderId }
}
const status = (merchantOrderId: string) => rig.duitku.fetchStatus({ merchantOrderId })
const press = (fields: Record<string, string>) =>
  fetch(`${rig.url}/redirect_checkout`, {
    body: new URLSearchParams(fields),
    method: 'POST',
    redirect: 'manual',
  })

describe('a payment from invoice to callback', () => {
  it('is unknown, then pending, then paid, and its callback verifies', async () => {
    const { merchantOrderId, paymentUrl, reference } = await open()
    expect(paymentUrl).toBe(`${rig.url}/redirect_checkout?reference=${reference}`)
    expect(await status(merchantOrderId)).toEqual({
      kind: 'ok',
      value: { rawStatusCode: '404', status: 'unknown' },
    })

    const page = await fetch(paymentUrl).then((response) => response.text())
    expect(page).toContain('Rp1.250.000')
    expect(page).toContain('value="BC"')
    await press({ action: 'choose', channel: 'BC', reference })
    expect(await status(merchantOrderId)).toMatchObject({
      value: { amount: 1_250_000, fee: 0, reference, status: 'pending' },
    })

    const paid = await press({ action: 'pay', reference })
    expect(paid.headers.get('location')).toBe(
      `https://toko.example/pembayaran/selesai?token=abc&x=%20&merchantOrderId=${merchantOrderId}&resultCode=00&reference=${reference}#akhir`,
    )
    await rig.control.idle()
    expect(await status(merchantOrderId)).toMatchObject({
      value: { amount: 1_250_000, status: 'paid' },
    })
    const [received] = rig.shop.received
    expect(received && rig.duitku.verifyCallback(received)).toMatchObject({
      callback: {
        amount: 1_250_000,
        channel: 'BC',
        merchantOrderId,
        reference,
        resultCode: '00',
        scheme: 'hmac',
      },
      kind: 'verified',
    })
  })

  it('that fails says 02 at the gateway and in the callback', async () => {
    const { merchantOrderId, reference } = await open()
    await press({ action: 'choose', channel: 'SP', reference })
    const failed = await press({ action: 'fail', reference })
    expect(failed.headers.get('location')).toContain('resultCode=02')
    await rig.control.idle()
    expect(await status(merchantOrderId)).toMatchObject({
      value: { rawStatusCode: '02', status: 'failed' },
    })
    const [received] = rig.shop.received
    expect(received && rig.duitku.verifyCallback(received)).toMatchObject({
      callback: { resultCode: '02' },
    })
  })

  it('that expires sends no callback; without a chosen channel it stays unknown', async () => {
    const first = await open()
    await rig.control.expire({ merchantOrderId: first.merchantOrderId })
    expect(await status(first.merchantOrderId)).toMatchObject({ value: { status: 'unknown' } })
    const second = await open()
    rig.control.choose({ channel: 'BC', merchantOrderId: second.merchantOrderId })
    rig.control.configure({ clockOffsetMs: 61 * 60_000 })
    expect(await status(second.merchantOrderId)).toMatchObject({ value: { status: 'failed' } })
    expect(rig.shop.received).toEqual([])
  })

  it('may still be paid after it expired', async () => {
    const { merchantOrderId } = await open()
    await rig.control.expire({ channel: 'BC', merchantOrderId })
    await rig.control.pay({ merchantOrderId, wait: true })
    expect(await status(merchantOrderId)).toMatchObject({ value: { status: 'paid' } })
    expect(rig.shop.received).toHaveLength(1)
  })
})

describe('callbacks are sent', () => {
  it('until the shop answers 200', async () => {
    const { merchantOrderId } = await open()
    rig.shop.answers.push(500, 503)
    const invoice = await rig.control.pay({ merchantOrderId, wait: true })
    expect(invoice.deliveries.map((delivery) => delivery.status)).toEqual([500, 503, 200])
  })

  it('at most five times', async () => {
    const { merchantOrderId } = await open()
    rig.shop.answers.push(500, 500, 500, 500, 500, 500)
    await rig.control.pay({ merchantOrderId, wait: true })
    expect(rig.shop.received).toHaveLength(5)
  })

  it('a hundred times at once when asked to', async () => {
    const { merchantOrderId } = await open()
    await rig.control.pay({ merchantOrderId, sendCallback: false })
    await rig.control.callback({ concurrent: true, merchantOrderId, times: 100 })
    expect(new Set(rig.shop.received.map((one) => one.rawBody)).size).toBe(1)
    expect(rig.shop.received).toHaveLength(100)
  })

  it.each([
    ['normal', 'verified'],
    ['extraFields', 'verified'],
    ['missingFields', 'verified'],
    ['productDetails', 'verified'],
    ['replayed', 'verified'],
    ['failed01', 'verified'],
    ['lessAmount', 'verified'],
    ['tamperedAmount', 401],
    ['tamperedOrder', 401],
    ['tamperedSignature', 401],
    ['upperCaseSignature', 401],
    ['emptySignature', 401],
    ['otherMerchant', 401],
    ['md5', 401],
    ['sha256', 401],
    ['decimalAmount', 400],
    ['arrayFields', 400],
    ['duplicateKeys', 400],
    ['get', 405],
    ['json', 415],
    ['oversize', 413],
  ])('variant %s is %s', async (variant, verdict) => {
    const { merchantOrderId } = await open()
    await rig.control.pay({ channel: 'SP', merchantOrderId, sendCallback: false })
    await rig.control.callback({ merchantOrderId, retry: false, variant })
    const [received] = rig.shop.received
    const result = received && rig.duitku.verifyCallback(received)
    expect(result?.kind === 'refused' ? result.status : result?.kind).toBe(verdict)
    if (result?.kind === 'verified') {
      expect(Object.keys(result.callback.fields)).not.toContain('customerName')
      expect(Object.keys(result.callback.fields)).not.toContain('spUserHash')
    }
  })

  it('out of order and late', async () => {
    const { merchantOrderId } = await open()
    await rig.control.pay({ merchantOrderId, sendCallback: false })
    await rig.control.callback({ merchantOrderId, variant: 'outOfOrder' })
    await rig.control.callback({ delayMs: 10, merchantOrderId, variant: 'lateFailure' })
    const codes = rig.shop.received.map((one) => new URLSearchParams(one.rawBody).get('resultCode'))
    expect(codes).toEqual(['02', '00', '00', '02'])
  })
})

describe('the same order id again', () => {
  it('at the same moment is unavailable, or needs a look when the amount differs', async () => {
    const input = rig.draft()
    await rig.duitku.createInvoice(input)
    expect(await rig.duitku.createInvoice(input)).toMatchObject({ kind: 'unavailable' })
    const other = { ...input, amount: 50_000, items: [] }
    expect(await rig.duitku.createInvoice(other)).toMatchObject({ kind: 'needsAction' })
  })

  it('later opens a new invoice, after payment it needs a look', async () => {
    rig.control.configure({ duplicateWindowMs: 0 })
    const input = rig.draft()
    const first = await rig.duitku.createInvoice(input)
    const second = await rig.duitku.createInvoice(input)
    expect(second).toMatchObject({ kind: 'ok' })
    expect(second).not.toEqual(first)
    await rig.control.pay({ merchantOrderId: input.merchantOrderId, sendCallback: false })
    expect(await rig.duitku.createInvoice(input)).toEqual({
      kind: 'needsAction',
      reason: 'Bill already paid',
    })
  })
})

describe('the other calls', () => {
  it('lists the channels of the project', async () => {
    const methods = await rig.duitku.fetchMethods({ amount: 150_000, now: new Date() })
    expect(methods).toMatchObject({ kind: 'ok' })
    expect(methods.kind === 'ok' && methods.value.find(({ code }) => code === 'BC')).toMatchObject({
      fee: 0,
      name: 'BCA',
    })
  })

  it('opens a v2 transaction, which is pending at once', async () => {
    const input = { ...rig.draft(), paymentMethod: 'SP' }
    expect(await rig.duitku.inquire(input)).toMatchObject({
      kind: 'ok',
      value: { amount: 1_250_000, qrString: expect.stringMatching(/^000201.*6304[0-9A-F]{4}$/) },
    })
    expect(await status(input.merchantOrderId)).toMatchObject({ value: { status: 'pending' } })
    const va = await rig.duitku.inquire({ ...rig.draft(), paymentMethod: 'BC' })
    expect(va).toMatchObject({ kind: 'ok', value: { vaNumber: expect.stringMatching(/^\d{16}$/) } })
    expect(await rig.duitku.inquire({ ...rig.draft(), paymentMethod: 'GP' })).toEqual({
      code: '404',
      kind: 'rejected',
      reason: 'Payment channel not available',
    })
  })

  it('blocks those who poll', async () => {
    rig.control.configure({
      statusLimit: { blockMs: 60_000, perOrder: 2, status: 429, total: 0, windowMs: 60_000 },
    })
    const { merchantOrderId } = await open()
    rig.control.choose({ channel: 'BC', merchantOrderId })
    await status(merchantOrderId)
    await status(merchantOrderId)
    expect(await status(merchantOrderId)).toEqual({
      kind: 'unavailable',
      reason: 'HTTP 429',
      retryAfterMs: 60_000,
    })
  })

  it('knows its paths and keys in any spelling', async () => {
    const { merchantOrderId } = await open()
    await rig.control.pay({ merchantOrderId, sendCallback: false })
    const { sign } = await import('@/plugin/adapters/duitku')
    const fields = { merchantCode: project.merchantCode, merchantOrderId }
    const signature = sign({
      fields,
      operation: 'transactionStatus',
      scheme: 'md5',
      secret: project.apiKey,
    })
    const response = await fetch(`${rig.url}/WebApi/API/Merchant/TransactionStatus/`, {
      body: JSON.stringify({
        MERCHANTCODE: fields.merchantCode,
        merchantorderid: merchantOrderId,
        Signature: signature,
      }),
      headers: { 'content-type': 'application/json' },
      method: 'POST',
    })
    expect(await response.json()).toMatchObject({
      amount: '1250000',
      fee: '0.00',
      statusCode: '00',
    })
  })
})
