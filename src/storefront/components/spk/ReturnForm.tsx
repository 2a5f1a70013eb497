'use client'

import { type ChangeEvent, type FormEvent, useRef, useState } from 'react'

import { addChosen } from '../../spk/chosen'
import { sendFiles, type Sent, tabMemory } from '../../spk/sendFiles'
import { type ChosenCopy, ChosenFiles } from './ChosenFiles'

type ReturnFormProps = {
  /** Where the form goes without JavaScript. */
  action: string
  api: string
  copy: ChosenCopy & Record<'broken' | 'choose' | 'hint' | 'resume' | 'send' | 'sending', string>
  /** Where it leads once everything has arrived. */
  done: string
  isPhoto: boolean
  locale: 'en' | 'id'
  /** Pages of the document that comes back; null for photos of the paper. */
  pages: null | number
}

/** A telephone loses its line for half a minute at times. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 16_000]

type Shown = { kind: 'idle' } | { kind: 'sending'; share: number } | Exclude<Sent, { kind: 'done' }>

const percentOf = (shown: Shown): number =>
  shown.kind === 'sending' ? Math.floor(shown.share * 100) : 0

function Progress({ copy, shown }: { shown: Shown } & Pick<ReturnFormProps, 'copy'>) {
  return (
    <div aria-live="polite">
      {shown.kind === 'sending' ? (
        <p className="grid gap-1">
          <progress
            aria-label={copy.sending}
            className="contract-progress"
            max={100}
            value={percentOf(shown)}
          />
          <span>
            {copy.sending} {percentOf(shown)}%
          </span>
        </p>
      ) : null}
      {shown.kind === 'broken' || shown.kind === 'refused' ? (
        <p className="notice" data-tone="danger" id="files-error">
          {shown.kind === 'broken' ? copy.broken : shown.message}
        </p>
      ) : null}
    </div>
  )
}

const useSending = ({ api, done, isPhoto, locale }: ReturnFormProps) => {
  const [shown, setShown] = useState<Shown>({ kind: 'idle' })
  const send = async (files: readonly File[]): Promise<void> => {
    setShown({ kind: 'sending', share: 0 })
    const sent = await sendFiles({
      api,
      files,
      kind: isPhoto ? 'photo' : 'scan',
      locale,
      memory: tabMemory(api),
      onProgress: (share) => setShown({ kind: 'sending', share }),
      pauses: PAUSES,
    })
    if (sent.kind === 'done') {
      window.location.assign(done)
      return
    }
    setShown(sent)
  }
  return { isSending: shown.kind === 'sending', send, shown }
}

/** Chooses and sends files: in parts with their progress, or as a plain form without JavaScript. */
export function ReturnForm(props: ReturnFormProps) {
  const { action, copy, isPhoto, locale, pages } = props
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<readonly File[]>([])
  const { isSending, send, shown } = useSending(props)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    setChosen(addChosen(chosen, [...(target.files ?? [])]))
    // The list below says what is chosen; the next photo comes on top.
    target.value = ''
  }
  const change = (files: File[]): void => {
    if (files.length < chosen.length) {
      input.current?.focus()
    }
    setChosen(files)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // What was chosen before this page came alive is still in its field.
    const files = chosen.length > 0 ? chosen : [...(input.current?.files ?? [])]
    if (!isSending && files.length > 0) {
      void send(files)
    }
  }
  return (
    <form
      action={action}
      className="grid gap-4"
      encType="multipart/form-data"
      method="post"
      onSubmit={submit}
    >
      <div>
        <label className="mb-1 block font-semibold" htmlFor="files">
          {copy.choose}
        </label>
        <p className="mb-1.5 text-sm text-muted" id="files-hint">
          {copy.hint}
        </p>
        <input
          accept={isPhoto ? 'image/jpeg,image/png' : 'application/pdf,image/jpeg,image/png'}
          aria-describedby={`files-hint${shown.kind === 'refused' ? ' files-error' : ''}`}
          aria-invalid={shown.kind === 'refused' ? true : undefined}
          className="input file:mr-3 file:border-0 file:bg-transparent file:font-semibold file:text-brand"
          id="files"
          multiple
          name="files"
          onChange={choose}
          ref={input}
          required={chosen.length === 0}
          type="file"
        />
      </div>
      <ChosenFiles copy={copy} files={chosen} locale={locale} onChange={change} pages={pages} />
      <Progress copy={copy} shown={shown} />
      <div>
        <button aria-disabled={isSending} className="btn btn-primary" type="submit">
          {shown.kind === 'broken' ? copy.resume : isSending ? copy.sending : copy.send}
        </button>
      </div>
    </form>
  )
}
