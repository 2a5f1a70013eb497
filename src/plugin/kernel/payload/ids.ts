import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import { v7 as uuidv7 } from 'uuid'

/** A new row id: UUID version 7 (RFC 9562), time-ordered and unguessable, as Payload itself makes them. */
export const newId = (): string => uuidv7()

/**
 * Ids as one array of Postgres: the statement's text is the same however many they are, and the planner
 * sees how few, which JSON hides from it.
 */
export const idArray = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`

/**
 * A few ids one by one, for `in (…)`: each number of them is a statement of its own, which is planned once.
 * An array is planned anew each time, since the planner hopes for a short one.
 */
export const idList = (ids: readonly string[]): SQL =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text is written like the id of a row: what is not is of no row. */
export const isRowId = (text: string): boolean => UUID.test(text)
