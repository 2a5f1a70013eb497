'use client'

import { useActionState, useEffect, useRef } from 'react'

import { sendCreate } from '../../hosting/actions'
import { type CreateState, emptyCreate, type ServiceField } from '../../hosting/state'
import { Choice } from '../account/Choice'
import { ErrorSummary } from '../checkout/ErrorSummary'
import { Field, type FieldCopy } from '../checkout/Field'

/** One question of the form, with its texts. */
export type CreateField = FieldCopy & {
  /** A choice instead of a text: value and label of each. */
  choices?: [value: string, label: string][]
  isLong?: boolean
  isRequired?: boolean
  name: ServiceField
  /** What stands there before anything was typed. */
  value?: string
}

type CreateFormProps = {
  copy: { errorTitle: string; sending: string; submit: string }
  fields: CreateField[]
  hidden: Record<'id' | 'locale', string>
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

function Question({ field, state }: { field: CreateField; state: CreateState }) {
  const { choices, hint, isLong, isRequired, label, name } = field
  const value = state.values[name] ?? field.value
  if (choices) {
    return <Choice choices={choices} label={label} name={name} value={value} />
  }
  return (
    <Field
      copy={hint === undefined ? { label } : { hint, label }}
      error={state.errors[name]}
      isLong={isLong ?? false}
      isRequired={isRequired ?? true}
      name={name}
      value={value}
    />
  )
}

/** At the head of the form an answer that is missing is told by its question. */
const summaryOf = (fields: readonly CreateField[], { errors, general }: CreateState) => ({
  errors: Object.fromEntries(
    fields.flatMap(({ label, name }) => {
      const message = errors[name]
      return message === undefined ? [] : [[name, `${label}: ${message}`] as const]
    }),
  ),
  ...(general !== undefined && { general }),
})

/** Has a service made. A plain form: it works without JavaScript. */
export function CreateForm({ copy, fields, hidden, permalink }: CreateFormProps) {
  const [state, submit, isPending] = useActionState(sendCreate, emptyCreate, permalink)
  const problems = useRef<HTMLDivElement>(null)
  useEffect(() => problems.current?.focus(), [state])
  return (
    <form action={submit} className="grid gap-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <ErrorSummary box={problems} state={summaryOf(fields, state)} title={copy.errorTitle} />
      <div className="grid gap-5" key={JSON.stringify(state.values)}>
        {fields.map((field) => (
          <Question field={field} key={field.name} state={state} />
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
