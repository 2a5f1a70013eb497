'use client'

import type { ReactElement } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
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
  const { isBusy, run } = useShopDeed()
  const locale = usePanelLocale()
  const text = WORK_TEXTS[locale]
  const tick = (key: string, done: boolean): Promise<void> =>
    run({ body: { done, key }, path: `${path}/check` })
  return (
    <ul className="lunas-checklist">
      {items.map(({ byShop, doneAt, doneBy, key, text: words }) => (
        <li key={key}>
          <label>
            <input
              checked={doneAt !== undefined}
              disabled={isBusy || !isOpen || byShop}
              onChange={(event) => void tick(key, event.target.checked)}
              type="checkbox"
            />
            <span>{words[locale]}</span>
          </label>
          {byShop && !doneAt ? <p>{text.byShop}</p> : null}
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
