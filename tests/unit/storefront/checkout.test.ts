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
      customer: { email: 'budi@contoh.id', name: 'Budi', phone: '0812 3456 7890' },
      expectedTotal: 350_000,
      idempotencyKey: complete.idempotencyKey,
      isFromCart: true,
      lines: [{ product: 'a', quantity: 1 }],
      locale: 'id',
    })
  })

  it('takes the new total once the customer has agreed to it', () => {
    expect(readCheckoutForm(form({ ...complete, agreedTotal: '400000' })).expectedTotal).toBe(
      400_000,
    )
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
  const explain = (error: unknown) => explainRefusal({ error, failed: 'gangguan', locale: 'id' })

  it('stands beside the field it is about', () => {
    const { errors } = explain(new DomainError('customer.invalidPhone'))
    expect(errors.phone).toContain('Nomor telepon')
  })

  it('offers the new total when a price has changed', () => {
    expect(explain(new DomainError('order.priceChanged', { total: 1_250_000 })).newTotal).toEqual({
      amount: 1_250_000,
      text: 'Rp1.250.000',
    })
  })

  it('names the product that is no longer there', () => {
    const { general } = explain(new DomainError('order.productUnavailable', { product: 'VPS' }))
    expect(general).toContain('VPS')
  })

  it('tells nothing of an unexpected fault', () => {
    expect(explain(new Error('password=secret'))).toEqual({ errors: {}, general: 'gangguan' })
  })
})
