import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PanelFinding } from '../queries/findPanelReport'

import { FINDING_STATUSES, nameFinding, SEVERITIES } from '../rules'
import { DocumentButton } from './DocumentButton'
import { Pictures } from './Pictures'
import { REPORT_PANEL } from './reportTexts'

/** What was found, the gravest first; each opens in the editor. */
export const Findings = (props: {
  /** Address of the API, such as `/api`. */
  api: string
  collection: string
  findings: readonly PanelFinding[]
  fulfilmentId: string
  isOpen: boolean
  locale: Locale
}): ReactElement => {
  const { api, collection, findings, fulfilmentId, isOpen, locale } = props
  const text = REPORT_PANEL[locale]
  return (
    <>
      <h3 className="lunas-report__head">
        {text.findings} ({findings.length})
      </h3>
      {findings.length === 0 ? <p>{text.noFindings}</p> : null}
      <ul className="lunas-report__findings">
        {findings.map((finding) => {
          const { id, number, severity, status, title } = finding
          return (
            <li key={id}>
              <span
                className="lunas-report__chip"
                style={{ backgroundColor: SEVERITIES[severity].colour }}
              >
                {SEVERITIES[severity].label[locale]}
              </span>
              <DocumentButton
                className="lunas-report__finding"
                collection={collection}
                fulfilmentId={fulfilmentId}
                id={id}
              >
                {nameFinding(number)} · {title}
              </DocumentButton>
              <span className="lunas-report__status">{FINDING_STATUSES[status][locale]}</span>
              <Pictures
                api={api}
                collection={collection}
                finding={finding}
                isOpen={isOpen}
                locale={locale}
              />
            </li>
          )
        })}
      </ul>
      {isOpen ? (
        <DocumentButton collection={collection} fulfilmentId={fulfilmentId} id={null}>
          {text.addFinding}
        </DocumentButton>
      ) : null}
    </>
  )
}
