import type { Payload } from 'payload'

import { runInTransaction, sql } from '../kernel/payload'
import { addJob, jobPriority } from '../kernel/queue'
import { deliverTask } from './deliver/task'
import { type DeedBy, doDeed } from './doDeed'

const FROM_THE_START = sql`attempts = 0, last_error = null, message_id = null, reported = null`

/**
 * Tries an undeliverable message again, from the beginning.
 *
 * @throws DomainError `notFound` when there is no such message or it is not undeliverable
 */
export const resendNotification = (args: { payload: Payload } & DeedBy): Promise<void> => {
  const { payload, ...by } = args
  const { id } = by
  return runInTransaction(payload, async (tx) => {
    await doDeed({ ...by, deed: 'resend', set: FROM_THE_START, tx })
    await addJob({ input: { id }, priority: jobPriority.mail, task: deliverTask, tx })
  })
}
