import { describe, expect, it } from 'vitest'

import type { SignedFields, SignedOperation } from '@/plugin/adapters/duitku'

import { signText } from '@/dev/duitku/signing'
import {
  createDuitkuGateway,
  legacySchemeOf,
  sameDigest,
  sign,
  textToSign,
} from '@/plugin/adapters/duitku'

import {
  collisions,
  negativeCallbacks,
  operationOf,
  projectA,
  schemeOf,
  unsignedForms,
  vectors,
  type Vector,
  type VectorForm,
} from './vectors'

const fieldsOf = (vector: Vector) => vector.inputs as SignedFields<SignedOperation>

const gateway = createDuitkuGateway({
  ...projectA,
  passportUrl: 'https://sandbox.duitku.com',
  popUrl: 'https://api-sandbox.duitku.com',
})

const receive = (form: VectorForm) =>
  gateway.verifyCallback({
    contentType: 'application/x-www-form-urlencoded',
    method: 'POST',
    rawBody: new URLSearchParams(form).toString(),
  })

describe('every published signature is reproduced', () => {
  it('covers all 59 vectors', () => {
    expect(vectors).toHaveLength(59)
  })

  it.each(vectors)('$id', (vector) => {
    const operation = operationOf(vector)
    const scheme = schemeOf(vector)
    const text = textToSign({ fields: fieldsOf(vector), operation })
    expect(text).toBe(vector.stringToSign.replace(/\{(apiKey|secretKey)\}$/, ''))
    expect(sign({ fields: fieldsOf(vector), operation, scheme, secret: vector.secret })).toBe(
      vector.expected,
    )
  })

  it.each(vectors)('the simulator signs $id alike, with code of its own', (vector) => {
    const text = vector.stringToSign.replace(/\{(apiKey|secretKey)\}$/, '')
    expect(signText({ apiKey: vector.secret, scheme: schemeOf(vector), text })).toBe(
      vector.expected,
    )
  })

  it('knows which digest each operation used before HMAC', () => {
    const legacy = vectors.filter((vector) => (vector as { status?: string }).status === 'legacy')
    expect(legacy.length).toBeGreaterThan(20)
    for (const vector of legacy) expect(legacySchemeOf(operationOf(vector))).toBe(schemeOf(vector))
  })
})

describe('callbacks that must be refused', () => {
  it.each(negativeCallbacks)('$id', ({ form }) => {
    expect(receive(form)).toMatchObject({ kind: 'refused', status: 401 })
  })

  it('an empty key verifies nothing, not even its own signature', () => {
    const unset = createDuitkuGateway({
      apiKey: '',
      merchantCode: projectA.merchantCode,
      passportUrl: 'https://sandbox.duitku.com',
      popUrl: 'https://api-sandbox.duitku.com',
    })
    for (const { form } of negativeCallbacks) {
      const rawBody = new URLSearchParams(form).toString()
      const contentType = 'application/x-www-form-urlencoded'
      expect(unset.verifyCallback({ contentType, method: 'POST', rawBody })).toEqual({
        code: 'gateway.notConfigured',
        kind: 'refused',
        status: 503,
      })
    }
  })
})

describe('what the signature does not cover', () => {
  it.each(unsignedForms)(
    'result $resultCode for $reference verifies, and is only a hint',
    (form) => {
      expect(receive(form)).toMatchObject({
        callback: { amount: 150_000, reference: form.reference, resultCode: form.resultCode },
        kind: 'verified',
      })
    },
  )

  it.each(collisions)('$id: two meanings, one text', ({ a, b, id, signature, stringToSign }) => {
    const operation = id.endsWith('callback') ? 'callback' : 'inquiry'
    for (const inputs of [a, b]) {
      const fields = {
        ...inputs,
        merchantCode: projectA.merchantCode,
      } as SignedFields<SignedOperation>
      expect(textToSign({ fields, operation })).toBe(stringToSign)
      const expected = sign({ fields, operation, scheme: 'hmac', secret: projectA.apiKey })
      expect(sameDigest({ expected, received: signature })).toBe(true)
    }
  })

  it('an order id that begins with a digit is refused, because the amount could have lent it', () => {
    const callback = collisions.find(({ id }) => id === 'collision.callback')
    for (const inputs of [callback?.a, callback?.b]) {
      const form = {
        ...inputs,
        merchantCode: projectA.merchantCode,
        signature: callback?.signature ?? '',
      }
      expect(receive(form)).toEqual({
        code: 'merchantOrderId.malformed',
        kind: 'refused',
        status: 400,
      })
    }
  })
})
