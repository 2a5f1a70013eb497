'use client'

import type { FormEvent, ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import { newKey } from '../../kernel/admin/newKey'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { MAX_POST } from '../limits'
import { THREAD_TEXTS } from './threadTexts'

/** Where staff answer: posts `{ body, key }` to the path that the owner of the thread gives. */
export const AnswerBox = (props: {
  /** Below the API, such as `/problems/<id>/answers`. */
  path: string
}): ReactElement => {
  const { path } = props
  const id = useId()
  const text = THREAD_TEXTS[usePanelLocale()]
  const router = useRouter()
  const { call, isBusy } = useShopCall()
  const [body, setBody] = useState('')
  const [key, setKey] = useState(newKey)
  const [error, setError] = useState('')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const answer = await call({ body: { body, key }, path })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      setBody('')
      setKey(newKey())
      toast.success(text.sent)
      router.refresh()
    }
  }
  return (
    <form className="lunas-answer" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>{text.answer}</label>
      <textarea
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        id={id}
        maxLength={MAX_POST}
        onChange={(event) => setBody(event.target.value)}
        required
        rows={5}
        value={body}
      />
      <p className="lunas-dialog__error" id={`${id}-error`} role="alert">
        {error}
      </p>
      <button className="btn btn--style-primary btn--size-medium" disabled={isBusy} type="submit">
        {isBusy ? text.sending : text.send}
      </button>
    </form>
  )
}
