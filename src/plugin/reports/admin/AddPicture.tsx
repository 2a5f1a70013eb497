'use client'

import type { FormEvent, ReactElement } from 'react'

import { useId, useState } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopForm } from '../../kernel/admin/useShopForm'
import { nameFinding } from '../rules'
import { REPORT_PANEL } from './reportTexts'

/** A small form below a finding: pictures, and one caption for them. */
export const AddPicture = ({ number, path }: { number: number; path: string }): ReactElement => {
  const id = useId()
  const text = REPORT_PANEL[usePanelLocale()]
  const { error, isBusy, send } = useShopForm()
  const [isOpen, setOpen] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (await send({ done: text.pictureAdded, form: event.currentTarget, path })) {
      setOpen(false)
    }
  }
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} open={isOpen}>
      <summary>{text.addPicture(nameFinding(number))}</summary>
      <form className="lunas-answer" onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${id}-files`}>{text.picture}</label>
        <input
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={`${id}-hint`}
          className="lunas-select"
          id={`${id}-files`}
          multiple
          name="pictures"
          required
          type="file"
        />
        <p id={`${id}-hint`}>{text.pictureHint}</p>
        <label htmlFor={`${id}-caption`}>{text.caption}</label>
        <input
          autoComplete="off"
          className="lunas-select"
          id={`${id}-caption`}
          maxLength={200}
          minLength={3}
          name="caption"
          required
        />
        <p className="lunas-dialog__error" role="alert">
          {error}
        </p>
        <button className="btn btn--style-primary btn--size-small" disabled={isBusy} type="submit">
          {isBusy ? text.pictureSending : text.pictureAdd}
        </button>
      </form>
    </details>
  )
}
