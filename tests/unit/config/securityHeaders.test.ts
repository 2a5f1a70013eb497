import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

type Rule = { headers: { key: string; value: string }[]; source: string }
type Compiled = { pathToRegexp: (source: string, keys: unknown[], options: object) => RegExp }

/** The matcher that Next itself uses for `source`. */
const { pathToRegexp } = createRequire(import.meta.url)(
  'next/dist/compiled/path-to-regexp',
) as Compiled

const loadRules = async (mode: 'development' | 'production'): Promise<Rule[]> => {
  vi.resetModules()
  vi.stubEnv('NODE_ENV', mode)
  vi.stubEnv('DUITKU_POP_URL', mode === 'production' ? 'https://api-prod.duitku.com' : '')
  const file = '../../../next.config.mjs'
  const { default: config } = (await import(file)) as {
    default: { headers: () => Promise<Rule[]> }
  }
  return config.headers()
}

let live: Rule[]
let local: Rule[]

beforeAll(async () => {
  live = await loadRules('production')
  local = await loadRules('development')
})

afterAll(() => vi.unstubAllEnvs())

/** Next lets a rule's pattern end in a slash of its own. */
const applies = (source: string, path: string): boolean => {
  const pattern = pathToRegexp(source, [], { sensitive: false, strict: true })
  return pattern.test(path) || pattern.test(path.replace(/\/$/, ''))
}

/** What a page is sent; of two rules with the same header the later one counts, as in Next. */
const headersOf = (rules: Rule[], path: string): Record<string, string> =>
  Object.fromEntries(
    rules
      .filter(({ source }) => applies(source, path))
      .flatMap(({ headers }) => headers.map(({ key, value }) => [key.toLowerCase(), value])),
  )

const policyOf = (rules: Rule[], path: string): Record<string, string> => {
  const policy = headersOf(rules, path)['content-security-policy'] ?? ''
  return Object.fromEntries(
    policy.split('; ').map((rule) => {
      const [name = '', ...values] = rule.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

const STOREFRONT = ['/', '/en', '/produk', '/en/produk/konsultasi', '/syarat', '/checkout', '/akun']
const PRIVATE_PAGES = [
  '/akun',
  '/akun/kata-sandi',
  '/checkout',
  '/en/pesanan/abc',
  '/keranjang',
  '/pembayaran/selesai',
  '/pesanan/abc',
]
const PANEL = ['/admin', '/admin/collections/orders', '/admin/login']
const API = ['/api/shop/orders', '/api/products']
const PAGES = [...STOREFRONT, ...PRIVATE_PAGES, ...PANEL]
const ALL = [...PAGES, ...API]

describe('Every answer of the shop', () => {
  it.each(ALL)(
    '%s is not guessed, not framed by strangers and not seen by other windows',
    (path) => {
      const headers = headersOf(live, path)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('SAMEORIGIN')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(policyOf(live, path)['frame-ancestors']).toBe("'self'")
    },
  )

  it.each(API)('%s is no page: it runs no script at all', (path) => {
    const policy = policyOf(live, path)
    expect(policy['object-src']).toBe("'none'")
    expect(policy['base-uri']).toBe("'none'")
    expect(policy['default-src']).toBe("'self'")
    expect(policy['script-src']).toBe("'none'")
    expect(headersOf(live, path)['referrer-policy']).toBe('same-origin')
  })

  it.each(API)('%s has headers that Next need not compile for each answer', (path) => {
    for (const value of Object.values(headersOf(live, path))) {
      expect(value).not.toContain(':')
    }
  })

  it.each(PAGES)('%s runs no plug-in, no foreign base and no foreign script', (path) => {
    const policy = policyOf(live, path)
    expect(policy['object-src']).toBe("'none'")
    expect(policy['base-uri']).toBe("'self'")
    expect(policy['default-src']).toBe("'self'")
    expect(policy['script-src']).toBe("'self' 'unsafe-inline'")
    expect(policy['connect-src']).toBe("'self'")
  })

  it.each(ALL)('%s asks for HTTPS for a year, on a live shop only', (path) => {
    expect(headersOf(live, path)['strict-transport-security']).toMatch(/^max-age=31536000\b/)
    expect(headersOf(local, path)).not.toHaveProperty('strict-transport-security')
  })
})

describe('An address that is a key', () => {
  it.each(PRIVATE_PAGES)('%s is told to no other site and to no search engine', (path) => {
    const headers = headersOf(live, path)
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-robots-tag']).toBe('noindex, nofollow')
  })

  it('is not mixed up with what everybody may find', () => {
    for (const path of ['/', '/produk/konsultasi', '/en/produk']) {
      expect(headersOf(live, path)['referrer-policy']).toBe('strict-origin-when-cross-origin')
      expect(headersOf(live, path)).not.toHaveProperty('x-robots-tag')
    }
  })
})

describe('The policy of a page', () => {
  it('lets forms go to the gateway, and to the simulator only while there is one', () => {
    expect(policyOf(live, '/checkout')['form-action']).toBe("'self' https://*.duitku.com")
    expect(policyOf(local, '/checkout')['form-action']).toContain('http://127.0.0.1:*')
  })

  it('is stricter for the storefront than for the panel', () => {
    expect(policyOf(live, '/produk')['style-src']).toBe("'self'")
    expect(policyOf(live, '/produk')['frame-src']).toBe("'none'")
    for (const path of PANEL) {
      expect(policyOf(live, path)['style-src']).toBe("'self' 'unsafe-inline'")
      expect(headersOf(live, path)['referrer-policy']).toBe('same-origin')
    }
  })
})
