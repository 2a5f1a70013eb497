'use client'

import type { FormEvent, ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import type { Bank } from '../port'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { REFUND_TEXTS } from './refundTexts'

type TransferFormProps = {
  /** Digits of what the customer wrote; to be compared, not believed. */
  account: string
  banks: readonly Bank[]
  path: string
}

/** Has the service look an account up, as the first step of a transfer. */
export const TransferForm = ({ account, banks, path }: TransferFormProps): ReactElement => {
  const id = useId()
  const text = REFUND_TEXTS[usePanelLocale()]
  const router = useRouter()
  const { call, isBusy } = useShopCall()
  const [error, setError] = useState('')
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const body = Object.fromEntries(new FormData(event.currentTarget))
    const answer = await call({ body, path: `${path}/transfer` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      toast.success(text.begun)
      router.refresh()
    }
  }
  return (
    <form className="lunas-answer" onSubmit={(event) => void send(event)}>
      <p>{text.beginHint}</p>
      <label htmlFor={`${id}-bank`}>{text.bank}</label>
      <select className="lunas-select" defaultValue="" id={`${id}-bank`} name="bank" required>
        <option disabled value="">
          –
        </option>
        {banks.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-account`}>{text.accountNumber}</label>
      <input
        autoComplete="off"
        className="lunas-select"
        defaultValue={account}
        id={`${id}-account`}
        inputMode="numeric"
        maxLength={30}
        name="account"
        required
      />
      <p className="lunas-dialog__error" role="alert">
        {error}
      </p>
      <button className="btn btn--style-secondary btn--size-medium" disabled={isBusy} type="submit">
        {isBusy ? text.sending : text.begin}
      </button>
    </form>
  )
}
