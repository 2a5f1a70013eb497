'use client'

import type { FormEvent, ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { newKey } from '../../kernel/admin/newKey'
import { PanelField } from '../../kernel/admin/PanelForm'
import { PanelFrame } from '../../kernel/admin/PanelFrame'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { formatRupiah } from '../../kernel/money'
import { CONTRACT_TEXTS } from './contractTexts'

type TransferFormProps = {
  orderId: string
  /** Address of the contracts below the API. */
  path: string
  /** WIB day. */
  today: string
}

type Recorded = { result: { allocated: number; excess: number } }

const Fields = ({ today }: { today: string }): ReactElement => {
  const text = CONTRACT_TEXTS[usePanelLocale()]
  return (
    <>
      <PanelField label={text.amount}>
        {(control) => (
          <input {...control} inputMode="numeric" min={1} name="amount" required type="number" />
        )}
      </PanelField>
      <PanelField label={text.receivedOn}>
        {(control) => (
          <input
            {...control}
            defaultValue={today}
            max={today}
            name="receivedOn"
            required
            type="date"
          />
        )}
      </PanelField>
      <PanelField hint={text.bankReferenceHint} label={text.bankReference}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={80}
            minLength={3}
            name="bankReference"
            required
            type="text"
          />
        )}
      </PanelField>
      <PanelField label={text.proof}>
        {(control) => (
          <input
            {...control}
            accept="image/png,image/jpeg,image/webp,application/pdf"
            multiple
            name="proof"
            required
            type="file"
          />
        )}
      </PanelField>
    </>
  )
}

/** Records money that came by bank, with its proof. */
export const TransferForm = ({ orderId, path, today }: TransferFormProps): ReactElement => {
  const locale = usePanelLocale()
  const text = CONTRACT_TEXTS[locale]
  const router = useRouter()
  const { call, isBusy } = useShopCall()
  const [error, setError] = useState('')
  // Names one transfer: sent twice, it is recorded once.
  const [key, setKey] = useState(newKey)
  const send = async (form: HTMLFormElement): Promise<void> => {
    const body = new FormData(form)
    body.set('key', key)
    body.set('orderId', orderId)
    const answer = await call<Recorded>({ body, path: `${path}/transfer` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      const { allocated, excess } = answer.body.result
      const more = excess > 0 ? text.excess(formatRupiah(excess, locale)) : ''
      toast.success(`${text.transferred(formatRupiah(allocated, locale))}${more}`)
      form.reset()
      setKey(newKey())
      router.refresh()
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void send(event.currentTarget)
  }
  return (
    <details>
      <summary>{text.transfer}</summary>
      <PanelFrame onSubmit={submit}>
        <p>{text.transferHint}</p>
        <Fields today={today} />
        <p className="lunas-dialog__error" role="alert">
          {error}
        </p>
        <button className="btn btn--style-primary btn--size-medium" disabled={isBusy} type="submit">
          {text.transfer}
        </button>
      </PanelFrame>
    </details>
  )
}
