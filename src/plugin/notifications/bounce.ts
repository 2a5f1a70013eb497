import type { Payload } from 'payload'

import { DomainError } from '../kernel/errors'
import { queryRows, sql } from '../kernel/payload'

const REASON = 'The mail came back after the server had taken it'

/**
 * Notes that a mail came back: the server had taken it, the mailbox did not. It stands among the
 * undeliverable ones from then on, and can be sent again.
 *
 * @throws DomainError `notFound` when there is no such mail, or it was not sent
 */
export const markBounced = async (args: { id: string; payload: Payload }): Promise<void> => {
  const bounced = await queryRows(
    args.payload,
    sql`update notifications set state = 'dead', last_error = ${REASON}, updated_at = now()
      where id = ${args.id} and channel = 'email' and state = 'sent' returning 1`,
  )
  if (bounced.length === 0) {
    throw new DomainError('notFound', { subject: 'notification' })
  }
}
