import type { Payload } from 'payload'

import { withAccount } from '../accounts/ask'
import { queueConverge } from './job'

/**
 * Has the server of a service looked at now, and what is not as it is wanted brought about.
 *
 * @throws DomainError `notFound`
 */
export const lookAgain = (payload: Payload, accountId: string): Promise<void> =>
  withAccount(payload, accountId, (tx) => queueConverge(tx, { accountId, isUrgent: true }))
