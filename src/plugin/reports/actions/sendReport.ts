import { type LockedFulfilment, tickBySystem } from '../../fulfilment'
import { fireEvent, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { reportMachine } from '../machine'
import { buildNews, findNewsFacts, type ReportNews } from '../messages'
import { resolveExpiry } from '../rules'
import { reportsRuntime } from '../runtime'

/**
 * The newest report goes to the customer: from now on he can fetch it, the way there goes by mail, the
 * password by WhatsApp. In the transaction of the delivery's move, whose guard has seen that it is ready.
 */
export const sendReport = async (
  tx: Tx,
  args: { event: Extract<ReportNews, 'report.ready' | 'retest.ready'>; row: LockedFulfilment },
): Promise<void> => {
  const { event, row } = args
  const [report] = await tx.rows<{ id: string; state: string }>(
    sql`select id, state from reports where fulfilment_id = ${row.id}
      order by revision desc limit 1 for update`,
  )
  if (!report) {
    throw new Error(`Delivery ${row.id} has no report to send`)
  }
  const now = clock.now()
  const { linkDays } = reportsRuntime.get(tx.payload)
  const until = resolveExpiry(now, linkDays).toISOString()
  await fireEvent({
    actor: SYSTEM,
    event: 'send',
    id: report.id,
    locked: report.state,
    machine: reportMachine,
    set: sql`sent_at = ${now.toISOString()}, expires_at = ${until}`,
    table: 'reports',
    tx,
  })
  await tickBySystem(tx, row, ['report', 'sent'])
  const facts = await findNewsFacts(tx, report.id)
  const kinds = [event, 'report.password'] as const
  await queueMessages({ messages: buildNews({ facts, kinds, payload: tx.payload }), tx })
}

/** Nobody fetches a report of what was cancelled or paid back. Under the delivery's lock. */
export const withdrawReports = async (
  tx: Tx,
  args: { fulfilmentId: string; reason: string | undefined },
): Promise<void> => {
  const { fulfilmentId, reason = 'Pesanan dibatalkan' } = args
  const reports = await tx.rows<{ id: string; state: string }>(
    sql`select id, state from reports where fulfilment_id = ${fulfilmentId} and state <> 'withdrawn'
      order by id for update`,
  )
  for (const { id, state } of reports) {
    await fireEvent({
      actor: SYSTEM,
      event: 'withdraw',
      id,
      locked: state,
      machine: reportMachine,
      note: { reason },
      table: 'reports',
      tx,
    })
  }
}
