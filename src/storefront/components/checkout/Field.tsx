import type { HTMLInputAutoCompleteAttribute } from 'react'

/** What the form knows about one field. */
export type FieldCopy = { hint?: string; label: string }

type FieldProps = {
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  copy: FieldCopy
  error: string | undefined
  inputMode?: 'email' | 'tel' | 'text' | undefined
  isLong?: boolean
  isRequired?: boolean
  /** Last and first day, of a date. */
  max?: string | undefined
  min?: string | undefined
  minLength?: number | undefined
  name: string
  type?: 'date' | 'email' | 'password' | 'tel' | 'text' | undefined
  value: string | undefined
}

/** A labelled field with its hint and, when there is one, its error, both tied to the control. */
export function Field(props: FieldProps) {
  const { copy, error, isLong = false, isRequired = true, name, value, ...input } = props
  const described = [copy.hint && `${name}-hint`, error && `${name}-error`]
    .filter(Boolean)
    .join(' ')
  const control = {
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    className: 'input',
    defaultValue: value,
    id: name,
    name,
    required: isRequired,
  }
  return (
    <div>
      <label className="mb-1 block font-semibold" htmlFor={name}>
        {copy.label}
      </label>
      {copy.hint ? (
        <p className="mb-1.5 text-sm text-muted" id={`${name}-hint`}>
          {copy.hint}
        </p>
      ) : null}
      {isLong ? <textarea {...control} rows={3} /> : <input {...control} {...input} />}
      {error ? (
        <p className="mt-1.5 font-semibold text-danger" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
