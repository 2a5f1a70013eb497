'use client'

import type { FormEvent, ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import { newKey } from '../../kernel/admin/newKey'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { REFUND_TEXTS } from './refundTexts'

type AskFormProps = {
  order: string
  /** Address of the refunds below the API. */
  path: string
  /** Payments of which money is left; `label` tells how much. */
  payments: readonly { id: string; label: string; left: number }[]
}

/** Staff ask for a part or all of a payment to go back. Hidden until it is wanted. */
export const AskForm = ({ order, path, payments }: AskFormProps): ReactElement => {
  const id = useId()
  const text = REFUND_TEXTS[usePanelLocale()]
  const router = useRouter()
  const { call, isBusy } = useShopCall()
  const [key, setKey] = useState(newKey)
  const [error, setError] = useState('')
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = Object.fromEntries(new FormData(form))
    const body = { ...typed, amount: Number(typed.amount), key, order }
    const answer = await call({ body, path: `${path}/ask` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      form.reset()
      setKey(newKey())
      toast.success(text.asked)
      router.refresh()
    }
  }
  return (
    <details className="lunas-ask-refund">
      <summary>{text.ask}</summary>
      <form className="lunas-answer" onSubmit={(event) => void send(event)}>
        <p>{text.askHint}</p>
        <label htmlFor={`${id}-payment`}>{text.payment}</label>
        <select className="lunas-select" id={`${id}-payment`} name="payment" required>
          {payments.map(({ id: payment, label }) => (
            <option key={payment} value={payment}>
              {label}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-amount`}>{text.amount}</label>
        <input
          className="lunas-select"
          defaultValue={payments[0]?.left}
          id={`${id}-amount`}
          inputMode="numeric"
          min={1}
          name="amount"
          required
          step={1}
          type="number"
        />
        <label htmlFor={`${id}-account`}>{text.account}</label>
        <input className="lunas-select" id={`${id}-account`} maxLength={150} name="account" />
        <label htmlFor={`${id}-reason`}>{text.reason}</label>
        <textarea
          id={`${id}-reason`}
          maxLength={1000}
          minLength={5}
          name="reason"
          required
          rows={3}
        />
        <p className="lunas-dialog__error" role="alert">
          {error}
        </p>
        <button className="btn btn--style-primary btn--size-medium" disabled={isBusy} type="submit">
          {isBusy ? text.sending : text.ask}
        </button>
      </form>
    </details>
  )
}
