'use client'

import type { ReactElement } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
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
  const { isBusy, run } = useShopDeed()
  const text = WORK_TEXTS[usePanelLocale()]
  const save = (assignee: string): Promise<void> =>
    run({
      body: { assignee: assignee || null, from: state },
      done: text.saved,
      path: `${path}/assignee`,
    })
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
