'use client'

import type { ReactElement } from 'react'

import { newKey } from '../../kernel/admin/newKey'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import type { Desk } from './desk'

/** One step that needs no words. `choice` names its press, so that pressed twice it is sent once. */
export const DeedButton = (props: {
  deed: 'choice' | 'issue' | 'propose' | 'send' | 'stamp'
  desk: Desk
  done: string
  label: string
}): ReactElement => {
  const { deed, desk, done, label } = props
  const { isBusy, run } = useShopDeed()
  const press = (): Promise<void> =>
    run({
      body: deed === 'choice' ? { key: newKey() } : { seen: desk.seen },
      done,
      path: `${desk.path}/${deed}`,
    })
  return (
    <button
      className="btn btn--style-primary btn--size-medium"
      disabled={isBusy}
      onClick={() => void press()}
      type="button"
    >
      {label}
    </button>
  )
}
