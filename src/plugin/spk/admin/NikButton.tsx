'use client'

import type { ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { SPK_TEXTS } from './spkTexts'

/** Shows the whole NIK on request; the look is on record. It is gone when the page is left. */
export const NikButton = ({ path }: { path: string }): ReactElement => {
  const text = SPK_TEXTS[usePanelLocale()]
  const { call, isBusy } = useShopCall()
  const [nik, setNik] = useState('')
  const reveal = async (): Promise<void> => {
    const answer = await call<{ nik: string }>({ path: `${path}/nik` })
    if (answer.error === undefined) {
      setNik(answer.body.nik)
    } else {
      toast.error(answer.error)
    }
  }
  return nik ? (
    <output className="lunas-number">{nik}</output>
  ) : (
    <button
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void reveal()}
      title={text.revealHint}
      type="button"
    >
      {text.reveal}
    </button>
  )
}
