import type { RefObject } from 'react'

type ErrorSummaryProps = {
  box: RefObject<HTMLDivElement | null>
  state: { errors: Partial<Record<string, string>>; general?: string }
  title: string
}

/** Every problem of the form in one place, each leading to its field. */
export function ErrorSummary({ box, state, title }: ErrorSummaryProps) {
  const errors = Object.entries(state.errors)
  if (errors.length === 0 && !state.general) {
    return null
  }
  return (
    <div className="notice mb-6" data-tone="danger" ref={box} role="alert" tabIndex={-1}>
      <h2 className="text-lg">{title}</h2>
      {state.general ? <p>{state.general}</p> : null}
      <ul className="mt-1 list-disc pl-5">
        {errors.map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`} onClick={() => document.getElementById(field)?.focus()}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
