import type { MetadataRoute } from 'next'

import { absoluteUrl } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

/** Private pages carry `noindex` themselves; they are not listed here, so that it can be read. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { allow: '/', disallow: ['/admin', '/api/'], userAgent: '*' },
    sitemap: absoluteUrl('/sitemap.xml'),
  }
}
