import type { Payload } from 'payload'

import type { OwnService } from './findServices'

import { DomainError } from '../../kernel/errors'
import { openService } from '../converge/openService'
import { getOwnService } from './findServices'

/**
 * An address at which the customer is in the panel of his service without a password, for minutes.
 *
 * @throws DomainError `hosting.accountNotFound`, `hosting.noSignOn`
 */
export const signOn = async (payload: Payload, own: OwnService): Promise<string> => {
  const service = await getOwnService(payload, own)
  const { driver, server, target } = await openService(payload, service.id)
  const outcome = service.canSignOn ? await driver.signOn?.(server, target) : undefined
  if (outcome?.kind !== 'ok') {
    throw new DomainError('hosting.noSignOn')
  }
  return outcome.value.url
}
