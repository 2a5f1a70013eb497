import type { Payload } from 'payload'

import type { Tx } from '../../kernel/payload'
import type { DeliveredAgain } from '../desk'
import type { WorkState } from '../queries/workState'

import { DomainError } from '../../kernel/errors'
import { canReopen } from '../queries/workState'
import { fulfilmentRuntime } from '../runtime'

/** Whether a delivery has something whose access can be sent again, while its work stays done. */
export const canResend = (payload: Payload, work: Pick<WorkState, 'kind' | 'state'>): boolean =>
  fulfilmentRuntime.get(payload).desks[work.kind]?.resend !== undefined && canReopen(work)

/**
 * Gives the customer the way to what was delivered once more, and voids the old one. In the caller's
 * transaction, under the delivery's lock.
 *
 * @throws DomainError `fulfilment.nothingToResend`, and what the kind's desk refuses
 */
export const resendDelivery = async (tx: Tx, again: DeliveredAgain): Promise<void> => {
  const resend = fulfilmentRuntime.get(tx.payload).desks[again.row.kind]?.resend
  if (!resend) {
    throw new DomainError('fulfilment.nothingToResend', { field: 'fulfilment' })
  }
  await resend(tx, again)
}
