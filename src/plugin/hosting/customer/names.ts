import { getDomain, getPublicSuffix } from 'tldts'

import { type DomainFault, isWithin, readDomain } from '../../kernel/net'

/** Why a name is not taken for a service; a code of the catalogue. */
export type NameFault =
  | `hosting.${DomainFault}`
  | 'hosting.domainIsSuffix'
  | 'hosting.labelReserved'
  | 'hosting.labelTooDeep'

/** Names that people take for the shop's own, or that mail and panels use themselves. */
const RESERVED_LABELS = new Set([
  'abuse',
  'admin',
  'administrator',
  'api',
  'autoconfig',
  'autodiscover',
  'billing',
  'cdn',
  'cpanel',
  'dns',
  'ftp',
  'hostmaster',
  'imap',
  'login',
  'mail',
  'mx',
  'ns',
  'ns1',
  'ns2',
  'panel',
  'pop',
  'postmaster',
  'root',
  'smtp',
  'ssl',
  'status',
  'support',
  'webmail',
  'webmaster',
  'whm',
  'www',
])

/** What a shop knows of names. */
export type NameRules = {
  /** Host of the shop itself. */
  shopHost: string
  /** Domains of the shop's own below which customers may choose a free name. */
  zones: readonly string[]
}

/** The names under which a service is reached: all in ASCII, the main one first. */
export type ServiceNames = { domain: string; hosts: string[] }

/** Also those of platforms, below which strangers live side by side (`github.io`). */
const ALL_SUFFIXES = { allowPrivateDomains: true }

const stripWww = (name: string): string => name.replace(/^www\.(?=.+\.)/, '')

const judgeZoned = (domain: string, zone: string): NameFault | undefined => {
  const label = domain.slice(0, -(zone.length + 1))
  if (domain === zone || RESERVED_LABELS.has(label) || label.startsWith('xn--')) {
    return 'hosting.labelReserved'
  }
  return label.includes('.') ? 'hosting.labelTooDeep' : undefined
}

/**
 * Reads the name under which a service is to be reached, as a customer types or pastes it. `www.` is left
 * out and served beside it. A free name stands directly below one of the shop's zones and is none that
 * mail, panels or the shop use themselves. A public suffix (`co.id`) is nobody's domain.
 */
export const readServiceName = (
  typed: string,
  rules: NameRules,
): { fault: NameFault } | ServiceNames => {
  // A zone of ours may lie below the shop's own host: it is judged by itself.
  const read = readDomain(typed, {
    acceptsTest: false,
    ownZones: rules.zones,
    shopHost: 'lunas.invalid',
  })
  if ('fault' in read) {
    return { fault: `hosting.${read.fault}` }
  }
  const domain = stripWww(read.domain)
  const zone = rules.zones.find((each) => isWithin(domain, each))
  if (zone !== undefined) {
    const fault = judgeZoned(domain, zone)
    return fault ? { fault } : { domain, hosts: [domain] }
  }
  if (isWithin(domain, rules.shopHost) || isWithin(rules.shopHost, domain)) {
    return { fault: 'hosting.ownShop' }
  }
  if (
    getPublicSuffix(domain, ALL_SUFFIXES) === domain ||
    getDomain(domain, ALL_SUFFIXES) === null
  ) {
    return { fault: 'hosting.domainIsSuffix' }
  }
  return { domain, hosts: [domain, `www.${domain}`] }
}
