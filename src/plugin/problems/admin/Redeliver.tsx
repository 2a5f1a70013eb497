'use client'

import type { ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { MoveDialog, type MoveWords } from '../../kernel/admin/MoveDialog'
import { newKey } from '../../kernel/admin/newKey'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { PROBLEM_TEXTS } from './problemTexts'

/**
 * “Kirim ulang”: asks for the reason, then opens the delivery of the item again; “kirim ulang akses”: sends
 * the way to it once more.
 */
export const Redeliver = (props: {
  event: 'redeliver' | 'resend'
  fulfilment: string
  /** Address of the report below the API. */
  path: string
  title: string
}): ReactElement => {
  const { event, fulfilment, path, title } = props
  const text = PROBLEM_TEXTS[usePanelLocale()]
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [error, setError] = useState('')
  // Names one opening of the dialog: pressed twice in it, it happens once.
  const [key, setKey] = useState('')
  const confirm = async ({ reason }: MoveWords): Promise<void> => {
    const body = { fulfilment, reason, ...(event === 'resend' ? { key } : {}) }
    const answer = await call({ body, path: `${path}/${event}` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      setOpen(false)
      toast.success(event === 'resend' ? text.resent : text.redelivered)
      router.refresh()
    }
  }
  const words = `${event === 'resend' ? text.resend : text.redeliver}: ${title}`
  const consequence = event === 'resend' ? text.resendHow : text.reverts
  return (
    <>
      <button
        className="btn btn--style-secondary btn--size-small"
        onClick={() => {
          setError('')
          setKey(newKey())
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
            consequence: { en: consequence, id: consequence },
            danger: false,
            event,
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
