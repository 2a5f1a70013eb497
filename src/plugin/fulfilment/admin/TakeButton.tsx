'use client'

import type { ReactElement } from 'react'

import { useAuth } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { WORK_TEXTS } from './workTexts'

/** “Ambil”: gives an item to whoever presses it; nothing when it is his already. */
export const TakeButton = (props: {
  assignee: null | string
  /** Address of the delivery below the API. */
  path: string
  state: string
  title: string
}): null | ReactElement => {
  const { assignee, path, state, title } = props
  const { user } = useAuth()
  const { isBusy, run } = useShopDeed()
  const text = WORK_TEXTS[usePanelLocale()]
  const me = user ? String(user.id) : null
  const take = (): Promise<void> =>
    run({ body: { assignee: me, from: state }, done: text.taken, path: `${path}/assignee` })
  return assignee === me ? null : (
    <button
      aria-label={`${text.takeOf} ${title}`}
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void take()}
      type="button"
    >
      {text.take}
    </button>
  )
}
