import type { Payload } from 'payload'

import type { AccessKind } from '../accessWords'
import type { FindingStatus, Severity } from '../rules'

import { selectFiles, type StoredFile } from '../../attachments'
import { queryRows, sql } from '../../kernel/payload'
import { FINDING } from '../content'
import { sortFindings } from '../rules'

/** One finding in the list of a delivery. */
export type PanelFinding = {
  id: string
  number: number
  pictures: StoredFile[]
  severity: Severity
  status: FindingStatus
  title: string
}

/** One revision as staff see it: without the password, which nobody needs to see to send it. */
export type PanelRevision = {
  expiresAt: null | string
  failure: null | string
  filename: string
  id: string
  issuedAt: string
  issuedBy: string
  revision: number
  sentAt: null | string
  sha256: null | string
  size: null | number
  state: string
}

/** Something that was done with a revision, by staff, the customer or the shop. */
export type PanelStep = {
  at: string
  by: null | string
  event: string
  reason: null | string
  revision: number
}

/** What stands behind the delivery of an analysis. */
export type PanelReport = {
  accesses: { at: string; by: null | string; revision: number; what: AccessKind }[]
  draftId: null | string
  findings: PanelFinding[]
  revisions: PanelRevision[]
  state: string
  steps: PanelStep[]
}

const FINDINGS = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'number', n.number,
    'title', n.title, 'severity', n.severity, 'status', n.status,
    'pictures', ${selectFiles(FINDING, sql`n.id`)}) order by n.number), '[]')
  from findings n where n.fulfilment_id = f.id)`

const REVISIONS = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'state', r.state,
    'revision', r.revision, 'filename', r.filename, 'issuedAt', r.issued_at,
    'issuedBy', r.issued_by, 'sentAt', r.sent_at, 'expiresAt', r.expires_at, 'size', r.size,
    'sha256', r.sha256, 'failure', r.failure) order by r.revision desc), '[]')
  from reports r where r.fulfilment_id = f.id)`

const ACCESSES = sql`(select coalesce(json_agg(x order by x.at desc), '[]') from (
  select a.at, a.what, a.by_name as by, r.revision from report_accesses a
    join reports r on r.id = a.report_id where r.fulfilment_id = f.id and a.what <> 'resent'
    order by a.at desc limit 100) x)`

/** What people and the shop did, with reasons; looks at the password stand among the accesses. */
const STEPS = sql`(select coalesce(json_agg(x order by x.at desc), '[]') from (
  select t.at, t.event, t.reason, coalesce(t.actor_label, t.actor_role) as by, r.revision
    from transitions t join reports r on r.id::text = t.subject
    where t.machine = 'report' and r.fulfilment_id = f.id
      and t.event in ('send', 'rekey', 'resend', 'rebuild', 'extend', 'withdraw')
    order by t.at desc limit 50) x)`

/** The findings and reports of a delivery; null when there is none. Whoever calls has checked that it is staff. */
export const findPanelReport = async (
  payload: Payload,
  fulfilmentId: string,
): Promise<null | PanelReport> => {
  const [row] = await queryRows<PanelReport>(
    payload,
    sql`select f.state, d.id as "draftId", ${FINDINGS} as findings, ${REVISIONS} as revisions,
        ${ACCESSES} as accesses, ${STEPS} as steps
      from fulfilments f left join report_drafts d on d.fulfilment_id = f.id
      where f.id = ${fulfilmentId}`,
  )
  return row ? { ...row, findings: sortFindings(row.findings) } : null
}
