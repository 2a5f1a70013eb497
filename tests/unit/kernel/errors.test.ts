import { describe, expect, it } from 'vitest'

import {
  DomainError,
  errorCatalogue,
  isDomainError,
  isErrorCode,
  type CatalogueRow,
} from '@/plugin/kernel/errors'

const rows: [string, CatalogueRow][] = Object.entries(errorCatalogue)
const placeholders = (text: string) => new Set(text.match(/\{[^}]*\}?/g) ?? [])

describe('the catalogue of errors', () => {
  it.each(rows)('%s has an honest status and a sentence in both languages', (_code, row) => {
    expect([400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 429, 500, 503]).toContain(
      row.status,
    )
    for (const text of [row.id, row.en]) {
      expect(text.trim()).toBe(text)
      expect(text.length).toBeGreaterThan(10)
      for (const mark of placeholders(text)) expect(mark).toMatch(/^\{\w+(?::rupiah)?\}$/)
    }
  })

  it('keeps crashes apart from refusals', () => {
    expect(rows.filter(([, row]) => row.status === 500).map(([code]) => code)).toEqual(['internal'])
  })
})

describe('a domain error', () => {
  it('carries code, status, details and a message for the log', () => {
    const cause = new Error('boom')
    const error = new DomainError('order.notFound', { field: 'token' }, { cause })
    expect(error).toMatchObject({
      code: 'order.notFound',
      status: 404,
      details: { field: 'token' },
      cause,
    })
    expect(error.message).toMatch(/^order\.notFound: /)
  })

  it('speaks both languages and writes money as money', () => {
    const error = new DomainError('order.priceChanged', { total: 1_250_000 })
    expect(error.messageFor('id')).toContain('Rp1.250.000')
    expect(error.messageFor('en')).toContain('Rp1,250,000')
    expect(error.messageFor('id')).not.toContain('order.priceChanged')
  })

  it('picks the language of a bilingual detail and joins lists', () => {
    const reason = { id: 'belum lunas', en: 'not paid yet' }
    const error = new DomainError('event.guardRefused', { event: 'open', reason })
    expect(error.messageFor('id')).toContain('belum lunas')
    expect(error.messageFor('en')).toContain('not paid yet')
    const list = new DomainError('event.guardRefused', { reason: ['a', 'b'] })
    expect(list.messageFor('id')).toContain('a, b')
  })

  it('never shows a brace, not even when a detail is missing', () => {
    for (const [code] of rows) {
      if (!isErrorCode(code)) throw new Error(code)
      const error = new DomainError(code)
      expect(error.messageFor('id') + error.messageFor('en')).not.toMatch(/[{}]|undefined/)
    }
  })

  it('does not fill placeholders that stand in a detail', () => {
    const error = new DomainError('event.guardRefused', { reason: '{event} $& $1', event: 'open' })
    expect(error.messageFor('id')).toContain('{event} $& $1')
  })

  it('is recognised by its shape, so that two copies of the module agree', () => {
    const copy = Object.assign(new Error('x'), { name: 'DomainError', code: 'notFound' })
    expect(isDomainError(copy)).toBe(true)
    expect(isDomainError(new DomainError('notFound'), 'notFound')).toBe(true)
    expect(isDomainError(new DomainError('notFound'), 'internal')).toBe(false)
    for (const other of [new Error('x'), null, 'notFound', { code: 'notFound' }]) {
      expect(isDomainError(other)).toBe(false)
    }
    expect(isErrorCode('toString')).toBe(false)
  })
})
