'use client'

import type { ReactElement, ReactNode } from 'react'

import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

/** A dialog in front of the page; Escape and whatever `closes` leave it. */
export const PanelDialog = (props: {
  /** Gets what closes the dialog. */
  children: (close: () => void) => ReactNode
  onClose: () => void
  title: string
}): ReactElement => {
  const { children, onClose, title } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return createPortal(
    <dialog aria-labelledby={heading} className="lunas-dialog" onClose={onClose} ref={dialog}>
      <h2 id={heading}>{title}</h2>
      {children(() => dialog.current?.close())}
    </dialog>,
    document.body,
  )
}
