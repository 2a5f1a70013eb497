import type { MetadataRoute } from 'next'

import { findShopName } from '@/storefront/contact'

export const dynamic = 'force-dynamic'

/** Lets phones put the shop on the home screen. No service worker: a stale order page is worse than none. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    background_color: '#faf7f0',
    display: 'standalone',
    icons: [
      { sizes: 'any', src: '/icon.svg', type: 'image/svg+xml' },
      { sizes: '192x192', src: '/icon-192.png', type: 'image/png' },
      { purpose: 'maskable', sizes: '512x512', src: '/icon-512.png', type: 'image/png' },
    ],
    lang: 'id',
    name: findShopName(),
    short_name: findShopName(),
    start_url: '/',
    theme_color: '#0b5d4b',
  }
}
