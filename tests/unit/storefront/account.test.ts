import { describe, expect, it } from 'vitest'

import { DomainError } from '@/plugin/kernel/errors'
import { findMissing, readAccountForm, safeNext } from '@/storefront/account/parse'
import { explainRefusal } from '@/storefront/account/refusal'

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  Object.entries(fields).forEach(([name, value]) => data.set(name, value))
  return data
}

describe('after a login', () => {
  it.each([
    '/checkout',
    '/checkout?produk=konsultasi-it-1-jam',
    '/checkout?produk=vps&plan=12x',
    '/checkout?produk=vps&plan=12x&jumlah=3',
  ])('the customer goes back to %s, which it interrupted', (path) => {
    expect(safeNext(path)).toBe(path)
  })

  it.each([
    'https://jahat.example/checkout',
    '//jahat.example/checkout',
    '/\\jahat.example',
    '/checkout/../admin',
    '/checkout?produk=a&lain=b',
    '/checkout?plan=12x',
    '/checkout?produk=vps&plan=12x&jumlah=3&lain=b',
    '/checkout?produk=vps&plan=//jahat.example',
    '/checkout\n',
    ' /checkout',
    '/admin',
    '',
    ['/checkout'],
    undefined,
  ])('%j leads to the account and nowhere else', (wanted) => {
    expect(safeNext(wanted)).toBe('/akun')
  })
})

describe('an account form', () => {
  it('is read trimmed, but a password stays as it was typed', () => {
    const read = readAccountForm(
      form({ email: ' budi@contoh.id ', locale: 'en', password: ' dua spasi ' }),
    )
    expect(read).toMatchObject({ locale: 'en', next: '/akun', password: ' dua spasi ' })
    expect(read.values).toEqual({ email: 'budi@contoh.id' })
  })

  it('never shows a password again', () => {
    const { values } = readAccountForm(form({ name: 'Budi', password: 'rahasia sekali' }))
    expect(JSON.stringify(values)).not.toContain('rahasia')
  })

  it('asks for every field left empty, and for no other', () => {
    const read = readAccountForm(form({ email: 'budi@contoh.id', name: '  ' }))
    expect(findMissing(read, ['email', 'name', 'password', 'phone'])).toEqual({
      name: 'missingName',
      password: 'missingPassword',
      phone: 'missingPhone',
    })
    expect(findMissing(read, ['email'])).toEqual({})
  })
})

describe('a refused account form', () => {
  const explain = (error: unknown) => explainRefusal({ error, failed: 'Gangguan', locale: 'id' })

  it('tells beside the field what is wrong with it', () => {
    const short = new DomainError('customer.shortPassword', { field: 'password', min: 8 })
    expect(explain(short)).toEqual({
      errors: { password: 'Kata sandi paling sedikit 8 huruf.' },
    })
    expect(Object.keys(explain(new DomainError('customer.invalidPhone')).errors)).toEqual(['phone'])
  })

  it('does not tell whether the address or the password was wrong', () => {
    const { errors, general } = explain(new DomainError('customer.wrongLogin'))
    expect(errors).toEqual({})
    expect(general).toMatch(/^Email atau kata sandi/)
  })

  it('owns up to a fault of the shop without its words', () => {
    expect(explain(new Error('connection refused'))).toEqual({ errors: {}, general: 'Gangguan' })
  })
})
