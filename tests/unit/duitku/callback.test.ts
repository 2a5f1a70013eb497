import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { createDuitkuGateway, sign, type DuitkuOptions } from '@/plugin/adapters/duitku'

const merchantCode = 'DS99901'
const apiKey = '00112233445566778899aabbccddeeff'
const merchantOrderId = 'ORD-20261121-000042-1'
const form = 'application/x-www-form-urlencoded'

const options: DuitkuOptions = {
  apiKey,
  merchantCode,
  passportUrl: 'https://sandbox.duitku.com',
  popUrl: 'https://api-sandbox.duitku.com',
}
const gateway = createDuitkuGateway(options)

type Fields = Record<string, string>

const signed = (
  fields: Fields = {},
  scheme: 'hmac' | 'md5' | 'sha256' = 'hmac',
  secret = apiKey,
): Fields => {
  const all: Fields = {
    amount: '150000',
    merchantCode,
    merchantOrderId,
    resultCode: '00',
    ...fields,
  }
  const { amount = '', merchantCode: code = '', merchantOrderId: order = '' } = all
  const trio = { amount, merchantCode: code, merchantOrderId: order }
  return { ...all, signature: sign({ fields: trio, operation: 'callback', scheme, secret }) }
}
const encode = (fields: Fields) => new URLSearchParams(fields).toString()
const receive = (rawBody: string, contentType: null | string = form, method = 'POST') =>
  gateway.verifyCallback({ contentType, method, rawBody })

describe('the envelope of a callback', () => {
  const good = encode(signed())

  it('a genuine callback is verified', () => {
    expect(receive(good)).toMatchObject({
      callback: { amount: 150_000, scheme: 'hmac' },
      kind: 'verified',
    })
  })

  it.each(['GET', 'PUT', 'post', 'HEAD'])('%s is not a callback', (method) => {
    expect(receive(good, form, method)).toMatchObject({ status: 405 })
  })

  it.each([
    null,
    '',
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    `${form}; charset=latin1`,
    `x${form}`,
  ])('content type %s is refused', (contentType) => {
    expect(receive(good, contentType)).toMatchObject({ status: 415 })
  })

  it.each([`${form}; charset=utf-8`, form.toUpperCase(), `${form};charset="UTF-8"`])(
    'content type %s is a form',
    (contentType) => {
      expect(receive(good, contentType)).toMatchObject({ kind: 'verified' })
    },
  )

  it('a body above 16 kB is cut off before it is read', () => {
    expect(receive(`${good}&x=${'y'.repeat(16_384)}`)).toMatchObject({ status: 413 })
    expect(receive(`${good}&x=${'é'.repeat(8_192)}`)).toMatchObject({ status: 413 })
  })

  it('too many fields are refused', () => {
    const many = Array.from({ length: 101 }, (_, index) => `f${index}=1`).join('&')
    expect(receive(`${good}&${many}`)).toMatchObject({ code: 'field.tooMany', status: 400 })
  })
})

