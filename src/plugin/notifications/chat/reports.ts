import type { Payload } from 'payload'

import type { ChatReport } from '../port'

import { isRowId, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { fallBackToMail } from '../deliver/fallBack'

/**
 * A later word of the vendor never undoes a better one: reports come in any order, and twice. What left
 * WhatsApp's server may still fail; what was delivered may not.
 */
const RANK = { sent: 1, failed: 2, delivered: 3, read: 4 } as const

const rankSql = sql.raw(
  `case reported ${Object.entries(RANK)
    .map(([word, rank]) => `when '${word}' then ${rank}`)
    .join(' ')} else 0 end`,
)

const applyReport = async (tx: Tx, report: ChatReport): Promise<void> => {
  const { providerId, reason, reference, state } = report
  const byReference = reference && isRowId(reference) ? sql`or id = ${reference}::uuid` : sql``
  const failed = state === 'failed'
  const [row] = await tx.rows<{ id: string; state: string }>(sql`update notifications
    set reported = ${state}, message_id = coalesce(message_id, ${providerId}), updated_at = now(),
      last_error = case when ${failed} then ${(reason ?? 'WhatsApp could not deliver').slice(0, 1000)} else last_error end,
      sent_at = case when ${failed} then sent_at else coalesce(sent_at, ${report.at.toISOString()}::timestamptz) end,
      state = case when ${failed} then 'dead' when state in ('unknown', 'sending') then 'sent' else state end
    where channel = 'whatsapp' and (message_id = ${providerId} ${byReference})
      and state in ('sending', 'sent', 'unknown') and ${rankSql} < ${RANK[state]}
    returning id, state`)
  if (failed && row) {
    await fallBackToMail(tx, row.id)
  }
}

/**
 * Notes what a chat vendor reports. A failed message goes by e-mail instead; one that may have got
 * through is sent now. Repeated, late and unknown reports change nothing.
 */
export const applyReports = (args: {
  payload: Payload
  reports: readonly ChatReport[]
}): Promise<void> =>
  runInTransaction(args.payload, async (tx) => {
    for (const report of args.reports) {
      await applyReport(tx, report)
    }
  })
