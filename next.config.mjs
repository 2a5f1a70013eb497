import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./src/storefront/i18n/request.ts')
const isProduction = process.env.NODE_ENV === 'production'

/** Browsers check redirects after a form post against form-action: the gateway must be named. */
function gatewayOrigins() {
  const configured = process.env.DUITKU_POP_URL
  const isLoopback = !configured || /^https?:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(configured)
  return [
    'https://*.duitku.com',
    ...(isLoopback ? ['http://127.0.0.1:*', 'http://localhost:*'] : []),
  ]
}

function contentSecurityPolicy({ extra }) {
  const rules = {
    'default-src': ["'self'"],
    // Static pages carry their data in inline scripts and a nonce would make every page dynamic.
    'script-src': ["'self'", "'unsafe-inline'", ...(isProduction ? [] : ["'unsafe-eval'"])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(isProduction ? [] : ['ws:'])],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'frame-ancestors': ["'self'"],
    'form-action': ["'self'", ...gatewayOrigins()],
    ...extra,
  }
  return Object.entries(rules)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

const header = (key, value) => ({ key, value })

const everywhere = [
  header('X-Content-Type-Options', 'nosniff'),
  header('X-Frame-Options', 'SAMEORIGIN'),
  header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'),
  header('Cross-Origin-Opener-Policy', 'same-origin'),
  // A browser that once heard this asks for HTTPS for a year: never from a development machine.
  ...(isProduction
    ? [header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')]
    : []),
]

const storefront = [
  // Styles come from files; only attributes (images, progress) may be inline.
  header(
    'Content-Security-Policy',
    contentSecurityPolicy({
      extra: isProduction
        ? {
            'style-src': ["'self'"],
            'style-src-attr': ["'unsafe-inline'"],
            'frame-src': ["'none'"],
          }
        : {},
    }),
  ),
  header('Referrer-Policy', 'strict-origin-when-cross-origin'),
]

const panel = [
  header(
    'Content-Security-Policy',
    contentSecurityPolicy({
      extra: { 'frame-src': ["'self'"], 'worker-src': ["'self'", 'blob:'] },
    }),
  ),
  header('Referrer-Policy', 'same-origin'),
]

// What the interface answers is read by programs, or is a file. Without a colon in it: Next takes one for a
// parameter of the rule, and would compile the whole text for every answer.
const answers = [
  header(
    'Content-Security-Policy',
    [
      "default-src 'self'",
      "script-src 'none'",
      "style-src 'self' 'unsafe-inline'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ].join('; '),
  ),
  header('Referrer-Policy', 'same-origin'),
]

// `same-origin`, not `no-referrer`: with the latter browsers post forms with `Origin: null`,
// which server actions rightly refuse. Nothing leaves our own origin either way.
const capability = [
  header('Referrer-Policy', 'same-origin'),
  header('X-Robots-Tag', 'noindex, nofollow'),
]

/** First segments that are not pages of the Indonesian storefront. */
const notStorefront = '(?:en|admin|api|pratinjau|_next)(?:/|$)'

/** @type {import('next').NextConfig} */
const nextConfig = {
  // `npm run check` proves the types; doing it again would double the first start.
  typescript: { ignoreBuildErrors: true },
  // A report may bring three pictures of 5 MB; whatever is larger is cut off while it comes in.
  experimental: { cpus: 2, serverActions: { bodySizeLimit: 15_500_000 } },
  images: {
    // Uploads are cut to 1200 px: wider candidates would be the same picture under more names.
    deviceSizes: [640, 828, 1200],
    formats: ['image/avif', 'image/webp'],
    localPatterns: [{ pathname: '/api/media/file/**' }],
    qualities: [75],
  },
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  headers: () => [
    { source: '/:path*', headers: everywhere },
    { source: `/:path((?!(?:admin|api)(?:/|$)).*)`, headers: storefront },
    { source: '/admin/:path*', headers: panel },
    { source: '/api/:path*', headers: answers },
    { source: '/(akun|pesanan|pembayaran|checkout|keranjang)/:path*', headers: capability },
    { source: '/en/(akun|pesanan|pembayaran|checkout|keranjang)/:path*', headers: capability },
    { source: '/masuk-bayar', headers: capability },
    { source: '/en/masuk-bayar', headers: capability },
    { source: '/bantuan/:token', headers: capability },
    { source: '/en/bantuan/:token', headers: capability },
    { source: '/(spk|v)/:token', headers: capability },
    { source: '/en/(spk|v)/:token', headers: capability },
  ],
  redirects: () => [
    { source: '/id', destination: '/', permanent: true },
    { source: '/id/:path*', destination: '/:path*', permanent: true },
  ],
  // Indonesian at the root without a proxy in front of static pages (3,433/s stays 3,433/s).
  rewrites: () => ({
    afterFiles: [
      { source: '/', destination: '/id' },
      { source: `/:path((?!${notStorefront}).+)`, destination: '/id/:path' },
    ],
    beforeFiles: [],
    fallback: [],
  }),
}

const payloadConfig = withPayload(withNextIntl(nextConfig), { devBundleServerPackages: false })

/**
 * Payload asks every visitor's browser for its colour scheme (`Critical-CH`), which repeats the first
 * request of a visit. Only the panel needs that.
 */
const narrowHeaders = async () => {
  const rules = await payloadConfig.headers()
  return rules.flatMap((rule) => {
    const asksScheme = rule.headers.some(({ key }) => key === 'Critical-CH')
    return asksScheme ? [{ ...rule, source: '/admin/:path*' }] : [rule]
  })
}

export default { ...payloadConfig, headers: narrowHeaders }
