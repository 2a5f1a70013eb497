import type { Notification } from './schema'

import { DomainError } from '../kernel/errors'
import { type Actor, noteTransitions, type SQL, sql, type Tx } from '../kernel/payload'
import { NOTIFICATION_COLUMNS } from './deliver/ledger'
import { MESSAGE_HISTORY, type MessageDeed, NOTIFICATION_MOVES } from './states'

/** Who does something with one message. */
export type DeedBy = { actor: Actor; id: string }

/** A deed as the table of moves has it. */
export const moveOf = (deed: MessageDeed) => {
  const move = NOTIFICATION_MOVES.find(({ event }) => event === deed)
  if (!move) {
    throw new Error(`No move is called ${deed}`)
  }
  return move
}

/**
 * Does one thing with a message and keeps in the history who did it, in the caller's transaction.
 *
 * @param args.only Which messages it can be done with, beside their state
 * @param args.set Further columns to write, e.g. ``sql`sent_at = now()` ``
 * @throws DomainError `notFound` when there is no such message, or it stands elsewhere
 */
export const doDeed = async (
  args: { deed: MessageDeed; only?: SQL; set?: SQL; tx: Pick<Tx, 'rows'> } & DeedBy,
): Promise<Notification> => {
  const { actor, deed, id, only = sql`true`, set, tx } = args
  const { from, to } = moveOf(deed)
  const states = sql.join(
    from.map((state) => sql`${state}`),
    sql`, `,
  )
  const [held] = await tx.rows<{ state: string }>(
    sql`select state from notifications
      where id = ${id} and state in (${states}) and ${only} for update`,
  )
  const [row] = held
    ? await tx.rows<Notification>(
        sql`update notifications set state = ${to}, updated_at = now() ${set ? sql`, ${set}` : sql``}
          where id = ${id} returning ${NOTIFICATION_COLUMNS}`,
      )
    : []
  if (!held || !row) {
    throw new DomainError('notFound', { subject: 'notification' })
  }
  const moves = [{ from: held.state, subject: id }]
  await noteTransitions({ actor, event: deed, machine: MESSAGE_HISTORY, moves, to, tx })
  return row
}
