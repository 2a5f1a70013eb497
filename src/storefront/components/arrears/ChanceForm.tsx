'use client'

import { useActionState, useEffect, useRef } from 'react'

import { sendWish } from '../../arrears/actions'
import { emptyChance } from '../../arrears/state'
import { ErrorSummary } from '../checkout/ErrorSummary'
import { Field, type FieldCopy } from '../checkout/Field'

type ChanceFormProps = {
  copy: {
    errorTitle: string
    sending: string
    submit: string
    until: FieldCopy
    wish: FieldCopy
  }
  hidden: Record<'locale' | 'token', string>
  /** First and last day that may be asked for, as `YYYY-MM-DD`. */
  limits: { max: string; min: string }
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

/** Asks for more time. A plain form: it works without JavaScript. */
export function ChanceForm({ copy, hidden, limits, permalink }: ChanceFormProps) {
  const [state, submit, isPending] = useActionState(sendWish, emptyChance, permalink)
  const problems = useRef<HTMLDivElement>(null)
  useEffect(() => problems.current?.focus(), [state])
  const { errors, values } = state
  return (
    <form action={submit} className="grid gap-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <ErrorSummary box={problems} state={state} title={copy.errorTitle} />
      <div className="grid gap-5" key={JSON.stringify(values)}>
        <Field
          copy={copy.until}
          error={errors.until}
          {...limits}
          name="until"
          type="date"
          value={values.until}
        />
        <Field copy={copy.wish} error={errors.wish} isLong name="wish" value={values.wish} />
      </div>
      <div>
        <button aria-disabled={isPending} className="btn btn-secondary" type="submit">
          {isPending ? copy.sending : copy.submit}
        </button>
      </div>
    </form>
  )
}
