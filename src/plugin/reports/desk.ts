import { isDeepStrictEqual } from 'node:util'

import {
  type DeliveredAgain,
  type Desk,
  findUnchecked,
  type LockedFulfilment,
  type ReportFacts,
} from '../fulfilment'
import { DomainError } from '../kernel/errors'
import { sql, type Tx } from '../kernel/payload'
import { clock } from '../kernel/time'
import { moveReportIn } from './actions/moveReport'
import { sendReport, withdrawReports } from './actions/sendReport'
import { findDraft, type ReportContent, type ReportDraft } from './content'
import { tellRetestWanted } from './messages'
import { findRetest } from './queries/findRetest'

/** What of the checklist the shop knows better than any tick. */
const OWN_CHECKS: readonly string[] = ['report', 'sent']

type Newest = { content: ReportContent; isSent: boolean; state: string }

const findNewest = async (tx: Tx, fulfilmentId: string): Promise<Newest | undefined> => {
  const [row] = await tx.rows<Newest>(
    sql`select state, content, sent_at is not null as "isSent" from reports
      where fulfilment_id = ${fulfilmentId} order by revision desc limit 1`,
  )
  return row
}

/** Whether something was written since that the report does not say. */
const isStale = async (tx: Tx, fulfilmentId: string, issued: ReportContent): Promise<boolean> => {
  const draft = await findDraft(tx, fulfilmentId)
  const wordsOf = ({ findings, method, noFindings, summary }: ReportContent | ReportDraft) => ({
    findings,
    method,
    noFindings,
    summary,
  })
  return !draft || !isDeepStrictEqual(wordsOf(draft), wordsOf(issued))
}

const judge = async (
  tx: Tx,
  fulfilmentId: string,
  newest: Newest | undefined,
): Promise<ReportFacts['report']> => {
  switch (newest?.state) {
    case 'building':
    case 'failed':
      return newest.state
    case 'ready':
      return (await isStale(tx, fulfilmentId, newest.content)) ? 'stale' : 'ready'
    default:
      return 'none'
  }
}

const findFacts = async (
  tx: Tx,
  row: LockedFulfilment,
): Promise<{ unchecked: ReturnType<typeof findUnchecked> } & ReportFacts> => {
  const newest = await findNewest(tx, row.id)
  return {
    report: await judge(tx, row.id, newest),
    // What was sent before is the report that the retest is about.
    reportIsOfRetest: newest?.isSent === false,
    retestRefusal: await findRetest(tx, { now: clock.now(), row }),
    unchecked: findUnchecked(row.checklist.filter(({ key }) => !OWN_CHECKS.includes(key))),
  }
}

/** The newest report that the customer has, with a new password: the one that he has is dead. */
const resend = async (tx: Tx, { actor, reason, row }: DeliveredAgain): Promise<void> => {
  const [sent] = await tx.rows<{ id: string; state: string }>(
    sql`select id, state from reports where fulfilment_id = ${row.id} and sent_at is not null
      and state <> 'withdrawn' order by revision desc limit 1`,
  )
  if (!sent) {
    throw new DomainError('report.nothingToResend')
  }
  if (sent.state === 'building') {
    throw new DomainError('report.notReady')
  }
  await moveReportIn(tx, { actor, event: 'resend', id: sent.id, reason })
}

/** What stands behind the delivery of an analysis: its report, and what follows from sending it. */
export const reportDesk: Desk = {
  findFacts,
  follow: async (tx, { event, reason, row }) => {
    switch (event) {
      case 'cancel':
        return withdrawReports(tx, { fulfilmentId: row.id, reason })
      case 'conclude':
        return sendReport(tx, { event: 'retest.ready', row })
      case 'deliver':
        return sendReport(tx, { event: 'report.ready', row })
      case 'retest':
        return tellRetestWanted(tx, row.id)
      default:
        return undefined
    }
  },
  resend,
}
