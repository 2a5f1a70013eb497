import type { DuitkuSettings } from './options'

import { DUITKU_HOSTS, isDuitkuHost, parseUrl } from './hosts'

/**
 * Whether the browser may be sent to a payment page: https on the payment host that belongs to the
 * configured API, or exactly the origin of a configured stand-in, and for the very same invoice.
 */
export function isTrustedPaymentUrl({
  product,
  reference,
  settings,
  url,
}: {
  product: 'pop' | 'v2'
  reference: string
  settings: DuitkuSettings
  url: string
}): boolean {
  const page = parseUrl(url)
  if (page === undefined || page.username !== '' || page.password !== '') return false
  if (
    !isTrustedPlace({
      base: product === 'pop' ? settings.popUrl : settings.passportUrl,
      page,
      settings,
    })
  ) {
    return false
  }
  const references = page.searchParams.getAll('reference')
  if (product === 'v2' && references.length === 0) return true
  return references.length === 1 && references[0] === reference
}

function isTrustedPlace({
  base,
  page,
  settings,
}: {
  base: URL
  page: URL
  settings: DuitkuSettings
}): boolean {
  if (settings.allowedPaymentHosts.includes(page.origin)) return true
  if (!isDuitkuHost(base.hostname) && page.origin === base.origin) return true
  const hosts = [...settings.allowedPaymentHosts, ...paymentHostsOf(base.hostname)]
  return page.protocol === 'https:' && hosts.includes(page.host)
}

function paymentHostsOf(apiHost: string): string[] {
  const environment = Object.values(DUITKU_HOSTS).find(
    ({ passport, pop }) => pop === apiHost || passport === apiHost,
  )
  if (environment === undefined) return []
  return environment.pop === apiHost ? [environment.app] : [environment.passport, environment.app]
}
