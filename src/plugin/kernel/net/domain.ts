/** Why a text is not taken for the name of a site. */
export type DomainFault =
  | 'badDomain'
  | 'domainIsAddress'
  | 'domainReserved'
  | 'domainSingleLabel'
  | 'domainWithMore'
  | 'ownShop'

/** A name in lower case ASCII (IDNA), or why it is none. */
export type ReadDomain = { domain: string } | { fault: DomainFault }

/**
 * Names that never lead to a site on the internet: RFC 2606, RFC 6761 and 6762, RFC 7686, RFC 8375,
 * RFC 9476, and those that ICANN keeps back for private networks.
 */
const RESERVED = [
  'alt',
  'arpa',
  'corp',
  'example',
  'example.com',
  'example.net',
  'example.org',
  'home',
  'internal',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'mail',
  'onion',
  'test',
]

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/** So that the longest name of a record still fits into the 253 letters of a name. */
const LONGEST = 220

const LONGEST_TYPED = 500

/** Whether `name` is `parent` or lies below it. */
export const isWithin = (name: string, parent: string): boolean =>
  name === parent || name.endsWith(`.${parent}`)

const isAddress = (host: string): boolean => host.startsWith('[') || /(?:^|\.)\d+$/.test(host)

/** What stands before and after the name in an address that somebody has pasted. */
const bare = (typed: string): string =>
  typed
    .trim()
    .normalize('NFC')
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .replace(/\.$/, '')

const toAscii = (name: string): string | undefined => {
  try {
    return new URL(`http://${name}`).hostname.replace(/\.$/, '')
  } catch {
    return undefined
  }
}

const judge = (host: string): DomainFault | undefined => {
  if (isAddress(host)) {
    return 'domainIsAddress'
  }
  const labels = host.split('.')
  if (!labels.every((label) => LABEL.test(label)) || host.length > LONGEST) {
    return 'badDomain'
  }
  return labels.length < 2 && host !== 'localhost' ? 'domainSingleLabel' : undefined
}

type DomainRules = {
  /** Whether `.test` is a name, for a simulator. */
  acceptsTest: boolean
  /** Domains below which names are taken even when they are reserved: a shop may be tried on `localhost`. */
  ownZones?: readonly string[]
  /** Host of the shop itself. */
  shopHost: string
}

const isReserved = (host: string, { acceptsTest, ownZones = [] }: DomainRules): boolean =>
  RESERVED.some((name) => isWithin(host, name) && !(acceptsTest && name === 'test')) &&
  !ownZones.some((zone) => isWithin(host, zone))

/**
 * Reads the name of a site as somebody types or pastes it: a scheme before it and a slash after it are
 * left out, umlauts and other scripts become what DNS knows (`xn--…`). Ports, paths, user names,
 * addresses, reserved names and the shop's own are refused.
 */
export const readDomain = (typed: string, rules: DomainRules): ReadDomain => {
  const name = bare(typed)
  if (/^\[?[\da-f:.]*:[\da-f:.]*:[\da-f:.]*\]?$/i.test(name)) {
    return { fault: 'domainIsAddress' }
  }
  if (/[/\\:@?#]/.test(name)) {
    return { fault: 'domainWithMore' }
  }
  if (name === '' || name.length > LONGEST_TYPED || /[\s\p{Cc}\p{Cf}%[\]]/u.test(name)) {
    return { fault: 'badDomain' }
  }
  const domain = toAscii(name)
  if (domain === undefined) {
    return { fault: /(?:^|\.)\d+$/.test(name) ? 'domainIsAddress' : 'badDomain' }
  }
  const fault = judge(domain)
  if (fault) {
    return { fault }
  }
  if (isReserved(domain, rules)) {
    return { fault: 'domainReserved' }
  }
  const { shopHost } = rules
  const isOurs = isWithin(domain, shopHost) || isWithin(shopHost, domain)
  return isOurs ? { fault: 'ownShop' } : { domain }
}
