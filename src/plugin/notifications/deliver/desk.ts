import type { Payload } from 'payload'

import type { Notification } from '../schema'

import { idList, queryRows, sql, statementsOn } from '../../kernel/payload'
import { gatherCalls } from './gather'
import { type Ended, endAttempts, NOTIFICATION_COLUMNS } from './ledger'

/**
 * Nobody waits for the disk before a mail goes out: one of which a crashed database forgets that it was
 * taken ends as its sender says, for the row then counts fewer attempts than he does. A chat must not
 * come twice; what it takes from the channel's limit before it is sent commits with the disk, and with
 * it all that went before. An ending waits for the disk: the job is done after it, perhaps after a
 * crash, and a mail that is still to be sent by the rows would have nobody to send it.
 */
const HURRY = sql`select set_config('synchronous_commit', 'off', true)`

// States are compared after the rows are held, or the planner would walk the index of all that wait.
// Rows are locked in one order, or two senders with the same messages wait for each other in a ring.
const claimAll = async (
  payload: Payload,
  ids: readonly string[],
): Promise<(Notification | undefined)[]> => {
  const rows = await queryRows<Notification>(
    payload,
    sql`with hurried as materialized (${HURRY}), held as materialized (
        select id as held_id, state as held_state from notifications
        where id in (${idList(ids)}) order by id for update
      )
      update notifications
      set state = 'sending', attempts = attempts + 1, updated_at = now()
      from held, hurried where id = held_id and held_state in ('queued', 'sending')
      returning ${NOTIFICATION_COLUMNS}, held_state = 'sending' as "isRetaken"`,
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id))
}

const endAll = async (payload: Payload, ended: readonly Ended[]): Promise<readonly undefined[]> => {
  await endAttempts(ended, statementsOn(payload))
  return ended.map(() => undefined)
}

const openDesk = (payload: Payload) => ({
  claim: gatherCalls((ids: readonly string[]) => claimAll(payload, ids)),
  end: gatherCalls((ended: readonly Ended[]) => endAll(payload, ended)),
})

const desks = new WeakMap<Payload, ReturnType<typeof openDesk>>()

/** What many senders of one process ask at the same time goes to the database together. */
const deskOf = (payload: Payload): ReturnType<typeof openDesk> => {
  const desk = desks.get(payload) ?? openDesk(payload)
  desks.set(payload, desk)
  return desk
}

/** Takes a message in hand; undefined when somebody has finished it already. */
export const claimNotification = (args: {
  id: string
  payload: Payload
}): Promise<Notification | undefined> => deskOf(args.payload).claim(args.id)

/** `endAttempt` of an ending from which nothing else follows. */
export const endAttemptAlone = async (args: { payload: Payload } & Ended): Promise<void> => {
  const { payload, ...ended } = args
  await deskOf(payload).end(ended)
}
