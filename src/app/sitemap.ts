import type { MetadataRoute } from 'next'

import { localPath, locales } from '@/storefront/i18n/locales'
import { absoluteUrl } from '@/storefront/seo/metadata'
import { findAddresses } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

const toEntry = (page: { path: string; updatedAt?: string }): MetadataRoute.Sitemap[number] => ({
  alternates: {
    languages: Object.fromEntries(
      locales.map((locale) => [locale, absoluteUrl(localPath({ locale, path: page.path }))]),
    ),
  },
  url: absoluteUrl(page.path),
  ...(page.updatedAt ? { lastModified: page.updatedAt } : {}),
})

/** Everything published, in both languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const found = await findAddresses()
  const products = (found?.products ?? []).map(({ slug, updatedAt }) => ({
    path: `/produk/${slug}`,
    updatedAt,
  }))
  const pages = (found?.pages ?? []).map(({ slug, updatedAt }) => ({ path: `/${slug}`, updatedAt }))
  return [{ path: '/' }, { path: '/produk' }, { path: '/bantuan' }, ...products, ...pages].map(
    toEntry,
  )
}
