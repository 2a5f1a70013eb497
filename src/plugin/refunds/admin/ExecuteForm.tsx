'use client'

import type { FormEvent, ReactElement } from 'react'

import { toast, useAuth, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { REFUND_WAYS, type RefundWay } from '../rules'
import { REFUND_TEXTS } from './refundTexts'

type Refusal = { errors?: { message?: string }[] }

type ExecuteFormProps = {
  path: string
  /** What the channel of the payment allows, the preferred one first. */
  ways: readonly RefundWay[]
}

/** An owner records that the money was sent, with number and proof. Nothing for others. */
export const ExecuteForm = ({ path, ways }: ExecuteFormProps): null | ReactElement => {
  const id = useId()
  const locale = usePanelLocale()
  const text = REFUND_TEXTS[locale]
  const { user } = useAuth()
  const { config } = useConfig()
  const router = useRouter()
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const url = `${config.routes.api}${path}/execute?locale=${locale}`
    const answer = await fetch(url, { body: new FormData(event.currentTarget), method: 'POST' })
      .then(async (response) => ({ isDone: response.ok, ...((await response.json()) as Refusal) }))
      .catch((): { isDone: boolean } & Refusal => ({ isDone: false }))
    setBusy(false)
    setError(answer.isDone ? '' : (answer.errors?.[0]?.message ?? '–'))
    if (answer.isDone) {
      toast.success(text.recorded)
      router.refresh()
    }
  }
  if ((user as { role?: string } | null)?.role !== 'owner') {
    return null
  }
  return (
    <form className="lunas-answer" onSubmit={(event) => void send(event)}>
      <p>{text.recordHint}</p>
      <label htmlFor={`${id}-method`}>{text.method}</label>
      <select className="lunas-select" id={`${id}-method`} name="method">
        {ways.map((way) => (
          <option key={way} value={way}>
            {REFUND_WAYS[way].label[locale]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-evidence`}>{text.evidence}</label>
      <input
        autoComplete="off"
        className="lunas-select"
        id={`${id}-evidence`}
        maxLength={200}
        minLength={3}
        name="evidence"
        required
      />
      <label htmlFor={`${id}-proof`}>{text.proof}</label>
      <input
        accept="image/png,image/jpeg,image/webp,application/pdf"
        className="lunas-select"
        id={`${id}-proof`}
        multiple
        name="proof"
        required
        type="file"
      />
      <p className="lunas-dialog__error" role="alert">
        {error}
      </p>
      <button className="btn btn--style-primary btn--size-medium" disabled={isBusy} type="submit">
        {isBusy ? text.sending : text.record}
      </button>
    </form>
  )
}
