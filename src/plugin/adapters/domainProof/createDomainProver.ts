import type { Challenge, DomainProver, Sight } from '../../scopes/port'
import type { DomainProofOptions } from './options'

import { isPublicAddress } from '../../kernel/net'
import { type Fetched, fetchText } from './fetchText'
import { type Names, openNames } from './names'

const TIMEOUT_MS = 5_000
const MAX_ADDRESSES = 3

type Visit = {
  challenge: Challenge
  names: Names
  options: DomainProofOptions
  signal: AbortSignal
}

const seeRecord = async ({ challenge, names }: Visit): Promise<Sight> => {
  const texts = await names.texts(challenge.record)
  if (!Array.isArray(texts)) {
    // The name of the record need not exist; whether the domain does, its addresses tell.
    return texts === 'noDomain' ? 'missing' : texts
  }
  return texts.some((text) => text.trim() === challenge.value) ? 'found' : 'different'
}

const judge = (fetched: Fetched, { value }: Challenge): Sight => {
  if (typeof fetched === 'string') {
    return fetched
  }
  return fetched.text.replace(/^\uFEFF/, '').trim() === value ? 'found' : 'different'
}

/** The first address that says anything. */
const askInTurn = async (
  visit: Visit,
  args: { addresses: readonly string[]; isSecure: boolean; port: number },
): Promise<Sight> => {
  const { challenge, signal } = visit
  const { addresses, ...way } = args
  const { domain, path } = challenge
  let last: Sight = 'unreachable'
  for (const address of addresses.slice(0, MAX_ADDRESSES)) {
    last = judge(await fetchText({ ...way, address, domain, path, signal }), challenge)
    if (last !== 'unreachable') {
      break
    }
  }
  return last
}

const isSilent = (sight: Sight): boolean => sight === 'unreachable' || sight === 'tooSlow'

const seeFile = async (visit: Visit): Promise<Sight> => {
  const { challenge, names, options } = visit
  const addresses = await names.addresses(challenge.domain)
  if (!Array.isArray(addresses)) {
    return addresses === 'missing' ? 'noDomain' : addresses
  }
  const allowed = new Set(options.allowPrivate)
  // One that leads inside is enough: nobody has a public site on half a private network.
  if (!addresses.every((address) => isPublicAddress(address) || allowed.has(address))) {
    return 'privateAddress'
  }
  const ports = options.ports ?? { http: 80, https: 443 }
  const [secure, plain] = await Promise.all([
    askInTurn(visit, { addresses, isSecure: true, port: ports.https }),
    askInTurn(visit, { addresses, isSecure: false, port: ports.http }),
  ])
  // What comes over a checked certificate counts; without one, as much as ACME's http-01 does (RFC 8555).
  return isSilent(secure) ? plain : secure
}

/**
 * Looks for a proof in DNS and on the web server, both at once, within one time limit. The name is
 * resolved once, every address it has must be public, and the connection goes to exactly such an
 * address: an answer that changes meanwhile changes nothing.
 */
export const createDomainProver =
  (options: DomainProofOptions = {}): DomainProver =>
  async (challenge) => {
    const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
    const visit = { challenge, names: openNames(options, signal), options, signal }
    const [dns, file] = await Promise.all([seeRecord(visit), seeFile(visit)])
    return { dns, file }
  }
