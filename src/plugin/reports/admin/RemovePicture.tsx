'use client'

import type { ReactElement } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { REPORT_PANEL } from './reportTexts'

/** Takes one picture off a finding. */
export const RemovePicture = ({ name, path }: { name: string; path: string }): ReactElement => {
  const text = REPORT_PANEL[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  return (
    <button
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void run({ done: text.pictureRemoved, path })}
      type="button"
    >
      {text.pictureRemove(name)}
    </button>
  )
}
