import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'

import type { SQL } from '@/plugin/kernel/payload'

import { runStatement } from '@/plugin/kernel/payload/database'
import { queueMessages } from '@/plugin/notifications'

import { makeMessage } from './messages'

/** Rows in one statement; a shop queues two or three. */
const TOGETHER = 50

/**
 * Puts messages into the outbox as the shop does, all in one transaction: they are due together, a
 * second after it began. Answers when it began.
 */
export const fillOutbox = async (args: {
  databaseUrl: string
  run: string
  total: number
}): Promise<Date> => {
  const database = drizzle(args.databaseUrl)
  try {
    return await database.transaction(async (transaction) => {
      const tx = { rows: <T>(query: SQL): Promise<T[]> => runStatement<T>(transaction, query) }
      for (let from = 0; from < args.total; from += TOGETHER) {
        const length = Math.min(TOGETHER, args.total - from)
        const messages = Array.from({ length }, (_, offset) =>
          makeMessage({ index: from + offset, run: args.run }),
        )
        await queueMessages({ messages, tx })
      }
      const began = await transaction.execute<{ at: Date }>('select now() as at')
      return new Date((began.rows[0] as { at: Date }).at)
    })
  } finally {
    await database.$client.end()
  }
}
