'use client'

import type { FormEventHandler, ReactElement, ReactNode } from 'react'

import { useSyncExternalStore } from 'react'

const neverChanges = (): (() => void) => () => undefined

/** Whether the page has come alive: before, what is typed would be lost and a button would do nothing. */
const useIsAlive = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )

/**
 * The frame of a form on a page of the panel. Nothing can be filled in or sent until the page is alive;
 * a browser's own sending would put what was typed into the address.
 */
export const PanelFrame = (props: {
  children: ReactNode
  onSubmit: FormEventHandler<HTMLFormElement>
}): ReactElement => {
  const isAlive = useIsAlive()
  return (
    <form className="lunas-form" onSubmit={props.onSubmit}>
      <fieldset disabled={!isAlive}>{props.children}</fieldset>
    </form>
  )
}
