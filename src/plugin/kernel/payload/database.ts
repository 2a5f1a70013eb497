import type { NodePgDatabase } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Payload } from 'payload'

import { runStatement, type Statement } from './statement'

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

/** Statements outside a transaction, for what works with either. */
export const statementsOn = (
  payload: Payload,
): { rows: <T>(query: Statement) => Promise<T[]> } => ({
  rows: (query) => queryRows(payload, query),
})

/** Runs one statement outside a transaction and returns its rows. */
export const queryRows = <T>(payload: Payload, query: Statement): Promise<T[]> =>
  runStatement(getAdapter(payload).drizzle, query)
