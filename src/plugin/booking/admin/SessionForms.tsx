'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { PanelBooking, PanelSession } from '../queries/findSession'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { CancelForm } from './CancelForm'
import { PlaceForm } from './PlaceForm'
import { SESSION_PANEL } from './sessionTexts'
import { TimeForm } from './TimeForm'

type Task = 'cancel' | 'place' | 'time'

/** What staff can do about an appointment: one form at a time, below its button. */
export const SessionForms = (props: {
  assignee: null | string
  hosts: PanelSession['hosts']
  live: null | PanelBooking
  /** Address of the item's doors below the API. */
  path: string
}): ReactElement => {
  const { live } = props
  const [open, setOpen] = useState<Task>()
  const text = SESSION_PANEL[usePanelLocale()]
  const close = (): void => setOpen(undefined)
  const tasks: { label: string; task: Task }[] = [
    { label: live ? text.move : text.agree, task: 'time' },
    ...(live?.state === 'booked' ? [{ label: text.link, task: 'place' as const }] : []),
    ...(live ? [{ label: text.cancel, task: 'cancel' as const }] : []),
  ]
  return (
    <>
      <div className="lunas-moves">
        {tasks.map(({ label, task }) => (
          <button
            aria-expanded={open === task}
            className="btn btn--style-secondary btn--size-medium"
            key={task}
            onClick={() => setOpen(open === task ? undefined : task)}
            type="button"
          >
            {label}
          </button>
        ))}
      </div>
      {open === 'time' ? <TimeForm {...props} onDone={close} /> : null}
      {open === 'place' && live ? <PlaceForm live={live} onDone={close} path={props.path} /> : null}
      {open === 'cancel' ? <CancelForm onDone={close} path={props.path} /> : null}
    </>
  )
}
