'use client'

import type { FormEvent, ReactElement } from 'react'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { BulkResult } from '../actions/obstacle'

import { newKey } from '../../kernel/admin/newKey'
import { PanelDialog } from '../../kernel/admin/PanelDialog'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { DialogActions } from './DialogActions'
import { type NoticeWish, NoticeFields } from './NoticeFields'
import { NoticePreviewPart } from './NoticePreviewPart'
import { type BulkDialogProps, Outcomes } from './Outcomes'
import { OVERDUE_TEXTS } from './overdueTexts'

/** Sends a notice to many customers in arrears: by which ways, in which words, and what became of each. */
export const NoticeDialog = ({ lines, onClose, path }: BulkDialogProps): ReactElement => {
  const text = OVERDUE_TEXTS[usePanelLocale()]
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const [chosen] = useState(lines)
  const [wish, setWish] = useState<NoticeWish>({
    kind: 'notice',
    text: '',
    ways: ['email', 'whatsapp'],
  })
  // Names one opening of the dialog: pressed twice in it, each customer gets it once.
  const [key] = useState(newKey)
  const [results, setResults] = useState<BulkResult[]>()
  const [error, setError] = useState('')
  const send = async (): Promise<void> => {
    const body = { ...wish, key, orderIds: chosen.map(({ orderId }) => orderId) }
    const answer = await call<{ result: BulkResult[] }>({ body, path: `${path}/notify` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      setResults(answer.body.result)
      router.refresh()
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (wish.ways.length === 0) {
      setError(text.waysRequired)
      return
    }
    void send()
  }
  const [first] = chosen
  return (
    <PanelDialog onClose={onClose} title={`${text.send} (${chosen.length})`}>
      {(close) =>
        results ? (
          <Outcomes about="notify" lines={chosen} onClose={close} results={results} />
        ) : (
          <form onSubmit={submit}>
            <NoticeFields onChange={setWish} wish={wish} />
            {first ? (
              <NoticePreviewPart
                key={`${wish.kind}${wish.text}`}
                line={first}
                path={path}
                wish={wish}
              />
            ) : null}
            <p className="lunas-dialog__error" role="alert">
              {error}
            </p>
            <DialogActions isBusy={isBusy} label={text.send} onBack={close} />
          </form>
        )
      }
    </PanelDialog>
  )
}
