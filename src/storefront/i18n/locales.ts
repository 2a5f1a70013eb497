/** Languages of the shop; Indonesian stands at the root, English under `/en`. */
export const locales = ['id', 'en'] as const

/** One language of the shop. */
export type StoreLocale = (typeof locales)[number]

/** The language without a prefix. */
export const defaultLocale: StoreLocale = 'id'

/** True when a path segment or form value names a language of the shop. */
export function isStoreLocale(value: unknown): value is StoreLocale {
  return locales.some((locale) => locale === value)
}

/** Reads a language from a form or a query, falling back to Indonesian. */
export function toStoreLocale(value: unknown): StoreLocale {
  return isStoreLocale(value) ? value : defaultLocale
}

/** The address of a page in one language: `/produk` or `/en/produk`. */
export function localPath(args: { locale: StoreLocale; path: string }): string {
  if (args.locale === defaultLocale) {
    return args.path
  }
  return args.path === '/' ? `/${args.locale}` : `/${args.locale}${args.path}`
}

/** The other language, for the switch in the header. */
export function otherLocale(locale: StoreLocale): StoreLocale {
  return locale === 'id' ? 'en' : 'id'
}
