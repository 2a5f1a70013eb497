import type { Payload } from 'payload'

import type { OwnService } from './findServices'

import { DomainError } from '../../kernel/errors'
import { statementsOn } from '../../kernel/payload'
import { findAccount } from '../accounts/scene'
import { driverOf, findServer, openServer, targetOf } from '../servers/access'
import { getOwnService } from './findServices'

/**
 * An address at which the customer is in the panel of his service without a password, for minutes.
 *
 * @throws DomainError `hosting.accountNotFound`, `hosting.noSignOn`
 */
export const signOn = async (payload: Payload, own: OwnService): Promise<string> => {
  const { canSignOn, id } = await getOwnService(payload, own)
  const account = canSignOn ? await findAccount(statementsOn(payload), id) : null
  const server = account && (await findServer(statementsOn(payload), account.serverId))
  if (!account || !server) {
    throw new DomainError('hosting.noSignOn')
  }
  const way = driverOf(payload, server)
  const outcome = await way.signOn?.(openServer(payload, server), targetOf(payload, account))
  if (outcome?.kind !== 'ok') {
    throw new DomainError('hosting.noSignOn')
  }
  return outcome.value.url
}
