import type { Locale } from '../kernel/errors'
import type { FindingStatus, Severity } from './rules'

import { type FileSubjects, selectFiles, type StoredFile } from '../attachments'
import { type SQL, sql, type Tx } from '../kernel/payload'
import { sortFindings } from './rules'

/** What was agreed to be looked at. */
export type ReportTarget = { authorisedBy: string; domain: string; hosts: readonly string[] }

/** A picture that proves a finding, by its content. */
export type ReportPicture = Pick<StoredFile, 'height' | 'sha256' | 'width'> & { caption: string }

/** A finding as a report shows it. */
export type ReportFinding = {
  affected: null | string
  /** From 0 to 10 with one decimal; null when nobody has rated it. */
  cvss: null | number
  description: string
  evidence: null | string
  id: string
  number: number
  /** Absent when there are none. */
  pictures?: ReportPicture[]
  recommendation: string
  /** What was seen when it was looked at again. */
  remark: null | string
  severity: Severity
  status: FindingStatus
  title: string
}

/** All that a report is made of: what was issued can be drawn again, letter by letter. */
export type ReportContent = {
  customer: string
  findings: ReportFinding[]
  /** ISO instant. */
  issuedAt: string
  /** What was done and how; null when nothing was written about it. */
  method: null | string
  locale: Locale
  /** Said in place of findings where there are none. */
  noFindings: null | string
  order: string
  /** 0 for what is only looked at. */
  revision: number
  shopName: string
  summary: string
  target: null | ReportTarget
  /** What was ordered. */
  title: string
}

/** A report before it is issued: what staff have written until now. */
export type ReportDraft = {
  customer: string
  findings: ReportFinding[]
  kind: string
  locale: Locale
  method: null | string
  noFindings: null | string
  order: string
  orderId: string
  state: string
  summary: null | string
  title: string
}

/** Whose pictures are those of a finding. */
export const FINDING = 'finding'

/** Whose pictures are those of a revision that was issued: copies, so that nothing changes them. */
export const REPORT = 'report'

/** The pictures of all findings of a delivery. */
export const picturesOfDelivery = (fulfilmentId: string): FileSubjects => ({
  ids: sql`select id::text from findings where fulfilment_id = ${fulfilmentId}`,
  kind: FINDING,
})

const FINDINGS = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'number', n.number,
    'title', n.title, 'severity', n.severity, 'status', n.status, 'cvss', n.cvss,
    'affected', nullif(n.affected, ''), 'description', n.description,
    'evidence', nullif(n.evidence, ''), 'recommendation', n.recommendation,
    'remark', nullif(n.remark, ''), 'pictures', ${selectFiles(FINDING, sql`n.id`)}) order by n.number), '[]')
  from findings n where n.fulfilment_id = f.id)`

const DRAFT = (where: SQL): SQL => sql`
  select f.kind, f.state, f.order_id as "orderId", o.number as "order", o.locale,
    o.customer_name as customer, i.title, d.summary, nullif(d.method, '') as method,
    nullif(d.no_findings, '') as "noFindings", ${FINDINGS} as findings
  from fulfilments f join order_items i on i.id = f.order_item_id join orders o on o.id = f.order_id
    left join report_drafts d on d.fulfilment_id = f.id
  where ${where}`

type WrittenFinding = { pictures: StoredFile[] } & Omit<ReportFinding, 'pictures'>

type WrittenDraft = { findings: WrittenFinding[] } & Omit<ReportDraft, 'findings'>

const toFinding = ({ pictures, ...finding }: WrittenFinding): ReportFinding =>
  pictures.length === 0
    ? finding
    : {
        ...finding,
        pictures: pictures.map(({ caption, height, sha256, width }) => ({
          caption: caption ?? '',
          height,
          sha256,
          width,
        })),
      }

/** What has been written for a delivery; undefined when there is no such delivery. */
export const findDraft = async (
  tx: Pick<Tx, 'rows'>,
  fulfilmentId: string,
): Promise<ReportDraft | undefined> => {
  const [row] = await tx.rows<WrittenDraft>(DRAFT(sql`f.id = ${fulfilmentId}`))
  return row && { ...row, findings: sortFindings(row.findings.map(toFinding)) }
}
