import type { Payload } from 'payload'

import { lockFulfilment } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { type Actor, newId, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { copyFiles } from '../../attachments'
import {
  findDraft,
  picturesOfDelivery,
  REPORT,
  type ReportContent,
  type ReportDraft,
} from '../content'
import { buildReportJob } from '../jobs'
import { drawSealedPassword } from '../password'
import { nameFile } from '../rules'
import { reportsRuntime } from '../runtime'

const ISSUABLE: readonly string[] = ['analysing', 'retest']

/** The draft of a delivery that may become a report now. */
type Issuable = { summary: string } & ReportDraft

const getIssuable = async (tx: Tx, fulfilmentId: string): Promise<Issuable> => {
  const draft = await findDraft(tx, fulfilmentId)
  if (draft?.kind !== 'security-analysis') {
    throw new DomainError('notFound')
  }
  if (!ISSUABLE.includes(draft.state)) {
    throw new DomainError('report.notIssuable')
  }
  const { findings, noFindings, summary } = draft
  if (!summary) {
    throw new DomainError('report.noSummary', { field: 'summary' })
  }
  if (findings.length === 0 && !noFindings) {
    throw new DomainError('report.nothingFound', { field: 'noFindings' })
  }
  return { ...draft, summary }
}

const getRevision = async (tx: Tx, fulfilmentId: string): Promise<number> => {
  const [newest] = await tx.rows<{ revision: number; state: string }>(
    sql`select revision::int as revision, state from reports where fulfilment_id = ${fulfilmentId}
      order by revision desc limit 1`,
  )
  if (newest?.state === 'building') {
    throw new DomainError('report.building')
  }
  return (newest?.revision ?? 0) + 1
}

/** What a report of this draft says; also that of one that is only looked at. */
export const buildContent = async (
  tx: Pick<Tx, 'payload' | 'rows'>,
  args: { draft: ReportDraft; fulfilmentId: string; issuedAt: Date; revision: number },
): Promise<ReportContent> => {
  const { draft, fulfilmentId, issuedAt, revision } = args
  const { customer, findings, locale, method, noFindings, order, summary, title } = draft
  const { findTarget, shopName } = reportsRuntime.get(tx.payload)
  return {
    customer,
    findings,
    issuedAt: issuedAt.toISOString(),
    locale,
    method,
    noFindings,
    order,
    revision,
    shopName,
    summary: summary ?? '',
    target: await findTarget(tx, fulfilmentId),
    title,
  }
}

const insert = async (
  tx: Tx,
  report: { actor: Actor; content: ReportContent; fulfilmentId: string; orderId: string },
): Promise<string> => {
  const { actor, content, fulfilmentId, orderId } = report
  const { secret } = reportsRuntime.get(tx.payload)
  const id = newId()
  const { issuedAt: at, locale, order: number, revision } = content
  await tx.rows(
    sql`insert into reports (id, fulfilment_id, order_id, revision, state, filename, issued_at,
        issued_by, password, password_since, content, created_at, updated_at)
      values (${id}, ${fulfilmentId}, ${orderId}, ${revision}, 'building',
        ${nameFile({ locale, number, revision })}, ${at}, ${actor.label ?? ''},
        ${drawSealedPassword({ owner: id, secret })}, ${at}, ${JSON.stringify(content)}::jsonb, ${at}, ${at})`,
  )
  return id
}

/**
 * Issues the next revision of a delivery's report: a copy of summary, findings and pictures as they are now, in
 * a row of its own, and the job that builds its file. Sending it is a move of the delivery.
 *
 * @throws DomainError `notFound`, `report.notIssuable`, `report.noSummary`, `report.nothingFound`,
 * `report.building`
 */
export const issueReport = (
  payload: Payload,
  args: { actor: Actor; fulfilmentId: string },
): Promise<{ id: string; revision: number }> =>
  runInTransaction(payload, async (tx) => {
    const { actor, fulfilmentId } = args
    await lockFulfilment(tx, fulfilmentId)
    const draft = await getIssuable(tx, fulfilmentId)
    const revision = await getRevision(tx, fulfilmentId)
    const issuedAt = clock.now()
    const content = await buildContent(tx, { draft, fulfilmentId, issuedAt, revision })
    const id = await insert(tx, { actor, content, fulfilmentId, orderId: draft.orderId })
    const to = { id, kind: REPORT }
    await copyFiles(tx, { from: picturesOfDelivery(fulfilmentId), to })
    await addJob({ input: { reportId: id }, task: buildReportJob, tx })
    return { id, revision }
  })
