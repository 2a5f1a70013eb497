import { notFound } from 'next/navigation'

import { isStoreLocale, type StoreLocale } from './locales'

/** What Next hands to every page under `[locale]`. */
export type LocaleParams = { params: Promise<{ locale: string }> }

/** The language of a page; any other first segment is not found. */
export async function readLocale(params: Promise<{ locale: string }>): Promise<StoreLocale> {
  const { locale } = await params
  return isStoreLocale(locale) ? locale : notFound()
}
