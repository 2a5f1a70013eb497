import type { Payload } from 'payload'

import { getAdapter, keepPoolWhole } from './kernel/payload'

/**
 * Payload puts no such listeners on its pool: without them a Postgres restart kills the process. The
 * pool speaks for idle connections only; one that is lost between two statements of a transaction
 * has to be listened to itself. Its next statement fails, and whoever runs that reports it.
 */
export const surviveDatabaseRestarts = (payload: Payload): void => {
  keepPoolWhole(payload)
  const { pool } = getAdapter(payload)
  const heard = new WeakSet<object>()
  pool.on('error', (error) => {
    payload.logger.warn({ err: error, msg: 'An idle database connection was lost' })
  })
  pool.on('acquire', (client) => {
    if (!heard.has(client)) {
      heard.add(client)
      client.on('error', () => undefined)
    }
  })
}
