'use client'

import type { ReactElement } from 'react'

import { usePanelLocale } from './usePanelLocale'
import { useShopDeed } from './useShopDeed'

const TEXT = {
  en: { assignee: 'Assignee', none: 'Nobody', saved: 'Assignee saved' },
  id: { assignee: 'Penanggung jawab', none: 'Belum ada', saved: 'Penanggung jawab disimpan' },
}

/** Names who looks after something, by its door `assignee`; saved at once. */
export const AssigneeSelect = (props: {
  /** Whether it can be nobody's again. */
  canRelease: boolean
  /** Its address below the API. */
  path: string
  staff: readonly { id: string; name: string }[]
  state: string
  value: null | string
}): ReactElement => {
  const { canRelease, path, staff, state, value } = props
  const { isBusy, run } = useShopDeed()
  const text = TEXT[usePanelLocale()]
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
      <option disabled={!canRelease} value="">
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
