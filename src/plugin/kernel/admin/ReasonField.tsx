'use client'

import type { ReactElement } from 'react'

import { PanelField } from './PanelForm'

/** Why something is done: at least five letters, kept with the name of whoever wrote it. */
export const ReasonField = (props: {
  hint: string
  label: string
  maxLength: number
  onChange: (reason: string) => void
  rows?: number
  value: string
}): ReactElement => {
  const { hint, label, maxLength, onChange, rows = 2, value } = props
  return (
    <PanelField hint={hint} label={label}>
      {(control) => (
        <textarea
          {...control}
          maxLength={maxLength}
          minLength={5}
          onChange={({ target }) => onChange(target.value)}
          required
          rows={rows}
          value={value}
        />
      )}
    </PanelField>
  )
}
