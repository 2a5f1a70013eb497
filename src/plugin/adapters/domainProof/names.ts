import { Resolver } from 'node:dns/promises'

import type { DomainProofOptions } from './options'

/** A lookup that found nothing, and why. */
export type NoNames = 'missing' | 'noDomain' | 'tooSlow' | 'unreachable'

/** One look's way to ask DNS; `signal` ends it. */
export type Names = {
  /** Every address of a name, IPv4 first. */
  addresses: (name: string) => Promise<NoNames | string[]>
  /** Every TXT record of a name, its strings joined (RFC 7208, 3.3). */
  texts: (name: string) => Promise<NoNames | string[]>
}

const reasonOf = (error: unknown): NoNames => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENODATA':
      return 'missing'
    case 'EBADNAME':
    case 'ENOTFOUND':
      return 'noDomain'
    case 'ECANCELLED':
    case 'ETIMEOUT':
      return 'tooSlow'
    default:
      return 'unreachable'
  }
}

const caught = <T>(asked: Promise<T>): Promise<NoNames | T> => asked.catch(reasonOf)

const isList = (answer: NoNames | string[]): answer is string[] => Array.isArray(answer)

/** Asks the resolvers themselves: no hosts file, no cache of the system, no search list. */
export const openNames = (options: DomainProofOptions, signal: AbortSignal): Names => {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 })
  if (options.dnsServers && options.dnsServers.length > 0) {
    resolver.setServers(options.dnsServers)
  }
  signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  return {
    addresses: async (name) => {
      const asked = [caught(resolver.resolve4(name)), caught(resolver.resolve6(name))] as const
      const answers = await Promise.all(asked)
      const found = answers.filter(isList).flat()
      const [v4] = answers
      return found.length > 0 || isList(v4) ? found : v4
    },
    texts: async (name) => {
      const answer = await caught(resolver.resolveTxt(name))
      return Array.isArray(answer) ? answer.map((strings) => strings.join('')) : answer
    },
  }
}
