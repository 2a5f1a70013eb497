import type { Payload } from 'payload'

import { DomainError } from '../kernel/errors'
import { queryRows, sql } from '../kernel/payload'
import { addJobSql, jobPriority } from '../kernel/queue'
import { deliverTask } from './deliver/task'

/**
 * Tries an undeliverable message again, from the beginning. The update and the job are one statement.
 *
 * @throws DomainError `notFound` when there is no such message or it is not undeliverable
 */
export const resendNotification = async (args: { id: string; payload: Payload }): Promise<void> => {
  const revived = await queryRows(
    args.payload,
    sql`with revived as (
      update notifications set state = 'queued', attempts = 0, last_error = null,
        message_id = null, reported = null, updated_at = now()
      where id = ${args.id} and state = 'dead' returning id
    )
    select ${addJobSql({
      input: sql`json_build_object('id', revived.id)`,
      priority: jobPriority.mail,
      task: deliverTask,
    })} from revived`,
  )
  if (revived.length === 0) {
    throw new DomainError('notFound', { subject: 'notification' })
  }
}
