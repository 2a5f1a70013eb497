import type { Payload } from 'payload'

import type { OwnService } from './findServices'

import { hostingRuntime } from '../runtime'
import { askForService } from '../accounts/ask'
import { claimDomain } from './claimDomain'
import { getOwnService } from './findServices'
import { readServiceWish } from './readRequest'

/**
 * A customer has his service made, once its agreement is confirmed and its first payment is in.
 *
 * @throws DomainError `hosting.accountNotFound`, what is wrong with a field, `hosting.domainTaken`,
 * `hosting.domainForeign`, `event.notAllowed`, and what `askForService` throws
 */
export const createOwnService = async (
  payload: Payload,
  args: { customerName: string; input: unknown } & OwnService,
): Promise<void> => {
  const { customerId, customerName, id, input } = args
  const service = await getOwnService(payload, { customerId, id })
  const wish = readServiceWish(payload, service, input)
  const { zones } = hostingRuntime.get(payload)
  await askForService(payload, {
    accountId: id,
    actor: { id: customerId, label: customerName, role: 'customer' },
    check: async (tx) => {
      if (wish.domain !== null) {
        await claimDomain(tx, { accountId: id, customerId, domain: wish.domain, zones })
      }
    },
    customerId,
    ...wish,
  })
}
