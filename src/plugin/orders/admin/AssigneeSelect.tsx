'use client'

import type { ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { useShopCall } from '../../kernel/admin/useShopCall'

/** Names who looks after one line of an order; saved at once. */
export const AssigneeSelect = (props: {
  /** Address of the line below the API. */
  path: string
  label: string
  none: string
  saved: string
  staff: readonly { id: string; name: string }[]
  value: null | string
}): ReactElement => {
  const { label, none, path, saved, staff, value } = props
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const save = async (assignee: string): Promise<void> => {
    const answer = await call({ body: { assignee: assignee || null }, method: 'PATCH', path })
    if (answer.error === undefined) {
      toast.success(saved)
    } else {
      toast.error(answer.error)
    }
    router.refresh()
  }
  return (
    <select
      aria-label={label}
      className="lunas-select"
      disabled={isBusy}
      onChange={(event) => void save(event.target.value)}
      value={value ?? ''}
    >
      <option value="">{none}</option>
      {staff.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
