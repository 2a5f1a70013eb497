'use client'

type ErrorProps = { message: string | undefined; name: string }

function FieldError({ message, name }: ErrorProps) {
  return message ? (
    <p className="mt-1.5 font-semibold text-danger" id={`${name}-error`}>
      {message}
    </p>
  ) : null
}

type CapacityProps = {
  choices: [value: string, label: string][]
  error: string | undefined
  label: string
  value: string | undefined
}

/** In which quality he signs. */
export function CapacityField({ choices, error, label, value }: CapacityProps) {
  return (
    <fieldset
      aria-describedby={error ? 'signerCapacity-error' : undefined}
      id="signerCapacity"
      tabIndex={-1}
    >
      <legend className="mb-1 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {choices.map(([choice, name]) => (
          <label className="flex min-h-11 items-center gap-2" key={choice}>
            <input
              className="size-5 accent-brand"
              defaultChecked={value === choice}
              name="signerCapacity"
              type="radio"
              value={choice}
            />
            {name}
          </label>
        ))}
      </div>
      <FieldError message={error} name="signerCapacity" />
    </fieldset>
  )
}

type AuthorisedProps = {
  error: string | undefined
  isTicked: boolean
  label: string
  wording: string
}

/** The wording in full, and the box that signs it. */
export function AuthorisedField({ error, isTicked, label, wording }: AuthorisedProps) {
  return (
    <div>
      <p className="notice mb-3 text-sm leading-relaxed" id="authorised-wording">
        {wording}
      </p>
      <label className="flex min-h-11 items-start gap-3 font-semibold">
        <input
          aria-describedby={`authorised-wording${error ? ' authorised-error' : ''}`}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-6 shrink-0 accent-brand"
          defaultChecked={isTicked}
          id="authorised"
          name="authorised"
          required
          type="checkbox"
          value="ya"
        />
        {label}
      </label>
      <FieldError message={error} name="authorised" />
    </div>
  )
}
