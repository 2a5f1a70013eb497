'use client'

import type { ReactElement } from 'react'

import { PanelField } from '../../kernel/admin/PanelForm'

/** One line of a form. */
export const Line = (props: {
  hint?: string
  isRequired?: boolean
  label: string
  maxLength: number
  onChange: (value: string) => void
  type?: 'email' | 'tel' | 'text'
  value: string
}): ReactElement => {
  const { hint, isRequired = false, label, maxLength, onChange, type = 'text', value } = props
  return (
    <PanelField label={label} {...(hint ? { hint } : {})}>
      {(control) => (
        <input
          {...control}
          autoComplete="off"
          maxLength={maxLength}
          onChange={({ target }) => onChange(target.value)}
          required={isRequired}
          type={type}
          value={value}
        />
      )}
    </PanelField>
  )
}

/** Several lines of a form. */
export const Lines = (props: {
  hint?: string
  isRequired?: boolean
  label: string
  maxLength: number
  minLength?: number
  onChange: (value: string) => void
  value: string
}): ReactElement => {
  const { hint, isRequired = false, label, maxLength, minLength, onChange, value } = props
  return (
    <PanelField label={label} {...(hint ? { hint } : {})}>
      {(control) => (
        <textarea
          {...control}
          maxLength={maxLength}
          minLength={minLength}
          onChange={({ target }) => onChange(target.value)}
          required={isRequired}
          rows={3}
          value={value}
        />
      )}
    </PanelField>
  )
}
