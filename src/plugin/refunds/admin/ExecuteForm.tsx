'use client'

import type { FormEvent, ReactElement } from 'react'

import { useAuth } from '@payloadcms/ui'
import { useId } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopForm } from '../../kernel/admin/useShopForm'
import { REFUND_WAYS, type RefundWay } from '../rules'
import { REFUND_TEXTS } from './refundTexts'

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
  const { error, isBusy, send } = useShopForm()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void send({ done: text.recorded, form: event.currentTarget, path: `${path}/execute` })
  }
  if ((user as { role?: string } | null)?.role !== 'owner') {
    return null
  }
  return (
    <form className="lunas-answer" onSubmit={submit}>
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
