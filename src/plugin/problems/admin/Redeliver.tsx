'use client'

import type { ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { MoveDialog, type MoveWords } from '../../kernel/admin/MoveDialog'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { PROBLEM_TEXTS } from './problemTexts'

/** “Kirim ulang”: asks for the reason, then opens the delivery of the item again. */
export const Redeliver = (props: {
  fulfilment: string
  /** Address of the report below the API. */
  path: string
  title: string
}): ReactElement => {
  const { fulfilment, path, title } = props
  const text = PROBLEM_TEXTS[usePanelLocale()]
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [error, setError] = useState('')
  const confirm = async ({ reason }: MoveWords): Promise<void> => {
    const answer = await call({ body: { fulfilment, reason }, path: `${path}/redeliver` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      setOpen(false)
      toast.success(text.redelivered)
      router.refresh()
    }
  }
  const words = `${text.redeliver}: ${title}`
  return (
    <>
      <button
        className="btn btn--style-secondary btn--size-small"
        onClick={() => {
          setError('')
          setOpen(true)
        }}
        type="button"
      >
        {words}
      </button>
      {isOpen ? (
        <MoveDialog
          button={{
            asks: ['reason'],
            by: ['admin', 'owner'],
            consequence: { en: text.reverts, id: text.reverts },
            danger: false,
            event: 'redeliver',
            from: [],
            text: { en: words, id: words },
          }}
          error={error}
          isBusy={isBusy}
          onClose={() => setOpen(false)}
          onConfirm={(given) => void confirm(given)}
        />
      ) : null}
    </>
  )
}
