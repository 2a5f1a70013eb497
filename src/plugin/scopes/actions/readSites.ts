import type { Payload } from 'payload'

import type { ScopeInput } from '../schema'

import { DomainError } from '../../kernel/errors'
import { isWithin, readDomain } from '../rules'
import { scopesRuntime } from '../runtime'

/**
 * Reads the names of a form as DNS knows them; each once, and without the domain itself.
 *
 * @throws DomainError `scope.badDomain` and its like, `scope.foreignHost`, with the field
 */
export const readSites = (
  payload: Payload,
  { domain: typed, hosts }: Pick<ScopeInput, 'domain' | 'hosts'>,
): Pick<ScopeInput, 'domain' | 'hosts'> => {
  const { acceptsTest, serverUrl } = scopesRuntime.get(payload)
  const rules = { acceptsTest, shopHost: new URL(serverUrl).hostname }
  const read = (name: string, field: 'domain' | 'hosts'): string => {
    const result = readDomain(name, rules)
    if ('fault' in result) {
      throw new DomainError(result.fault, { field })
    }
    return result.domain
  }
  const domain = read(typed, 'domain')
  const named = hosts.filter((host) => host.trim() !== '')
  const others = named.map((host) => {
    const name = read(host, 'hosts')
    if (!isWithin(name, domain)) {
      throw new DomainError('scope.foreignHost', { domain, field: 'hosts', host: name })
    }
    return name
  })
  return { domain, hosts: [...new Set(others)].filter((host) => host !== domain) }
}