describe('the fields of a callback', () => {
  it.each(['amount=150000', 'Amount=1', 'signature=x', 'resultCode=00'])(
    'a repeated field is refused: %s',
    (again) => {
      expect(receive(`${encode(signed())}&${again}`)).toMatchObject({
        code: 'field.repeated',
        status: 400,
      })
    },
  )

  it.each(['amount', 'merchantCode', 'merchantOrderId', 'signature'])('%s is required', (name) => {
    const { [name]: _left, ...rest } = signed()
    expect(receive(encode(rest))).toMatchObject({ code: 'field.missing', status: 400 })
    expect(receive(encode({ ...signed(), [name]: '' })).kind).toBe('refused')
  })

  it.each([
    'amount[]=150000',
    'amount%5B%5D=150000',
    '=1',
    'a%00b=1',
    'x=%00',
    'x=%E0%A4%A',
    'x=%ff',
  ])('a malformed field is refused: %s', (field) => {
    expect(receive(`${encode(signed())}&${field}`)).toMatchObject({
      code: 'field.malformed',
      status: 400,
    })
  })

  it.each([
    '1e5',
    '+150000',
    '0150000',
    '150000.00',
    '150.000',
    '150,000',
    '١٥٠٠٠٠',
    '１５００００',
    '1 50000',
    ' 150000',
    '150000\n',
    '-1',
    '0',
    'NaN',
    'Infinity',
    '1e21',
    '0x249F0',
    '9'.repeat(13),
    '9'.repeat(400),
  ])('the amount has one spelling; %j is refused although its signature is genuine', (amount) => {
    expect(receive(encode(signed({ amount })))).toMatchObject({
      code: 'amount.notCanonical',
      status: 400,
    })
  })

  it.each(['1234', '-ORD', 'ORD 1', 'ORD/1', 'ORD\u00001', 'A'.repeat(51), 'ORÐ-1'])(
    'order id %j is refused',
    (order) => {
      expect(receive(encode(signed({ merchantOrderId: order })))).toMatchObject({ status: 400 })
    },
  )

  it('another merchant is refused even with a signature of our own key', () => {
    expect(receive(encode(signed({ merchantCode: 'DS99902' })))).toMatchObject({
      code: 'merchantCode.mismatch',
      status: 401,
    })
    expect(receive(encode(signed({ merchantCode: 'ds99901' })))).toMatchObject({ status: 401 })
  })

  it('unknown fields pass, because the gateway adds some over time', () => {
    expect(receive(encode(signed({ brandNewField: '1', 'x.y-z': '' })))).toMatchObject({
      kind: 'verified',
    })
  })

  it('nothing about the payer, the card or the signature is kept', () => {
    const secretive = {
      bankRespMsg: 'Approved',
      cardName: 'BUDI',
      CUSTOMERNAME: 'BUDI',
      customerNameX: 'stays',
      expiryDate: '03/33',
      maskedNumber: '4000',
      spUserHash: 'abc',
      tokenId: 't',
    }
    const verdict = receive(
      encode(signed({ ...secretive, paymentCode: 'BC', productDetail: 'Situs' })),
    )
    expect(verdict).toMatchObject({ callback: { channel: 'BC' }, kind: 'verified' })
    expect(verdict.kind === 'verified' && verdict.callback.fields).toEqual({
      amount: '150000',
      customerNameX: 'stays',
      merchantCode,
      merchantOrderId,
      paymentCode: 'BC',
      productDetails: 'Situs',
      resultCode: '00',
    })
  })
})

describe('signatures of a callback', () => {
  it.each([
    ['upper case', (text: string) => text.toUpperCase()],
    ['a space', (text: string) => ` ${text}`],
    ['one character less', (text: string) => text.slice(1)],
    ['one character more', (text: string) => `${text}0`],
    ['not hex', (text: string) => `g${text.slice(1)}`],
    ['first byte wrong', (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)],
    ['last byte wrong', (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')],
  ])('%s is refused', (_name, change) => {
    const fields = signed()
    const signature = change(fields.signature ?? '')
    expect(receive(encode({ ...fields, signature }))).toMatchObject({
      kind: 'refused',
      status: 401,
    })
  })

  it.each(['md5', 'sha256'] as const)(
    '%s is refused until it is switched on, and the log says why',
    (scheme) => {
      const logger = { info: vi.fn(), warn: vi.fn() }
      const rawBody = encode(signed({}, scheme))
      const strict = createDuitkuGateway({ ...options, logger })
      expect(strict.verifyCallback({ contentType: form, method: 'POST', rawBody })).toMatchObject({
        status: 401,
      })
      expect(logger.warn).toHaveBeenCalledWith(
        { accepted: ['hmac'], event: 'duitku.callback.signatureMismatch', wouldMatch: scheme },
        expect.any(String),
      )
      expect(JSON.stringify(logger.warn.mock.calls)).not.toContain(apiKey)
      const open = createDuitkuGateway({ ...options, callbackSchemes: ['hmac', scheme] })
      expect(open.verifyCallback({ contentType: form, method: 'POST', rawBody })).toMatchObject({
        callback: { scheme },
      })
    },
  )

  it('an earlier key verifies inside its rotation window and not after', () => {
    const rawBody = encode(signed({}, 'hmac', 'the-earlier-key'))
    const rotating = createDuitkuGateway({ ...options, previousApiKeys: ['the-earlier-key', ''] })
    expect(rotating.verifyCallback({ contentType: form, method: 'POST', rawBody })).toMatchObject({
      kind: 'verified',
    })
    expect(receive(rawBody)).toMatchObject({ code: 'signature.mismatch', status: 401 })
  })

  it('no forged signature is ever accepted', () => {
    const hex = (length: number) =>
      fc
        .array(fc.constantFrom(...'0123456789abcdef'), { maxLength: length, minLength: length })
        .map((all) => all.join(''))
    const forged = fc.oneof(hex(64), hex(32), fc.string(), fc.string({ unit: 'binary' }))
    const genuine = signed().signature
    fc.assert(
      fc.property(forged, fc.nat(999_999_999), (signature, amount) => {
        fc.pre(signature !== genuine)
        const verdict = receive(encode({ ...signed({ amount: String(amount + 1) }), signature }))
        expect(verdict.kind).toBe('refused')
      }),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('any body at all gets a verdict and never an exception', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (rawBody) => {
        expect(receive(rawBody).kind).toBe('refused')
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)
})
