'use client'

import { useActionState } from 'react'

import { sendShow } from '../../hosting/actions'
import { noSecrets, type SecretsState } from '../../hosting/state'

type SecretsFormProps = {
  copy: Record<'once' | 'sending' | 'shown' | 'submit' | 'title', string>
  hidden: Record<'id' | 'locale', string>
  /** There is nothing to show any more, but what was just shown. */
  isOver: boolean
  /** What each secret is called, by its name. */
  names: Record<string, string>
  permalink: string
}

function Shown({
  names,
  secrets,
  shown,
}: { names: SecretsFormProps['names']; shown: string } & {
  secrets: NonNullable<SecretsState['secrets']>
}) {
  return (
    <div aria-live="polite" className="grid gap-4">
      <dl className="grid gap-3">
        {secrets.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{names[name] ?? name}</dt>
            <dd className="font-mono font-bold break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="font-semibold">{shown}</p>
    </div>
  )
}

/** Shows what opens a service, once; a plain form, so that it is never in an address. */
export function SecretsForm({ copy, hidden, isOver, names, permalink }: SecretsFormProps) {
  const [state, submit, isPending] = useActionState(sendShow, noSecrets, permalink)
  if (isOver && !state.secrets && !state.general) {
    return null
  }
  return (
    <section aria-labelledby="jalan-masuk" className="card grid gap-4 p-6 sm:p-8">
      <h2 className="text-xl" id="jalan-masuk">
        {copy.title}
      </h2>
      {state.secrets ? (
        <Shown names={names} secrets={state.secrets} shown={copy.shown} />
      ) : (
        <>
          <p>{copy.once}</p>
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
        </>
      )}
    </section>
  )
}
