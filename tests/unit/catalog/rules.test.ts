import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  findUnsafeHrefs,
  isHostingKind,
  isPrice,
  isSafeHref,
  isSlug,
  orderPathOf,
  productKinds,
  slugFrom,
} from '@/plugin/catalog'
import { prose } from '@/dev/seed/prose'

describe('the price of a product', () => {
  it('is whole rupiah of at least 1000', () => {
    expect([1000, 350_000, 999_999_999_999].map(isPrice)).toEqual([true, true, true])
  })

  it('is never a fraction, a text, too small or beyond what the gateway reads', () => {
    const wrong = [999, 0, -1000, 1000.5, NaN, Infinity, '1000', null, 1e12, 1e21]
    expect(wrong.filter(isPrice)).toEqual([])
  })
})

describe('the address of a product', () => {
  it('comes from the title', () => {
    expect(slugFrom('Analisis Keamanan Web')).toBe('analisis-keamanan-web')
    expect(slugFrom('  Café & Résumé!  ')).toBe('cafe-resume')
  })

  it('is a valid address or empty, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const slug = slugFrom(title)
        expect(slug === '' || isSlug(slug)).toBe(true)
        expect(slugFrom(slug)).toBe(slug)
      }),
    )
  })

  it('has no capitals, doubled or trailing hyphens, or paths', () => {
    expect(['A', 'a--b', 'a-', '-a', 'a/b', '../a', 'a b', ''].filter(isSlug)).toEqual([])
  })
})

describe('a link in the text of an editor', () => {
  it('may lead to the web, to mail, to a telephone and inside the shop', () => {
    const good = [
      'https://example.com/a?b=c#d',
      'http://example.com',
      'mailto:halo@lunas.test',
      'tel:+6281234567890',
      '/kontak',
      '#faq',
      '?halaman=2',
    ]
    expect(good.filter((href) => !isSafeHref(href))).toEqual([])
  })

  it('never runs a script, carries a document or hides its host', () => {
    const bad = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://example.com/x',
      '//evil.example',
      '/\\evil.example',
      'https:\\\\evil.example',
      'https://user:pass@evil.example',
      'https://',
      'www.example.com',
      '',
      null,
      42,
    ]
    expect(bad.filter(isSafeHref)).toEqual([])
  })

  it('is found however deep it is nested', () => {
    const text = prose(['Aman: [sini](/kontak)', '- daftar [sana](javascript:x)'])
    expect(findUnsafeHrefs(text)).toEqual(['javascript:x'])
  })

  it('is refused for every other scheme', () => {
    const scheme = fc.stringMatching(/^[a-z][a-z0-9+.-]{0,8}$/)
    fc.assert(
      fc.property(scheme, fc.webPath(), (name, path) => {
        fc.pre(!['http', 'https', 'mailto', 'tel'].includes(name))
        expect(isSafeHref(`${name}:${path}`)).toBe(false)
      }),
    )
  })
})

describe('the kind of a product', () => {
  it('decides that hosting is ordered on WhatsApp and all else at the checkout', () => {
    const hosting = productKinds.filter(isHostingKind)
    expect(hosting).toEqual(['cloud-server', 'dedicated-server', 'colocation', 'vps'])
    expect(productKinds.filter((kind) => orderPathOf(kind) === 'checkout')).toEqual([
      'consulting',
      'template',
      'security-analysis',
    ])
  })
})
