import type { Payload } from 'payload'

import { runInTransaction, sql, takeRateToken } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { buildNews, findNewsFacts } from '../messages'
import { reportsRuntime } from '../runtime'

const RATE = { limit: 3, windowSeconds: 3_600 }

/**
 * Sends the ways to an order's newest reports once more: the link by mail, the password by WhatsApp, to
 * where the order says. Answers nothing, so that nobody learns anything by asking.
 *
 * @throws DomainError `rateLimited` after three times in an hour
 */
export const resendReport = async (args: {
  now: Date
  payload: Payload
  token: string
}): Promise<void> => {
  const { now, payload, token } = args
  const { rateFactor: factor } = reportsRuntime.get(payload)
  await takeRateToken({ bucket: `reports.resend:${token}`, factor, payload, rate: RATE })
  await runInTransaction(payload, async (tx) => {
    const sent = await tx.rows<{ id: string }>(
      sql`select distinct on (r.fulfilment_id) r.id from reports r join orders o on o.id = r.order_id
        where o.token = ${token} and r.sent_at is not null and r.state = 'ready'
          and r.expires_at > ${now.toISOString()}
        order by r.fulfilment_id, r.revision desc`,
    )
    const again = `ulang/${now.toISOString()}`
    for (const { id } of sent) {
      const facts = await findNewsFacts(tx, id)
      const kinds = ['report.ready', 'report.password'] as const
      await queueMessages({ messages: buildNews({ again, facts, kinds, payload }), tx })
    }
  })
}
