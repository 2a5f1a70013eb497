'use client'

import type { ReactElement } from 'react'

import { toast, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
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
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const text = WORK_TEXTS[usePanelLocale()]
  const me = user ? String(user.id) : null
  const take = async (): Promise<void> => {
    const answer = await call({ body: { assignee: me, from: state }, path: `${path}/assignee` })
    if (answer.error === undefined) {
      toast.success(text.taken)
    } else {
      toast.error(answer.error)
    }
    router.refresh()
  }
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
