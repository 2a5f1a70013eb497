import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { type DrizzleTransaction, getAdapter } from './database'
import { newId } from './ids'
import { runStatement, type Statement } from './statement'

/**
 * An open transaction. `rows` runs one statement in it. `req()` makes a Payload request bound to it,
 * for Local API calls that must commit or vanish together with the statements.
 */
export type Tx = {
  payload: Payload
  req: () => Promise<PayloadRequest>
  rows: <T>(query: Statement) => Promise<T[]>
}

type Watch = { aborted: boolean; failed: boolean; req?: PayloadRequest }

const RETRYABLE = new Set(['40001', '40P01'])
const ATTEMPTS = 4

const sqlStateOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) {
    return undefined
  }
  const { cause, code } = error as { cause?: unknown; code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : sqlStateOf(cause)
}

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (5 + Math.random() * 10)))

/**
 * Runs `work` again, a few times with jitter, when Postgres broke a deadlock or lost a serialisation.
 * Either all of `work` happened or none of it: one statement, or one transaction.
 */
export const withRetries = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRYABLE.has(sqlStateOf(error) ?? '')) {
        throw error
      }
      await pause(attempt)
    }
  }
}

const bindRequest = async (args: {
  id: string
  payload: Payload
  watch: Watch
}): Promise<PayloadRequest> => {
  if (!args.watch.req) {
    const req = await createLocalReq({}, args.payload)
    req.transactionID = args.id
    args.watch.req = req
  }
  return args.watch.req
}

/** Throws when something inside the work failed although its caller swallowed the failure. */
const assertWhole = async (args: {
  db: DrizzleTransaction
  id: string
  watch: Watch
}): Promise<void> => {
  const { db, id, watch } = args
  if (watch.aborted || (watch.req && (await watch.req.transactionID) !== id)) {
    throw new Error('The transaction was rolled back by a nested operation')
  }
  if (watch.failed || watch.req) {
    await db.execute(sql`select 1`)
  }
}

const runOnce = async <T>(payload: Payload, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const adapter = getAdapter(payload)
  const id = newId()
  try {
    return await adapter.drizzle.transaction(async (db) => {
      const watch: Watch = { aborted: false, failed: false }
      const noop = (): Promise<void> => Promise.resolve()
      const abort = (): Promise<void> => {
        watch.aborted = true
        return Promise.resolve()
      }
      adapter.sessions[id] = { db, reject: abort, resolve: noop }
      const rows = async <R>(query: Statement): Promise<R[]> => {
        try {
          return await runStatement<R>(db, query)
        } catch (error) {
          watch.failed = true
          throw error
        }
      }
      const result = await work({ payload, req: () => bindRequest({ id, payload, watch }), rows })
      await assertWhole({ db, id, watch })
      return result
    })
  } finally {
    delete adapter.sessions[id]
  }
}

/**
 * Runs `work` in one transaction and resolves only when the database has committed it.
 *
 * Payload's own `commitTransaction` hides a refused commit, and a nested failure that somebody
 * catches turns COMMIT into a silent ROLLBACK; both throw here. Serialization failures and
 * deadlocks are retried a few times with jitter, so `work` must not touch the outside world.
 */
export const runInTransaction = <T>(payload: Payload, work: (tx: Tx) => Promise<T>): Promise<T> =>
  withRetries(() => runOnce(payload, work))

/**
 * Statements inside the transaction that a hook's request already has; without one, outside.
 * For hooks only: an action opens its own transaction.
 */
export const statementsOf = (req: PayloadRequest): Pick<Tx, 'rows'> => ({
  rows: async (query) => {
    const adapter = getAdapter(req.payload)
    const id = await req.transactionID
    const db = id === undefined ? undefined : adapter.sessions[String(id)]?.db
    return runStatement(db ?? adapter.drizzle, query)
  },
})

/** Code of the Postgres error behind `error`, e.g. `23505` for a unique violation. */
export const findSqlState = sqlStateOf

/** Name of the constraint that refused a statement, e.g. `payments_reference_once`. */
export const findSqlConstraint = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) {
    return undefined
  }
  const { cause, constraint } = error as { cause?: unknown; constraint?: unknown }
  return typeof constraint === 'string' ? constraint : findSqlConstraint(cause)
}
