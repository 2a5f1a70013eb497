'use client'

import type { ReactElement } from 'react'

import type { SuspensionCause, SuspensionResult } from '../outcome'
import type { ServiceLine } from './serviceLine'

import { PanelField } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { describeForeseen } from './foreseen'
import { type BulkDeed, sayOutcome, SUSPENSION_TEXTS } from './texts'

const CAUSES = ['unpaid', 'admin', 'abuse'] as const

/** `12 dipilih: 9 bisa ditangguhkan, 2 sudah lunas, 1 sedang dibayar`. */
export const Foreseen = (props: {
  deed: BulkDeed
  results: readonly SuspensionResult[]
}): ReactElement => {
  const { deed, results } = props
  const locale = usePanelLocale()
  const text = SUSPENSION_TEXTS[locale]
  const { chosen, parts } = describeForeseen({ deed, locale, results })
  return (
    <p aria-live="polite">
      {text.foreseen}: <strong>{chosen}</strong>: {parts}.
    </p>
  )
}

/** What became of each service. */
export const Outcomes = (props: {
  deed: BulkDeed
  lines: readonly ServiceLine[]
  onClose: () => void
  results: readonly SuspensionResult[]
}): ReactElement => {
  const { deed, lines, onClose, results } = props
  const locale = usePanelLocale()
  const text = SUSPENSION_TEXTS[locale]
  return (
    <>
      <h3>{text.outcomes}</h3>
      <ul className="lunas-outcomes" role="status">
        {results.map(({ accountId, outcome }) => {
          const line = lines.find(({ id }) => id === accountId)
          return (
            <li key={accountId}>
              <span>
                {line?.name ?? accountId} · <bdi>{line?.customer}</bdi>
              </span>
              <strong>{sayOutcome({ deed, isForeseen: false, outcome })[locale]}</strong>
            </li>
          )
        })}
      </ul>
      <div className="lunas-dialog__actions">
        <button className="btn btn--style-primary btn--size-medium" onClick={onClose} type="button">
          {text.close}
        </button>
      </div>
    </>
  )
}

/** Why they are suspended. */
export const CauseField = (props: {
  cause: SuspensionCause
  onChange: (cause: SuspensionCause) => void
}): ReactElement => {
  const { cause, onChange } = props
  const text = SUSPENSION_TEXTS[usePanelLocale()]
  return (
    <PanelField label={text.cause}>
      {(control) => (
        <select
          {...control}
          onChange={({ target }) =>
            onChange(CAUSES.find((each) => each === target.value) ?? 'unpaid')
          }
          value={cause}
        >
          {CAUSES.map((each) => (
            <option key={each} value={each}>
              {text.causes[each]}
            </option>
          ))}
        </select>
      )}
    </PanelField>
  )
}

/** The last day of the chance. */
export const UntilField = (props: {
  days: { first: string; last: string }
  onChange: (until: string) => void
  until: string
}): ReactElement => {
  const { days, onChange, until } = props
  const text = SUSPENSION_TEXTS[usePanelLocale()]
  return (
    <PanelField label={text.until}>
      {(control) => (
        <input
          {...control}
          max={days.last}
          min={days.first}
          onChange={({ target }) => onChange(target.value)}
          required
          type="date"
          value={until}
        />
      )}
    </PanelField>
  )
}
