import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { localPath } from '@/storefront/i18n/locales'
import { readAccountForm, safeNext } from '@/storefront/account/parse'
import { filesPath, readFileForm } from '@/storefront/download/files'
import { readPostForm } from '@/storefront/problem/parse'
import { readReportForm, reportPath } from '@/storefront/report/reports'

// Where a form leads is decided without the shop behind it.
vi.mock('@/config/env', () => ({ env: {} }))
vi.mock('@/storefront/shop', () => ({ getShop: vi.fn() }))
vi.mock('@/storefront/account/visitor', () => ({ findVisitor: vi.fn() }))

const SHOP = 'https://toko.example'

/** Ways to name another site, as browsers, proxies and people have read them. */
const ELSEWHERE = [
  '//jahat.example',
  '///jahat.example',
  '/\\jahat.example',
  '\\\\jahat.example',
  'https:jahat.example',
  'https://jahat.example',
  'HTTPS://JAHAT.EXAMPLE',
  '%2f%2fjahat.example',
  '/%2fjahat.example',
  '/%5cjahat.example',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://toko.example@jahat.example',
  '//toko.example:80@jahat.example',
  '@jahat.example',
  '.jahat.example',
  '/checkout/..//jahat.example',
  '/..//jahat.example',
  '//jahat。example',
  '/／jahat.example',
  '/\t/jahat.example',
  '/\r\nLocation: https://jahat.example',
  '\u0000//jahat.example',
  ' //jahat.example',
]

const hostile = fc.oneof(
  fc.constantFrom(...ELSEWHERE),
  fc
    .array(fc.oneof(fc.constantFrom(...ELSEWHERE, '/', '\\', '..', '@', ':'), fc.string()))
    .map((parts) => parts.join('')),
  fc.webUrl(),
  fc.string({ unit: 'binary' }),
)

const formOf = (word: string): FormData => {
  const form = new FormData()
  for (const name of ['file', 'item', 'locale', 'next', 'report', 'token']) {
    form.set(name, word)
  }
  return form
}

/** Where each form leads that carries a word of the visitor's in the address. */
const leadsTo = (word: string): string[] => {
  const form = formOf(word)
  const { token } = readPostForm(form)
  return [
    safeNext(word),
    readAccountForm(form).next,
    filesPath(readFileForm(form), 'habis'),
    reportPath(readReportForm(form), 'tutup'),
    localPath({ locale: 'id', path: `/bantuan/${token}?kabar=gangguan` }),
    localPath({ locale: 'en', path: `/bantuan/${token}?kabar=gangguan` }),
  ]
}

describe('A form that carries its way back', () => {
  it('leads to a page of this shop, whatever it carries', () => {
    fc.assert(
      fc.property(hostile, (word) => {
        for (const path of leadsTo(word)) {
          const url = new URL(path, SHOP)
          expect(url.origin).toBe(SHOP)
          expect(path).toMatch(/^\/[a-z]/)
          expect(url.pathname).toMatch(/^\/(?:akun|bantuan|checkout|en|pesanan)\b/)
        }
      }),
      { numRuns: 20_000 },
    )
  })

  it.each(ELSEWHERE)('goes nowhere else with %j', (word) => {
    expect(safeNext(word)).toBe('/akun')
    for (const path of leadsTo(word)) {
      expect(path).not.toContain('jahat')
    }
  })
})
