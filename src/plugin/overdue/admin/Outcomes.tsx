'use client'

import type { ReactElement } from 'react'

import type { BulkResult } from '../actions/obstacle'
import type { CaseLine } from './caseLine'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { OUTCOME_WORDS } from '../words'
import { OVERDUE_TEXTS } from './overdueTexts'

/** A dialog about the contracts that were chosen. */
export type BulkDialogProps = {
  lines: readonly CaseLine[]
  onClose: () => void
  /** Address of the cases below the API. */
  path: string
}

/** What became of each contract, in words, and the way back. */
export const Outcomes = (props: {
  about: 'notify' | 'suspend'
  lines: readonly CaseLine[]
  onClose: () => void
  results: readonly BulkResult[]
}): ReactElement => {
  const { about, lines, onClose, results } = props
  const locale = usePanelLocale()
  const text = OVERDUE_TEXTS[locale]
  return (
    <>
      <h3>{text.outcomes}</h3>
      <ul className="lunas-outcomes" role="status">
        {results.map(({ orderId, outcome }) => {
          const line = lines.find((each) => each.orderId === orderId)
          return (
            <li key={orderId}>
              <span>
                {line?.number ?? orderId} · <bdi>{line?.customer}</bdi>
              </span>
              <strong>{OUTCOME_WORDS[about][outcome][locale]}</strong>
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

/** How many contracts share each outcome, in words. */
export const countOutcomes = (
  results: readonly BulkResult[],
): { count: number; outcome: BulkResult['outcome'] }[] => {
  const outcomes = [...new Set(results.map(({ outcome }) => outcome))]
  return outcomes.map((outcome) => ({
    count: results.filter((each) => each.outcome === outcome).length,
    outcome,
  }))
}
