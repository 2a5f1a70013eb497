import { describe, expect, it } from 'vitest'

import { DomainError } from '@/plugin/kernel/errors'
import { findFaults, readCheckoutForm, readValues } from '@/storefront/checkout/parse'
import { explainRefusal } from '@/storefront/checkout/refusal'

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  Object.entries(fields).forEach(([name, value]) => data.set(name, value))
  return data
}

const complete = {
  acceptedTerms: 'on',
  cart: '[["a",1],["gone",2]]',
  email: ' budi@contoh.id ',
  expectedTotal: '350000',
  idempotencyKey: '0199a0f0-0000-4000-8000-000000000001',
  lines: '[["a",1]]',
  locale: 'id',
  name: 'Budi',
  notes: '',
  phone: '0812 3456 7890',
  source: 'cart',
}

describe('the checkout form', () => {
  it('reads a complete form, trimmed, without an empty note', () => {
    expect(readCheckoutForm(form(complete))).toEqual({
      cart: complete.cart,
      customer: { email: 'budi@contoh.id', name: 'Budi', phone: '0812 3456 7890' },
      expectedTotal: 350_000,
      hasAgreed: false,
      idempotencyKey: complete.idempotencyKey,
      isFromCart: true,
      lines: [{ product: 'a', quantity: 1 }],
      locale: 'id',
    })
  })

  it('takes the new total once the customer has agreed to it', () => {
    expect(readCheckoutForm(form({ ...complete, agreedTotal: '400000' }))).toMatchObject({
      expectedTotal: 400_000,
      hasAgreed: true,
    })
  })

  it('asks for every field that is missing and for nothing else', () => {
    expect(findFaults(readValues(form({})))).toEqual({
      acceptedTerms: 'missingTerms',
      email: 'missingEmail',
      name: 'missingName',
      phone: 'missingPhone',
    })
    expect(findFaults(readValues(form(complete)))).toEqual({})
  })

  it.each(['budi', 'budi@', 'budi@contoh', 'a b@contoh.id'])('refuses the address %s', (email) => {
    expect(findFaults(readValues(form({ ...complete, email })))).toEqual({ email: 'invalidEmail' })
  })

  it('says so when an address is too long for the gateway, instead of cutting it off', () => {
    const email = `${'a'.repeat(45)}@b.id`
    expect(findFaults(readValues(form({ ...complete, email })))).toEqual({})
    expect(findFaults(readValues(form({ ...complete, email: `a${email}` })))).toEqual({
      email: 'emailTooLong',
    })
  })

  it('survives nonsense in hidden fields', () => {
    const nonsense = { expectedTotal: 'x', idempotencyKey: 'x', lines: 'x', locale: 'fr' }
    expect(readCheckoutForm(form({ ...complete, ...nonsense }))).toMatchObject({
      expectedTotal: 0,
      idempotencyKey: '',
      lines: [],
      locale: 'id',
    })
  })
})

describe('a refusal of the shop', () => {
  const texts = { failed: 'gangguan', gone: 'habis', mustAgree: 'centang', sentBefore: 'sudah' }
  const sent = { expectedTotal: 1_000_000, hasAgreed: false, idempotencyKey: 'k' }
  const explain = (error: unknown, wasAsked = false) =>
    explainRefusal({ error, form: sent, locale: 'id', texts, wasAsked })

  it('stands beside the field it is about', () => {
    const { errors } = explain(new DomainError('customer.invalidPhone'))
    expect(errors.phone).toContain('Nomor telepon')
  })

  it('offers the new total beside the old one when a price has changed', () => {
    const changed = new DomainError('order.priceChanged', { total: 1_250_000 })
    const offer = { amount: 1_250_000, old: 'Rp1.000.000', text: 'Rp1.250.000' }
    expect(explain(changed)).toEqual({ errors: {}, expectedTotal: 1_000_000, newTotal: offer })
    expect(explain(changed, true).newTotal).toEqual({ ...offer, error: 'centang' })
  })

  it('lets the new page speak for itself when a product is no longer there', () => {
    expect(explain(new DomainError('order.productUnavailable', { product: 'VPS' }))).toEqual({
      errors: {},
      general: 'habis',
    })
  })

  it('tells nothing of an unexpected fault, and keeps the key so that nothing is ordered twice', () => {
    expect(explain(new Error('password=secret'))).toEqual({
      errors: {},
      expectedTotal: 1_000_000,
      general: 'gangguan',
      idempotencyKey: 'k',
    })
  })

  it('gives up a key that was used with different contents', () => {
    expect(explain(new DomainError('order.idempotencyMismatch'))).toEqual({
      errors: {},
      general: 'sudah',
    })
  })
})
