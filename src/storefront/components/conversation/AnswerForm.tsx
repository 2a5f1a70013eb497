'use client'

import { useActionState, useEffect, useRef } from 'react'

import { type AnswerState, emptyAnswer } from '../../conversation/state'
import { ErrorSummary } from '../checkout/ErrorSummary'
import { Field } from '../checkout/Field'

/** What the answer form is made of; everything comes translated from the server. */
type AnswerFormProps = {
  action: (previous: AnswerState, data: FormData) => Promise<AnswerState>
  copy: { errorTitle: string; hint?: string; label: string; sending: string; submit: string }
  /** Among them `key`, made anew with the page, so that a double press is one post. */
  hidden: Record<string, string>
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

/** One box to write in and one button. A plain form: it works without JavaScript. */
export function AnswerForm({ action, copy, hidden, permalink }: AnswerFormProps) {
  const [state, submit, isPending] = useActionState(action, emptyAnswer, permalink)
  const problems = useRef<HTMLDivElement>(null)
  useEffect(() => problems.current?.focus(), [state])
  const { hint, label } = copy
  return (
    <form action={submit} className="grid gap-4" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <ErrorSummary box={problems} state={state} title={copy.errorTitle} />
      <Field
        copy={hint === undefined ? { label } : { hint, label }}
        error={state.errors.body}
        isLong
        key={hidden.key}
        name="body"
        value={state.values.body}
      />
      <div>
        <button aria-disabled={isPending} className="btn btn-primary" type="submit">
          {isPending ? copy.sending : copy.submit}
        </button>
      </div>
    </form>
  )
}
