import type { Payload } from 'payload'

import { runInTransaction, sql } from '../../kernel/payload'
import { fallBackToMail } from './fallBack'

/**
 * Ends the wait for a report that never came: the message counts as not delivered and goes by e-mail.
 * Once more is better than never; a report that came in time has changed the state before.
 */
export const giveUpUnconfirmed = (args: { id: string; payload: Payload }): Promise<void> =>
  runInTransaction(args.payload, async (tx) => {
    const given = await tx.rows(sql`update notifications
      set state = 'dead', updated_at = now(),
        last_error = 'WhatsApp never said whether the message got through'
      where id = ${args.id} and state = 'unknown' returning 1`)
    if (given.length > 0) {
      await fallBackToMail(tx, args.id)
    }
  })
