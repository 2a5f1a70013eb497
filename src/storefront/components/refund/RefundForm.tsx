'use client'

import { useActionState, useEffect, useRef } from 'react'

import { sendRefund } from '../../refund/actions'
import { emptyRefund } from '../../refund/state'
import { ErrorSummary } from '../checkout/ErrorSummary'
import { Field, type FieldCopy } from '../checkout/Field'

type RefundFormProps = {
  copy: {
    /** Absent when the money goes back to where it came from. */
    account?: FieldCopy
    errorTitle: string
    reason: FieldCopy
    sending: string
    submit: string
    warning: string
  }
  /** Among them `key`, made anew with the page, so that a double press is one request. */
  hidden: Record<string, string>
  isAccountNeeded: boolean
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

/** Asks for money back. A plain form: it works without JavaScript. */
export function RefundForm({ copy, hidden, isAccountNeeded, permalink }: RefundFormProps) {
  const [state, submit, isPending] = useActionState(sendRefund, emptyRefund, permalink)
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
          copy={copy.reason}
          error={errors.reason}
          isLong
          name="reason"
          value={values.reason}
        />
        {copy.account ? (
          <Field
            copy={copy.account}
            error={errors.account}
            isRequired={isAccountNeeded}
            name="account"
            value={values.account}
          />
        ) : null}
      </div>
      <p className="notice" data-tone="warning">
        {copy.warning}
      </p>
      <div>
        <button aria-disabled={isPending} className="btn btn-primary" type="submit">
          {isPending ? copy.sending : copy.submit}
        </button>
      </div>
    </form>
  )
}
