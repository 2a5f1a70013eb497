'use client'

import type { ReactElement } from 'react'

import { toast, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { PanelButton } from '../machine'

import { MoveDialog, type MoveWords } from './MoveDialog'
import { usePanelLocale } from './usePanelLocale'
import { useShopCall } from './useShopCall'

const TEXT = { en: 'Done', id: 'Berhasil' }

/** Buttons of one row, as its machine allows them to whoever is looking. */
export type MoveButtonsProps = {
  buttons: readonly PanelButton[]
  collection: string
  id: string
  onMoved?: () => void
  /** Words that an event may be given beside those that it asks for. */
  optional?: Readonly<Record<string, readonly 'order'[]>>
  size?: 'medium' | 'small'
  state: string
}

/** What this person may do with this row now, each after a question. */
export const MoveButtons = (props: MoveButtonsProps): null | ReactElement => {
  const { buttons, collection, id, onMoved, optional = {}, size = 'medium', state } = props
  const { user } = useAuth()
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const locale = usePanelLocale()
  const [open, setOpen] = useState<PanelButton>()
  const [error, setError] = useState('')
  const role: unknown = user?.role
  const allowed = buttons.filter(
    ({ by, from }) => from.includes(state) && by.some((each) => each === role),
  )
  const move = async (button: PanelButton, words: MoveWords): Promise<void> => {
    const body = { ...words, event: button.event, from: state }
    const answer = await call({ body, path: `/${collection}/${id}/move` })
    if (answer.error !== undefined) {
      setError(answer.error)
      return
    }
    setOpen(undefined)
    toast.success(`${TEXT[locale]}: ${button.text[locale]}`)
    onMoved?.()
    router.refresh()
  }
  if (allowed.length === 0 && !open) {
    return null
  }
  return (
    <div className="lunas-moves">
      {allowed.map((button) => (
        <button
          className={`btn btn--style-secondary btn--size-${size}${button.danger ? ' lunas-moves__danger' : ''}`}
          key={button.event}
          onClick={() => {
            setError('')
            setOpen(button)
          }}
          type="button"
        >
          {button.text[locale]}
        </button>
      ))}
      {open ? (
        <MoveDialog
          button={open}
          error={error}
          isBusy={isBusy}
          onClose={() => setOpen(undefined)}
          onConfirm={(words) => void move(open, words)}
          optional={optional[open.event] ?? []}
        />
      ) : null}
    </div>
  )
}
