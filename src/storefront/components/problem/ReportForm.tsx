'use client'

import { useActionState, useEffect, useRef } from 'react'

import { sendReport } from '../../problem/actions'
import { emptyReport, type KnownReporter, type ReportState } from '../../problem/state'
import { ErrorSummary } from '../checkout/ErrorSummary'
import { Field, type FieldCopy } from '../checkout/Field'
import { ContactField, PicturesField, TrapField, WhatField } from './ReportFields'

/** Texts of the form, translated on the server. */
export type ReportCopy = {
  choose: string
  contact: string
  email: FieldCopy
  errorTitle: string
  kinds: [value: string, label: string][]
  name: FieldCopy
  order: FieldCopy
  phone: FieldCopy
  pictures: string
  picturesHint: string
  required: string
  sending: string
  submit: string
  text: FieldCopy
  tooLarge: string
  tooMany: string
  trap: string
  ways: [value: string, label: string][]
  what: string
}

type ReportFormProps = {
  copy: ReportCopy
  /** Among them `key`, made anew with the page, so that a double press is one report. */
  hidden: Record<string, string>
  known: KnownReporter
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
}

type PartProps = Pick<ReportFormProps, 'copy' | 'known'> & { state: ReportState }

function Person({ copy, known, state: { errors, values: typed } }: PartProps) {
  const values = { ...known, ...typed }
  return (
    <>
      <Field
        autoComplete="name"
        copy={copy.name}
        error={errors.name}
        name="name"
        value={values.name}
      />
      <Field
        autoComplete="email"
        copy={copy.email}
        error={errors.email}
        inputMode="email"
        name="email"
        type="email"
        value={values.email}
      />
      <ContactField copy={copy} error={errors.contact} value={values.contact} />
      <Field
        autoComplete="tel"
        copy={copy.phone}
        error={errors.phone}
        inputMode="tel"
        isRequired={false}
        name="phone"
        type="tel"
        value={values.phone}
      />
    </>
  )
}

function Fields({ copy, known, needsOrder, state }: PartProps & { needsOrder: boolean }) {
  const { errors, values } = state
  return (
    <div className="grid gap-5" key={JSON.stringify(values)}>
      <p className="text-muted">{copy.required}</p>
      <WhatField copy={copy} error={errors.what} value={values.what} />
      <Field copy={copy.text} error={errors.text} isLong name="text" value={values.text} />
      <PicturesField copy={copy} error={errors.screenshots} />
      {needsOrder ? (
        <Field
          copy={copy.order}
          error={errors.order}
          isRequired={false}
          name="order"
          value={values.order}
        />
      ) : null}
      <Person copy={copy} known={known} state={state} />
      <TrapField copy={copy} error={errors.homepage} />
    </div>
  )
}

/**
 * Reports a problem. Plain HTML underneath: everything works without JavaScript. The browser's own checks
 * are off, because their words are not the page's.
 */
export function ReportForm({ copy, hidden, known, permalink }: ReportFormProps) {
  const [state, submit, isPending] = useActionState(sendReport, emptyReport, permalink)
  const problems = useRef<HTMLDivElement>(null)
  useEffect(() => problems.current?.focus(), [state])
  return (
    <form action={submit} className="grid gap-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <ErrorSummary box={problems} state={state} title={copy.errorTitle} />
      <Fields copy={copy} known={known} needsOrder={!hidden.orderToken} state={state} />
      <div>
        <button aria-disabled={isPending} className="btn btn-primary" type="submit">
          {isPending ? copy.sending : copy.submit}
        </button>
      </div>
    </form>
  )
}
