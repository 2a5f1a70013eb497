'use client'

import type { FormEvent, ReactElement } from 'react'

import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import type { PanelButton } from '../machine'

import { usePanelLocale } from './usePanelLocale'

/** What was written down with a move. */
export type MoveWords = { evidence?: string; order?: string; reason?: string }

type Word = keyof MoveWords

const TEXT = {
  en: {
    back: 'Back',
    busy: 'Please wait …',
    evidence: 'Evidence',
    evidenceHint: 'Number of the transfer, or of the refund in Duitku’s dashboard.',
    order: 'Order number (optional)',
    orderHint: 'Leave empty for the order that this money came for.',
    reason: 'Reason',
    reasonHint: 'At least 5 letters. It stays on record with your name.',
  },
  id: {
    back: 'Kembali',
    busy: 'Mohon tunggu …',
    evidence: 'Bukti',
    evidenceHint: 'Nomor transfer, atau nomor pengembalian di dasbor Duitku.',
    order: 'Nomor pesanan (opsional)',
    orderHint: 'Kosongkan bila untuk pesanan asal uang ini.',
    reason: 'Alasan',
    reasonHint: 'Paling sedikit 5 huruf. Tercatat bersama nama Anda.',
  },
}

const WordField = (props: {
  isRequired: boolean
  onChange: (text: string) => void
  value: string
  word: Word
}): ReactElement => {
  const { isRequired, onChange, value, word } = props
  const id = useId()
  const text = TEXT[usePanelLocale()]
  const shared = {
    'aria-describedby': `${id}-hint`,
    id,
    name: word,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    required: isRequired,
    value,
  }
  return (
    <div className="lunas-dialog__field">
      <label htmlFor={id}>{text[word]}</label>
      {word === 'reason' ? (
        <textarea {...shared} maxLength={1000} minLength={5} rows={3} />
      ) : (
        <input {...shared} autoComplete="off" maxLength={word === 'order' ? 60 : 500} type="text" />
      )}
      <p id={`${id}-hint`}>{text[`${word}Hint`]}</p>
    </div>
  )
}

/** Asks once more before a move, with what has to be written down. Escape and “Kembali” leave it. */
export const MoveDialog = (props: {
  button: PanelButton
  error: string
  isBusy: boolean
  onClose: () => void
  onConfirm: (words: MoveWords) => void
  /** Fields that may be filled in beside those that the table asks for. */
  optional?: readonly Word[]
}): null | ReactElement => {
  const { button, error, isBusy, onClose, onConfirm, optional = [] } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const locale = usePanelLocale()
  const [words, setWords] = useState<MoveWords>({})
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // The dialog is a portal: without this the document's own form would be sent, too.
    event.stopPropagation()
    onConfirm(words)
  }
  const style = button.danger ? 'error' : 'primary'
  return createPortal(
    <dialog aria-labelledby={heading} className="lunas-dialog" onClose={onClose} ref={dialog}>
      <form onSubmit={submit}>
        <h2 id={heading}>{button.text[locale]}</h2>
        <p>{button.consequence[locale]}</p>
        {[...optional, ...button.asks].map((word) => (
          <WordField
            isRequired={!optional.includes(word)}
            key={word}
            onChange={(text) => setWords((before) => ({ ...before, [word]: text }))}
            value={words[word] ?? ''}
            word={word}
          />
        ))}
        <p className="lunas-dialog__error" role="alert">
          {error}
        </p>
        <div className="lunas-dialog__actions">
          <button
            className="btn btn--style-secondary btn--size-medium"
            onClick={() => dialog.current?.close()}
            type="button"
          >
            {TEXT[locale].back}
          </button>
          <button
            className={`btn btn--style-${style} btn--size-medium`}
            disabled={isBusy}
            type="submit"
          >
            {isBusy ? TEXT[locale].busy : button.text[locale]}
          </button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
