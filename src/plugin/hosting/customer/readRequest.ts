import type { Payload } from 'payload'

import type { PublicService } from './publicService'

import { DomainError } from '../../kernel/errors'
import { parseInput } from '../../kernel/payload'
import { hostingRuntime } from '../runtime'
import { type NameRules, readServiceName } from './names'
import { buildServiceSchema, SERVICE_NEEDS } from './request'

/** What a customer said, as the shop keeps it. */
export type ServiceWish = {
  domain: null | string
  hosts: string[]
  region: null | string
  request: Record<string, number | string>
}

const rulesOf = (payload: Payload): NameRules => {
  const { serverUrl, zones } = hostingRuntime.get(payload)
  return { shopHost: new URL(serverUrl).hostname, zones }
}

const readNames = (
  payload: Payload,
  typed: string,
  isRequired: boolean,
): Pick<ServiceWish, 'domain' | 'hosts'> => {
  if (typed === '') {
    if (isRequired) {
      throw new DomainError('hosting.domainRequired', { field: 'domain' })
    }
    return { domain: null, hosts: [] }
  }
  const names = readServiceName(typed, rulesOf(payload))
  if ('fault' in names) {
    throw new DomainError(names.fault, { field: 'domain' })
  }
  return names
}

/**
 * Reads what a customer says who has a service made.
 *
 * @throws DomainError of what is wrong, with its field
 */
export const readServiceWish = (
  payload: Payload,
  service: Pick<PublicService, 'kind' | 'regions'>,
  input: unknown,
): ServiceWish => {
  const { domain, region, request } = parseInput(buildServiceSchema(service.kind), input)
  const needs = SERVICE_NEEDS[service.kind]?.domain ?? 'none'
  const names =
    needs === 'none'
      ? { domain: null, hosts: [] }
      : readNames(payload, domain, needs === 'required')
  if (region !== '' && service.regions.length > 0 && !service.regions.includes(region)) {
    throw new DomainError('hosting.regionUnknown', { field: 'region' })
  }
  return {
    ...names,
    region: region === '' ? null : region,
    request: request as ServiceWish['request'],
  }
}
