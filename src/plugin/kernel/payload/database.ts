import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { NodePgDatabase } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

/** One transaction of Drizzle, as Payload's own adapter holds it. */
export type DrizzleTransaction = Parameters<
  Parameters<NodePgDatabase<Record<string, unknown>>['transaction']>[0]
>[0]

type PoolClient = { on: (event: 'error', listener: (error: Error) => void) => void }

/** The parts of Payload's Postgres adapter on which the kernel relies (3.90.1). */
export type PostgresAdapter = {
  drizzle: NodePgDatabase<Record<string, unknown>>
  pool: {
    on: ((event: 'acquire', listener: (client: PoolClient) => void) => void) &
      ((event: 'error', listener: (error: Error) => void) => void)
  }
  sessions: Record<
    string,
    { db: DrizzleTransaction; reject: () => Promise<void>; resolve: () => Promise<void> }
  >
}

/** Payload's database adapter, seen as the Postgres adapter that Lunas requires. */
export const getAdapter = (payload: Payload): PostgresAdapter =>
  payload.db as unknown as PostgresAdapter

type Built = { params: unknown[]; sql: string }

/** What Drizzle (0.45) keeps inside, and needs to give a statement a name. */
type Engine = {
  dialect: { sqlToQuery: (query: SQL) => Built }
  session: {
    prepareQuery: (
      ...args: [built: Built, fields: undefined, name: string | undefined, isArrayMode: boolean]
    ) => { execute: () => Promise<{ rows: unknown[] }> }
  }
}

/** Texts of statements differ by the number of rows that they write, never by what is in them. */
const MOST_NAMES = 400
const names = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) {
    return known
  }
  const name = `lunas_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`
  names.set(text, name)
  return name
}

/**
 * Runs one statement of our own and returns its rows. It has a name, so that each connection parses
 * and plans it once: at our sizes that is more than half of what Postgres would do for it.
 */
export const runStatement = async <T>(
  db: DrizzleTransaction | PostgresAdapter['drizzle'],
  query: SQL,
): Promise<T[]> => {
  const { dialect, session } = db as unknown as Engine
  const built = dialect.sqlToQuery(query)
  const statement = session.prepareQuery(built, undefined, nameOf(built.sql), false)
  return (await statement.execute()).rows as T[]
}

/** Statements outside a transaction, for what works with either. */
export const statementsOn = (payload: Payload): { rows: <T>(query: SQL) => Promise<T[]> } => ({
  rows: (query) => queryRows(payload, query),
})

/** Runs one statement outside a transaction and returns its rows. */
export const queryRows = <T>(payload: Payload, query: SQL): Promise<T[]> =>
  runStatement(getAdapter(payload).drizzle, query)
