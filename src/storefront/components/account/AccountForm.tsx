'use client'

import { type HTMLInputAutoCompleteAttribute, useActionState, useEffect, useRef } from 'react'

import { type AccountField, type AccountState, emptyAccount } from '../../account/state'
import { ErrorSummary } from '../checkout/ErrorSummary'
import { Field, type FieldCopy } from '../checkout/Field'
import { Choice } from './Choice'

/** One field of an account form, with its texts. */
export type AccountFieldCopy = FieldCopy & {
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** A choice instead of a text: value and label of each. */
  choices?: [value: string, label: string][]
  inputMode?: 'email' | 'tel'
  minLength?: number
  name: AccountField
  type?: 'email' | 'password' | 'tel'
  /** What stands there before anything was typed. */
  value?: string
}

/** What an account form is made of; everything comes translated from the server. */
export type AccountFormProps = {
  action: (previous: AccountState, data: FormData) => Promise<AccountState>
  copy: { errorTitle: string; sending: string; submit: string }
  fields: AccountFieldCopy[]
  hidden: Record<string, string>
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

type OneFieldProps = { field: AccountFieldCopy; state: AccountState }

function OneField({ field, state }: OneFieldProps) {
  const { autoComplete, choices, hint, inputMode, label, minLength, name, type } = field
  const value = state.values[name] ?? field.value
  if (choices) {
    return <Choice choices={choices} label={label} name={name} value={value} />
  }
  const copy = hint === undefined ? { label } : { hint, label }
  const input = { autoComplete, inputMode, minLength, type }
  return <Field {...input} copy={copy} error={state.errors[name]} name={name} value={value} />
}

/**
 * A form of the account pages. Plain HTML underneath: everything works without JavaScript. The
 * browser's own checks are off, because their words are not the page's.
 */
export function AccountForm({ action, copy, fields, hidden, permalink }: AccountFormProps) {
  const [state, submit, isPending] = useActionState(action, emptyAccount, permalink)
  const problems = useRef<HTMLDivElement>(null)
  useEffect(() => problems.current?.focus(), [state])
  return (
    <form action={submit} className="grid gap-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <ErrorSummary box={problems} state={state} title={copy.errorTitle} />
      <div className="grid gap-5" key={JSON.stringify(state.values)}>
        {fields.map((field) => (
          <OneField field={field} key={field.name} state={state} />
        ))}
      </div>
      <div>
        <button aria-disabled={isPending} className="btn btn-primary" type="submit">
          {isPending ? copy.sending : copy.submit}
        </button>
      </div>
    </form>
  )
}
