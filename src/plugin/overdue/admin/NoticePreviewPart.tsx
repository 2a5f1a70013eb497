'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { NoticePreview } from '../queries/previewBulk'
import type { CaseLine } from './caseLine'
import type { NoticeWish } from './NoticeFields'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { MessagePreview } from '../../notifications/admin'
import { OVERDUE_TEXTS } from './overdueTexts'

/** How the first of those who were chosen would read it, by each way. */
export const NoticePreviewPart = (props: {
  line: CaseLine
  path: string
  wish: NoticeWish
}): ReactElement => {
  const { line, path, wish } = props
  const text = OVERDUE_TEXTS[usePanelLocale()]
  const { call, isBusy } = useShopCall()
  const [preview, setPreview] = useState<NoticePreview>()
  const [error, setError] = useState('')
  const show = async (): Promise<void> => {
    const { kind, text: words } = wish
    const body = { kind, orderId: line.orderId, text: words }
    const answer = await call<{ result: NoticePreview }>({ body, path: `${path}/notify/preview` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      setPreview(answer.body.result)
    }
  }
  return (
    <section className="lunas-notice-preview">
      <button
        className="btn btn--style-secondary btn--size-small"
        disabled={isBusy}
        onClick={() => void show()}
        type="button"
      >
        {isBusy ? text.busy : text.previewAgain}
      </button>
      <p role="alert">{error}</p>
      {preview ? (
        <>
          <p>
            {text.preview} {line.number} · <bdi>{line.customer}</bdi>
          </p>
          {wish.ways.map((way) => (
            <details key={way} open>
              <summary>{text[way]}</summary>
              <MessagePreview
                channel={way === 'email' ? 'text' : way}
                preview={preview}
                subjectLabel={text.subject}
              />
            </details>
          ))}
        </>
      ) : null}
    </section>
  )
}
