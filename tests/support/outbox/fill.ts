import { getAdapter } from '@/plugin/kernel/payload/database'
import { runStatement, type Statement } from '@/plugin/kernel/payload/statement'
import { queueMessages } from '@/plugin/notifications'

import { openLightPayload } from './lightPayload'
import { makeMessage } from './messages'

/** Rows in one statement; a shop queues two or three. */
const TOGETHER = 50

/**
 * Puts messages into the outbox as the shop does, all in one transaction: they are due together, a
 * second after it began. Answers when it began.
 */
export const fillOutbox = async (args: {
  run: string
  settings: Readonly<Record<string, string>>
  total: number
}): Promise<Date> => {
  const { run, settings, total } = args
  const { close, payload } = await openLightPayload(settings)
  try {
    return await getAdapter(payload).drizzle.transaction(async (transaction) => {
      const rows = <T>(query: Statement): Promise<T[]> => runStatement<T>(transaction, query)
      for (let from = 0; from < total; from += TOGETHER) {
        const length = Math.min(TOGETHER, total - from)
        const messages = Array.from({ length }, (_, offset) =>
          makeMessage({ index: from + offset, run }),
        )
        await queueMessages({ messages, tx: { payload, rows } })
      }
      const began = await transaction.execute<{ at: Date }>('select now() as at')
      return new Date((began.rows[0] as { at: Date }).at)
    })
  } finally {
    await close()
  }
}
