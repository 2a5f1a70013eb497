'use client'

import type { ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { WORK_TEXTS } from './workTexts'

/** Names who looks after a delivery; saved at once. */
export const AssigneeSelect = (props: {
  /** Address of the delivery below the API. */
  path: string
  staff: readonly { id: string; name: string }[]
  state: string
  value: null | string
}): ReactElement => {
  const { path, staff, state, value } = props
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const text = WORK_TEXTS[usePanelLocale()]
  const save = async (assignee: string): Promise<void> => {
    const body = { assignee: assignee || null, from: state }
    const answer = await call({ body, path: `${path}/assignee` })
    if (answer.error === undefined) {
      toast.success(text.saved)
    } else {
      toast.error(answer.error)
    }
    router.refresh()
  }
  return (
    <select
      aria-label={text.assignee}
      className="lunas-select"
      disabled={isBusy}
      onChange={(event) => void save(event.target.value)}
      value={value ?? ''}
    >
      <option disabled={state !== 'new' && state !== 'assigned'} value="">
        {text.none}
      </option>
      {staff.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
