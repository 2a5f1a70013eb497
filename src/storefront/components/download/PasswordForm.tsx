'use client'

import { useActionState } from 'react'

import { hiddenPassword, type PasswordState } from '../../download/state'
import { Field } from '../checkout/Field'

type PasswordFormProps = {
  /** Checks the account's password and answers those that it shows. */
  action: (state: PasswordState, data: FormData) => Promise<PasswordState>
  copy: { field: string; hint: string; is: string; show: string; wait: string }
  hidden: { locale: string; token: string }
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

/** Asks for the account's password and shows those of the files. Works without JavaScript. */
export function PasswordForm({ action, copy, hidden, permalink }: PasswordFormProps) {
  const [state, submit, isPending] = useActionState(action, hiddenPassword, permalink)
  if (state.passwords.length > 0) {
    return (
      <dl className="grid gap-3" role="status">
        {state.passwords.map(({ password, title }) => (
          <div key={title}>
            <dt className="text-sm text-muted">
              {copy.is}: {title}
            </dt>
            <dd className="mt-1 w-fit rounded-lg border border-line-strong bg-surface px-3 py-2 font-mono text-lg break-all select-all">
              {password}
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  return (
    <form action={submit} className="grid max-w-sm gap-4" noValidate>
      <input name="token" type="hidden" value={hidden.token} />
      <input name="locale" type="hidden" value={hidden.locale} />
      <Field
        autoComplete="current-password"
        copy={{ hint: copy.hint, label: copy.field }}
        error={state.error}
        name="password"
        type="password"
        value={undefined}
      />
      <button aria-disabled={isPending} className="btn btn-secondary" type="submit">
        {isPending ? copy.wait : copy.show}
      </button>
    </form>
  )
}
