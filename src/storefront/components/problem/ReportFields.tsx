'use client'

import { type ChangeEvent, useState } from 'react'

import type { ReportCopy } from './ReportForm'

type ErrorProps = { message: string | undefined; name: string }

function FieldError({ message, name }: ErrorProps) {
  return message ? (
    <p className="mt-1.5 font-semibold text-danger" id={`${name}-error`}>
      {message}
    </p>
  ) : null
}

type WhatProps = { copy: ReportCopy; error: string | undefined; value: string | undefined }

/** What it is about. */
export function WhatField({ copy, error, value }: WhatProps) {
  return (
    <div>
      <label className="mb-1 block font-semibold" htmlFor="what">
        {copy.what}
      </label>
      <select
        aria-describedby={error ? 'what-error' : undefined}
        aria-invalid={error ? true : undefined}
        className="input"
        defaultValue={value ?? ''}
        id="what"
        name="what"
        required
      >
        <option value="">{copy.choose}</option>
        {copy.kinds.map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      <FieldError message={error} name="what" />
    </div>
  )
}

/** How the answer should come. */
export function ContactField({ copy, error, value = 'email' }: WhatProps) {
  return (
    <fieldset aria-describedby={error ? 'contact-error' : undefined} id="contact" tabIndex={-1}>
      <legend className="mb-1 font-semibold">{copy.contact}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {copy.ways.map(([way, label]) => (
          <label className="flex min-h-11 items-center gap-2" key={way}>
            <input
              className="size-5 accent-brand"
              defaultChecked={value === way}
              name="contact"
              type="radio"
              value={way}
            />
            {label}
          </label>
        ))}
      </div>
      <FieldError message={error} name="contact" />
    </fieldset>
  )
}

const MAX_FILES = 3
const MAX_BYTES = 5_000_000

const judge = (files: FileList | null, copy: ReportCopy): string | undefined => {
  const chosen = [...(files ?? [])]
  if (chosen.length > MAX_FILES) {
    return copy.tooMany
  }
  return chosen.some(({ size }) => size > MAX_BYTES) ? copy.tooLarge : undefined
}

/** Pictures. What is too much is said before it is sent; the server decides all the same. */
export function PicturesField({ copy, error }: Omit<WhatProps, 'value'>) {
  const [fault, setFault] = useState<string>()
  const check = (event: ChangeEvent<HTMLInputElement>): void => {
    const found = judge(event.target.files, copy)
    setFault(found)
    if (found) {
      event.target.value = ''
    }
  }
  const message = fault ?? error
  const described = `screenshots-hint${message ? ' screenshots-error' : ''}`
  return (
    <div>
      <label className="mb-1 block font-semibold" htmlFor="screenshots">
        {copy.pictures}
      </label>
      <p className="mb-1.5 text-sm text-muted" id="screenshots-hint">
        {copy.picturesHint}
      </p>
      <input
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={described}
        aria-invalid={message ? true : undefined}
        className="input file:mr-3 file:border-0 file:bg-transparent file:font-semibold file:text-brand"
        id="screenshots"
        multiple
        name="screenshots"
        onChange={check}
        type="file"
      />
      <div aria-live="polite">
        <FieldError message={message} name="screenshots" />
      </div>
    </div>
  )
}

/** People neither see nor reach it; scripts fill in whatever they find. */
export function TrapField({ copy, error }: Omit<WhatProps, 'value'>) {
  return (
    <div aria-hidden={error ? undefined : true} className={error ? '' : 'trap'}>
      <label htmlFor="homepage">{copy.trap}</label>
      <input
        autoComplete="off"
        className="input"
        id="homepage"
        name="homepage"
        tabIndex={error ? 0 : -1}
      />
      <FieldError message={error} name="homepage" />
    </div>
  )
}
