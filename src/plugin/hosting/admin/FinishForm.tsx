'use client'

import type { FormEvent, ReactElement } from 'react'

import { PanelField } from '../../kernel/admin/PanelForm'
import { PanelFrame } from '../../kernel/admin/PanelFrame'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopForm } from '../../kernel/admin/useShopForm'
import { HOSTING_TEXTS } from './texts'

/** Says with a proof that a task is done; of a new service also where it stands. */
export const FinishForm = (props: { isNew: boolean; path: string }): ReactElement => {
  const { isNew, path } = props
  const text = HOSTING_TEXTS[usePanelLocale()]
  const { error, isBusy, send } = useShopForm()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void send({ done: text.done, form: event.currentTarget, path: `${path}/finish` })
  }
  return (
    <PanelFrame onSubmit={submit}>
      {isNew ? (
        <>
          <PanelField hint={text.referenceHint} label={text.reference}>
            {(control) => <input {...control} maxLength={200} name="reference" type="text" />}
          </PanelField>
          <PanelField hint={text.addressHint} label={text.address}>
            {(control) => <input {...control} maxLength={200} name="address" type="text" />}
          </PanelField>
          <PanelField label={text.user}>
            {(control) => (
              <input {...control} autoComplete="off" maxLength={80} name="user" type="text" />
            )}
          </PanelField>
          <PanelField hint={text.passwordHint} label={text.password}>
            {(control) => (
              <input {...control} autoComplete="off" maxLength={200} name="password" type="text" />
            )}
          </PanelField>
        </>
      ) : null}
      <PanelField label={text.note}>
        {(control) => <textarea {...control} maxLength={2000} name="note" rows={3} />}
      </PanelField>
      <PanelField label={text.proof}>
        {(control) => (
          <input
            {...control}
            accept="image/png,image/jpeg,image/webp,application/pdf"
            name="proof"
            required
            type="file"
          />
        )}
      </PanelField>
      <p className="lunas-dialog__error" role="alert">
        {error}
      </p>
      <button className="btn btn--style-primary btn--size-medium" disabled={isBusy} type="submit">
        {text.finish}
      </button>
    </PanelFrame>
  )
}
