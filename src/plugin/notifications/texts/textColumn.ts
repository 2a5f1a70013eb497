import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { MessageText, NotificationEvent } from '../schema'

import { queryRows, type SQL, sql } from '../../kernel/payload'

/**
 * The shop's own words for an event in one language, as a column of another statement: a mail costs no
 * question more for them, and a change counts from the next mail on.
 */
export const textColumn = (event: SQL, locale: SQL): SQL => sql`(
  select json_build_object('button', l.button, 'heading', l.heading, 'intro', l.intro,
    'notes', l.notes, 'subject', l.subject)
  from message_texts t join message_texts_locales l on l._parent_id = t.id
  where t.event = ${event} and l._locale::text = ${locale})`

/** The shop's own words for one event, if it has any. */
export const findText = async (args: {
  event: NotificationEvent
  locale: Locale
  payload: Payload
}): Promise<MessageText | null> => {
  const { event, locale, payload } = args
  const column = textColumn(sql`${event}`, sql`${locale}`)
  const [row] = await queryRows<{ text: MessageText | null }>(
    payload,
    sql`select ${column} as text`,
  )
  return row?.text ?? null
}

/** Which events have own words, and in which row they stand. */
export const findOwnWords = async (payload: Payload): Promise<ReadonlyMap<string, string>> => {
  const rows = await queryRows<{ event: string; id: string }>(
    payload,
    sql`select event, id::text as id from message_texts`,
  )
  return new Map(rows.map(({ event, id }) => [event, id]))
}
