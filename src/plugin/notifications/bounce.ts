import type { Payload } from 'payload'

import { runInTransaction, sql } from '../kernel/payload'
import { type DeedBy, doDeed } from './doDeed'

const REASON = 'The mail came back after the server had taken it'

/**
 * Notes that a mail came back: the server had taken it, the mailbox did not. It stands among the
 * undeliverable ones from then on, and can be sent again.
 *
 * @throws DomainError `notFound` when there is no such mail, or it was not sent
 */
export const markBounced = async (args: { payload: Payload } & DeedBy): Promise<void> => {
  const { payload, ...by } = args
  const only = sql`channel = 'email'`
  await runInTransaction(payload, (tx) =>
    doDeed({ ...by, deed: 'bounce', only, set: sql`last_error = ${REASON}`, tx }),
  )
}
