'use client'

import type { ReactElement } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { OVERDUE_TEXTS } from './overdueTexts'

/** The way back, and the one that does it. */
export const DialogActions = (props: {
  isBusy: boolean
  /** Nothing can be done with what was chosen. */
  isClosed?: boolean
  isDanger?: boolean
  label: string
  onBack: () => void
}): ReactElement => {
  const { isBusy, isClosed = false, isDanger = false, label, onBack } = props
  const text = OVERDUE_TEXTS[usePanelLocale()]
  return (
    <div className="lunas-dialog__actions">
      <button className="btn btn--style-secondary btn--size-medium" onClick={onBack} type="button">
        {text.back}
      </button>
      <button
        className={`btn btn--style-${isDanger ? 'error' : 'primary'} btn--size-medium`}
        disabled={isBusy || isClosed}
        type="submit"
      >
        {isBusy ? text.busy : label}
      </button>
    </div>
  )
}
