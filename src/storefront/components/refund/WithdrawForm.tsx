'use client'

import { useActionState } from 'react'

import { takeBack } from '../../refund/actions'
import { emptyWithdrawal } from '../../refund/state'

type WithdrawFormProps = {
  copy: { sending: string; submit: string }
  hidden: Record<'locale' | 'number' | 'token', string>
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

/** Takes a request back that nobody has decided yet. A plain form: it works without JavaScript. */
export function WithdrawForm({ copy, hidden, permalink }: WithdrawFormProps) {
  const [state, submit, isPending] = useActionState(takeBack, emptyWithdrawal, permalink)
  return (
    <form action={submit} className="mt-2 grid gap-2 justify-items-start">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      {state.refusal ? (
        <p className="notice" data-tone="warning" role="alert">
          {state.refusal}
        </p>
      ) : null}
      <button
        aria-disabled={isPending}
        aria-label={`${copy.submit}: ${hidden.number}`}
        className="btn btn-secondary"
        type="submit"
      >
        {isPending ? copy.sending : copy.submit}
      </button>
    </form>
  )
}
