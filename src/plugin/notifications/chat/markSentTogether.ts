import type { Payload } from 'payload'

import { type Actor, idArray, noteTransitions, runInTransaction, sql } from '../../kernel/payload'
import { moveOf } from '../doDeed'
import { findMarkOutcome, type MarkOutcome, type MarkSubject } from '../rules'
import { MESSAGE_HISTORY } from '../states'

/** What became of one message that was to be noted as sent. */
export type MarkResult = { id: string; outcome: MarkOutcome }

/**
 * Notes of several messages that a person has pressed send in WhatsApp; one word about each, in the
 * order asked, a repeated one once. Three statements however many there are. Locks in the order of the
 * ids, so that two people with the same list wait for each other and never in a circle.
 */
export const markSentTogether = (args: {
  actor: Actor
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
      const { event, to } = moveOf('markSent')
      const moves = moving.map((id) => ({ from: byId.get(id)?.state ?? '', subject: id }))
      await tx.rows(
        sql`update notifications set state = ${to}, sent_at = now(), updated_at = now()
          where id = any(${idArray(moving)})`,
      )
      await noteTransitions({ actor: args.actor, event, machine: MESSAGE_HISTORY, moves, to, tx })
    }
    return results
  })
}
