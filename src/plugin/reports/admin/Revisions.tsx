import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PanelReport, PanelRevision } from '../queries/findPanelReport'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { formatBytes } from '../../kernel/bytes'
import { panelButtons } from '../../kernel/machine'
import { formatInstant, formatInstantShort } from '../../kernel/time'
import { ACCESS_WORDS } from '../accessWords'
import { reportMachine } from '../machine'
import { REPORT_PANEL } from './reportTexts'

type RevisionProps = { collection: string; locale: Locale; revision: PanelRevision }

const Revision = ({ collection, locale, revision }: RevisionProps): ReactElement => {
  const text = REPORT_PANEL[locale]
  const { expiresAt, failure, id, issuedAt, issuedBy, sentAt, sha256, size, state } = revision
  const when = (at: string): string => formatInstant(new Date(at), locale)
  return (
    <li className="lunas-report__revision">
      <p className="lunas-order__states">
        <strong>
          {text.revision} {revision.revision}
        </strong>
        <MachineBadge locale={locale} machine={reportMachine} state={state} />
        {size === null ? null : <span>{formatBytes(size, locale)}</span>}
      </p>
      <p>
        {text.issuedAt}: {when(issuedAt)} · {text.by} {issuedBy}
      </p>
      <p>
        {text.sentAt}: {sentAt ? when(sentAt) : text.notSent}
        {expiresAt ? ` · ${text.until}: ${when(expiresAt)}` : ''}
      </p>
      {failure ? <p className="lunas-report__failure">{failure}</p> : null}
      {sha256 ? <code className="lunas-hash">{sha256}</code> : null}
      <MoveButtons
        buttons={panelButtons(reportMachine)}
        collection={collection}
        id={id}
        size="small"
        state={state}
      />
    </li>
  )
}

type PastProps = { locale: Locale; report: PanelReport }

/** Who fetched it or saw its password, and what staff did with it, the newest first. */
export const Accesses = ({ locale, report }: PastProps): ReactElement => {
  const text = REPORT_PANEL[locale]
  const labelOf = (event: string): string =>
    reportMachine.moves.find((move) => move.event === event)?.label[locale] ?? event
  const lines = [
    ...report.accesses.map(({ at, by, revision, what }) => ({
      at,
      note: null,
      what: `${ACCESS_WORDS[what][locale]} · ${text.revision} ${revision} · ${text.by} ${by ?? text.visitor}`,
    })),
    ...report.steps.map(({ at, by, event, reason, revision }) => ({
      at,
      note: reason,
      what: `${labelOf(event)} · ${text.revision} ${revision} · ${text.by} ${by ?? ''}`,
    })),
  ].sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime())
  return lines.length === 0 ? (
    <p>{text.noAccess}</p>
  ) : (
    <ol className="lunas-history">
      {lines.map(({ at, note, what }, line) => (
        <li key={`${at}${what}${String(line)}`}>
          <p className="lunas-step">{what}</p>
          <p className="lunas-step__by">
            <time dateTime={at}>{formatInstantShort(new Date(at), locale)}</time>
          </p>
          {note ? (
            <p className="lunas-step__reason">
              {text.reason}: {note}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** Every revision that was issued, the newest first, and what may be done with it. */
export const Revisions = (props: {
  collection: string
  locale: Locale
  revisions: readonly PanelRevision[]
}): ReactElement => {
  const { collection, locale, revisions } = props
  const text = REPORT_PANEL[locale]
  return (
    <>
      <h3 className="lunas-report__head">{text.revisions}</h3>
      {revisions.length === 0 ? <p>{text.noRevisions}</p> : null}
      <ul className="lunas-report__revisions">
        {revisions.map((revision) => (
          <Revision collection={collection} key={revision.id} locale={locale} revision={revision} />
        ))}
      </ul>
    </>
  )
}
