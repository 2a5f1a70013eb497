import { describe, expect, it } from 'vitest'

import {
  buildVisitHeaders,
  buildVisitPage,
  buildVisitProblem,
  visitStatusOf,
} from '@/plugin/hosting/visit/suspendedPage'

const page = {
  locales: ['id', 'en'],
  ownerUrl: 'https://toko.example/masuk-bayar?host=contoh.id&x="><script>',
  shopName: 'Toko & <b>Kawan</b>',
  state: 'suspended',
} as const

describe('what a visitor of a suspended site reads', () => {
  it('speaks Indonesian first, then English, each marked as what it is', () => {
    const html = buildVisitPage(page)
    expect(html).toContain('<html lang="id">')
    expect(html.indexOf('Layanan ditangguhkan sementara')).toBeLessThan(
      html.indexOf('temporarily suspended'),
    )
    expect(html).toContain('<section lang="en">')
    expect(html.match(/<h1>/g)).toHaveLength(1)
  })

  it('has one language when the reader could be asked', () => {
    const html = buildVisitPage({ ...page, locales: ['en'] })
    expect(html).toContain('<html lang="en">')
    expect(html).not.toContain('ditangguhkan')
  })

  it('lets the owner in, and nothing else out', () => {
    const html = buildVisitPage(page)
    expect(html).toContain(
      'href="https://toko.example/masuk-bayar?host=contoh.id&amp;x=&quot;&gt;&lt;script&gt;"',
    )
    expect(html).toContain('Masuk &amp; bayar')
    expect(html).toContain('Toko &amp; &lt;b&gt;Kawan&lt;/b&gt;')
    expect(html).not.toMatch(/<script|<img|<link|noindex|tunggak|tagihan|cicilan|Rp|arrears|debt/i)
  })

  it('says of an ended service that it has ended, and does not ask for money', () => {
    const html = buildVisitPage({ ...page, state: 'gone' })
    expect(html).toContain('Situs ini sudah ditutup')
    expect(html).not.toMatch(/bayar<|pay</)
  })
})

describe('how it is answered', () => {
  it('is 503 while the site may come back, and 410 when it will not', () => {
    expect(visitStatusOf('suspended')).toBe(503)
    expect(visitStatusOf('gone')).toBe(410)
  })

  it.each([
    [3_600, '3600'],
    [0, '1'],
    [-5, '1'],
    [90_000.7, '86400'],
  ])('asks visitors to come back in %s seconds, within a day: %s', (retryAfterSeconds, header) => {
    const headers = buildVisitHeaders('suspended', { retryAfterSeconds })
    expect(headers).toMatchObject({
      'Cache-Control': 'no-store',
      'Retry-After': header,
      'X-Service-State': 'suspended',
    })
  })

  it('does not ask anybody to come back to what is gone', () => {
    const headers = buildVisitHeaders('gone', { retryAfterSeconds: 60 })
    expect(headers).not.toHaveProperty('Retry-After')
    expect(headers['X-Service-State']).toBe('terminated')
  })

  it('answers programs with a problem of the same status', () => {
    expect(JSON.parse(buildVisitProblem('suspended'))).toEqual({
      type: 'about:blank',
      title: 'This site is temporarily suspended',
      detail:
        'Situs ini belum dapat dibuka. Silakan coba lagi nanti. / It cannot be opened right now. Please try again later.',
      status: 503,
    })
  })
})
