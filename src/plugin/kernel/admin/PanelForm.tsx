'use client'

import type { ReactElement, ReactNode } from 'react'

import { useId } from 'react'

import { PanelFrame } from './PanelFrame'
import { usePanelLocale } from './usePanelLocale'

type FieldProps = {
  /** Gets what ties control, label and hint together. */
  children: (control: { 'aria-describedby': string | undefined; id: string }) => ReactNode
  hint?: string
  label: string
}

/** A labelled control with its hint. */
export const PanelField = ({ children, hint, label }: FieldProps): ReactElement => {
  const id = useId()
  return (
    <div className="lunas-dialog__field">
      <label htmlFor={id}>{label}</label>
      {children({ 'aria-describedby': hint ? `${id}-hint` : undefined, id })}
      {hint ? <p id={`${id}-hint`}>{hint}</p> : null}
    </div>
  )
}

const BUSY = { en: 'Please wait …', id: 'Mohon tunggu …' }

/** The frame of a small form on the page, with its one button. */
export const PanelForm = (props: {
  children: ReactNode
  isBusy: boolean
  isDanger?: boolean
  label: string
  onSubmit: () => void
}): ReactElement => {
  const { children, isBusy, isDanger = false, label, onSubmit } = props
  const busy = BUSY[usePanelLocale()]
  return (
    <PanelFrame
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onSubmit()
      }}
    >
      {children}
      <button
        className={`btn btn--style-${isDanger ? 'error' : 'primary'} btn--size-medium`}
        disabled={isBusy}
        type="submit"
      >
        {isBusy ? busy : label}
      </button>
    </PanelFrame>
  )
}
