'use client'

import type { ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { formatInstantShort } from '../../kernel/time/format'
import type { ChecklistItem } from '../rules'
import { WORK_TEXTS } from './workTexts'

/** What has to be done before an item is delivered; a tick is saved at once, with name and time. */
export const Checklist = (props: {
  isOpen: boolean
  items: readonly ChecklistItem[]
  /** Address of the delivery below the API. */
  path: string
}): ReactElement => {
  const { isOpen, items, path } = props
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const locale = usePanelLocale()
  const text = WORK_TEXTS[locale]
  const tick = async (key: string, done: boolean): Promise<void> => {
    const answer = await call({ body: { done, key }, path: `${path}/check` })
    if (answer.error !== undefined) {
      toast.error(answer.error)
    }
    router.refresh()
  }
  return (
    <ul className="lunas-checklist">
      {items.map(({ doneAt, doneBy, key, text: words }) => (
        <li key={key}>
          <label>
            <input
              checked={doneAt !== undefined}
              disabled={isBusy || !isOpen}
              onChange={(event) => void tick(key, event.target.checked)}
              type="checkbox"
            />
            <span>{words[locale]}</span>
          </label>
          {doneAt ? (
            <p>
              {text.ticked} {doneBy} · {formatInstantShort(new Date(doneAt), locale)}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
