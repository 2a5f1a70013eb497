import type { Payload } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'

import { Section } from '../../kernel/admin/Section'
import { slugsOf } from '../../kernel/payload'
import { findPanelReport, type PanelReport } from '../queries/findPanelReport'
import { DocumentButton } from './DocumentButton'
import { Findings } from './Findings'
import { IssueButton } from './IssueButton'
import { REPORT_PANEL } from './reportTexts'
import { Accesses, Revisions } from './Revisions'

type PartProps = { fulfilmentId: string; locale: Locale; payload: Payload }

type DraftProps = { report: PanelReport } & PartProps

const isOpen = ({ state }: PanelReport): boolean => state !== 'done' && state !== 'cancelled'

const isIssuable = ({ state }: PanelReport): boolean => state === 'analysing' || state === 'retest'

/** What the next report will say, and the way to it. */
const Draft = (props: DraftProps): ReactElement => {
  const { fulfilmentId, locale, payload, report } = props
  const text = REPORT_PANEL[locale]
  const { findings, reportDrafts, reports } = slugsOf(payload)
  const { api } = payload.config.routes
  const { draftId } = report
  return (
    <>
      <h3 className="lunas-report__head">{text.summary}</h3>
      {draftId ? null : <p>{text.summaryMissing}</p>}
      {isOpen(report) ? (
        <DocumentButton collection={reportDrafts} fulfilmentId={fulfilmentId} id={draftId}>
          {draftId ? text.summaryChange : text.summaryWrite}
        </DocumentButton>
      ) : null}
      <Findings
        api={api}
        collection={findings}
        findings={report.findings}
        fulfilmentId={fulfilmentId}
        isOpen={isOpen(report)}
        locale={locale}
      />
      {isOpen(report) ? (
        <div className="lunas-report__deeds">
          <a
            className="btn btn--style-secondary btn--size-medium"
            href={`${api}/${reports}/deliveries/${fulfilmentId}/preview`}
            rel="noopener"
            target="_blank"
          >
            {text.preview}
          </a>
          {isIssuable(report) ? (
            <IssueButton path={`/${reports}/deliveries/${fulfilmentId}/issue`} />
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** On the page of an analysis: findings, the report made of them, and who has fetched it. The page has asked who looks. */
export const ReportPart = async (props: PartProps): Promise<null | ReactElement> => {
  const { fulfilmentId, locale, payload } = props
  const report = await findPanelReport(payload, fulfilmentId)
  if (!report) {
    return null
  }
  const text = REPORT_PANEL[locale]
  return (
    <Section id="lunas-report" title={text.title}>
      <Draft {...props} report={report} />
      <Revisions
        collection={slugsOf(payload).reports}
        locale={locale}
        revisions={report.revisions}
      />
      <h3 className="lunas-report__head">{text.accesses}</h3>
      <Accesses locale={locale} report={report} />
    </Section>
  )
}
