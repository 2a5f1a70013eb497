import type { Payload } from 'payload'

import { runInTransaction, sql, takeRateToken } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { buildNews, type DownloadEvent, findNewsFacts } from '../messages'
import { downloadsRuntime } from '../runtime'

const RATE = { limit: 3, windowSeconds: 3_600 }

const LATEST = sql`select distinct on (e.id) p.id from packages p
  join entitlements e on e.id = p.entitlement_id join orders o on o.id = e.order_id`

/**
 * Sends the ways to an order's files once more: the link by mail, the password by WhatsApp, to where the
 * order says. Answers nothing, so that nobody learns anything by asking.
 *
 * @throws DomainError `rateLimited` after three times in an hour
 */
export const resendAccess = async (args: {
  kinds?: readonly DownloadEvent[]
  now: Date
  payload: Payload
  token: string
}): Promise<void> => {
  const { kinds = ['download.ready', 'download.password'], now, payload, token } = args
  const { rateFactor: factor } = downloadsRuntime.get(payload)
  await takeRateToken({ bucket: `downloads.resend:${token}`, factor, payload, rate: RATE })
  await runInTransaction(payload, async (tx) => {
    const ready = await tx.rows<{ id: string }>(
      sql`${LATEST} where o.token = ${token} and e.state = 'active' and p.state = 'ready'
        and e.valid_until > ${now.toISOString()} order by e.id, p.built_at desc`,
    )
    const again = `ulang/${now.toISOString()}`
    const facts = await Promise.all(ready.map(({ id }) => findNewsFacts(tx, id)))
    const messages = facts.flatMap((each) => buildNews({ again, facts: each, kinds, payload }))
    await queueMessages({ messages, tx })
  })
}
