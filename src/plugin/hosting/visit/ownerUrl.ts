import type { Locale } from '../../kernel/errors'

/**
 * Where the owner of a suspended site signs in. It names the site and nothing of its order: a page that
 * everybody sees must not hold an order's token, which opens the order without a login.
 */
export const buildOwnerUrl = (args: {
  host: string
  locale: Locale
  serverUrl: string
}): string => {
  const { host, locale, serverUrl } = args
  return `${serverUrl}${locale === 'id' ? '' : `/${locale}`}/masuk-bayar?host=${host}`
}
