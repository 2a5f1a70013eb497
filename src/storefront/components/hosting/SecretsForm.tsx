'use client'

import { useActionState } from 'react'

import { sendShow } from '../../hosting/actions'
import { noSecrets } from '../../hosting/state'

type SecretsFormProps = {
  copy: { sending: string; shown: string; submit: string }
  hidden: Record<'id' | 'locale', string>
  /** What each secret is called, by its name. */
  names: Record<string, string>
  permalink: string
}

/** Shows what opens a service, once; a plain form, so that it is never in an address. */
export function SecretsForm({ copy, hidden, names, permalink }: SecretsFormProps) {
  const [state, submit, isPending] = useActionState(sendShow, noSecrets, permalink)
  if (state.secrets) {
    return (
      <div aria-live="polite" className="grid gap-4">
        <dl className="grid gap-3">
          {state.secrets.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-muted">{names[name] ?? name}</dt>
              <dd className="font-mono font-bold break-all">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="font-semibold">{copy.shown}</p>
      </div>
    )
  }
  return (
    <form action={submit}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      {state.general ? (
        <p className="notice mb-4" data-tone="danger" role="alert">
          {state.general}
        </p>
      ) : null}
      <button aria-disabled={isPending} className="btn btn-primary" type="submit">
        {isPending ? copy.sending : copy.submit}
      </button>
    </form>
  )
}
