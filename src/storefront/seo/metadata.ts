import type { Metadata } from 'next'

import { env } from '@/config/env'

import { localPath, locales, type StoreLocale } from '../i18n/locales'

/** What a page tells search engines and link previews about itself. */
export type PageFacts = {
  description?: string
  image?: string
  /** Private pages (cart, orders) stay out of search engines. */
  isPrivate?: boolean
  locale: StoreLocale
  path: string
  title: string
}

/** Title, canonical address and the same page in the other language. */
export const buildMetadata = (facts: PageFacts): Metadata => {
  const { description, image, isPrivate = false, locale, path, title } = facts
  const url = localPath({ locale, path })
  const languages = Object.fromEntries(
    locales.map((language) => [language, localPath({ locale: language, path })]),
  )
  if (isPrivate) {
    return { referrer: 'same-origin', robots: { follow: false, index: false }, title }
  }
  const language = locale === 'id' ? 'id_ID' : 'en_US'
  return {
    alternates: { canonical: url, languages: { ...languages, 'x-default': path } },
    openGraph: {
      locale: language,
      title,
      type: 'website',
      url,
      ...(description ? { description } : {}),
      ...(image ? { images: [image] } : {}),
    },
    title,
    ...(description ? { description } : {}),
  }
}

/** The absolute form of an address of this shop. */
export const absoluteUrl = (path: string): string => new URL(path, env.SERVER_URL).href
