import type { Payload } from 'payload'

import { idArray, runInTransaction, sql } from '../../kernel/payload'
import { findMarkOutcome, type MarkOutcome, type MarkSubject } from '../rules'

/** What became of one message that was to be noted as sent. */
export type MarkResult = { id: string; outcome: MarkOutcome }

/**
 * Notes of several messages that a person has pressed send in WhatsApp; one word about each, in the
 * order asked, a repeated one once. Two statements however many there are. Locks in the order of the
 * ids, so that two people with the same list wait for each other and never in a circle.
 */
export const markSentTogether = (args: {
  ids: readonly string[]
  payload: Payload
}): Promise<MarkResult[]> => {
  const ids = [...new Set(args.ids.map((id) => id.toLowerCase()))]
  return runInTransaction(args.payload, async (tx) => {
    const found = await tx.rows<{ id: string } & MarkSubject>(
      sql`select id, channel, state from notifications
        where id = any(${idArray(ids)}) order by id for update`,
    )
    const byId = new Map(found.map((row) => [row.id, row]))
    const results = ids.map((id) => ({ id, outcome: findMarkOutcome(byId.get(id)) }))
    const moving = results.flatMap(({ id, outcome }) => (outcome === 'sent' ? [id] : []))
    if (moving.length > 0) {
      await tx.rows(
        sql`update notifications set state = 'sent', sent_at = now(), updated_at = now()
          where id = any(${idArray(moving)})`,
      )
    }
    return results
  })
}
