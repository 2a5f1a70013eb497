import type { Payload } from 'payload'

import type { Notification } from '../schema'

import { queryRows, sql } from '../../kernel/payload'
import { toStorableJson } from '../rules'
import { gatherCalls } from './gather'
import { type Ending, NOTIFICATION_COLUMNS } from './ledger'

type Ended = { ending: Ending; notification: Notification }

// Rows are locked in one order, or two senders with the same messages wait for each other in a ring.
const claimAll = async (
  payload: Payload,
  ids: readonly string[],
): Promise<(Notification | undefined)[]> => {
  const rows = await queryRows<Notification>(
    payload,
    sql`with held as materialized (
        select id as held_id, state = 'sending' as retaken from notifications
        where id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))
          and state in ('queued', 'sending')
        order by id for update
      )
      update notifications
      set state = 'sending', attempts = attempts + 1, updated_at = now()
      from held where id = held_id
      returning ${NOTIFICATION_COLUMNS}, retaken as "isRetaken"`,
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id))
}

const toTold = ({ ending, notification }: Ended): Record<string, unknown> => ({
  attempts: notification.attempts,
  error: 'error' in ending ? ending.error.slice(0, 1_000) : null,
  id: notification.id,
  message_id: 'messageId' in ending ? ending.messageId : null,
  state: ending.state,
})

const endAll = async (payload: Payload, ended: readonly Ended[]): Promise<readonly undefined[]> => {
  await queryRows(
    payload,
    sql`with told as materialized (
        select n.id as told_id, t.state, t.error, t.message_id from notifications n
        join json_to_recordset(${toStorableJson(ended.map(toTold))}::json)
          as t (id uuid, attempts int, state text, error text, message_id text)
          on n.id = t.id and n.attempts = t.attempts
        where n.state = 'sending'
        order by n.id for update of n
      )
      update notifications n
      set state = told.state, last_error = told.error,
        message_id = coalesce(told.message_id, n.message_id),
        sent_at = case when told.state = 'sent' then now() else n.sent_at end, updated_at = now()
      from told where n.id = told_id`,
  )
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
