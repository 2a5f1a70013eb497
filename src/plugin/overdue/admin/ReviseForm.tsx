'use client'

import type { ReactElement } from 'react'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { PanelField, PanelForm } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { ReasonField } from './ChanceForms'
import { CONTRACT_TEXTS } from './contractTexts'

type Wish = { discount: string; firstDue: string; reason: string; tenor: string }

type FieldsProps = { first: string; maxTenor: number; onChange: (wish: Wish) => void; wish: Wish }

const Fields = ({ first, maxTenor, onChange, wish }: FieldsProps): ReactElement => {
  const text = CONTRACT_TEXTS[usePanelLocale()]
  return (
    <>
      <PanelField label={text.tenor}>
        {(control) => (
          <input
            {...control}
            max={maxTenor}
            min={1}
            onChange={({ target }) => onChange({ ...wish, tenor: target.value })}
            required
            type="number"
            value={wish.tenor}
          />
        )}
      </PanelField>
      <PanelField label={text.firstDue}>
        {(control) => (
          <input
            {...control}
            min={first}
            onChange={({ target }) => onChange({ ...wish, firstDue: target.value })}
            required
            type="date"
            value={wish.firstDue}
          />
        )}
      </PanelField>
      <PanelField hint={text.discountHint} label={text.discount}>
        {(control) => (
          <input
            {...control}
            min={0}
            onChange={({ target }) => onChange({ ...wish, discount: target.value })}
            type="number"
            value={wish.discount}
          />
        )}
      </PanelField>
      <ReasonField
        hint={text.reasonHint}
        onChange={(reason) => onChange({ ...wish, reason })}
        value={wish.reason}
      />
    </>
  )
}

/** Draws a new schedule for what is wholly unpaid. Owners only; the server asks again. */
export const ReviseForm = (props: {
  /** First WIB day on which a new instalment may be due. */
  first: string
  /** Most instalments that a schedule may have. */
  maxTenor: number
  orderId: string
  path: string
  tenor: number
}): ReactElement => {
  const { first, maxTenor, orderId, path, tenor } = props
  const text = CONTRACT_TEXTS[usePanelLocale()]
  const router = useRouter()
  const { call, isBusy } = useShopCall()
  const [wish, setWish] = useState<Wish>({
    discount: '0',
    firstDue: '',
    reason: '',
    tenor: String(tenor),
  })
  const [error, setError] = useState('')
  const send = async (): Promise<void> => {
    const body = {
      ...wish,
      discount: Number(wish.discount || 0),
      orderId,
      tenor: Number(wish.tenor),
    }
    const answer = await call<{ result: { revision: number } }>({ body, path: `${path}/revise` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      toast.success(text.revised(answer.body.result.revision))
      router.refresh()
    }
  }
  return (
    <details>
      <summary>{text.revise}</summary>
      <PanelForm isBusy={isBusy} isDanger label={text.revise} onSubmit={() => void send()}>
        <p>{text.reviseHint}</p>
        <Fields first={first} maxTenor={maxTenor} onChange={setWish} wish={wish} />
        <p className="lunas-dialog__error" role="alert">
          {error}
        </p>
      </PanelForm>
    </details>
  )
}
