'use client'

import { useActionState, useEffect, useRef } from 'react'

import { sendScope } from '../../scope/actions'
import type { ScopeField, ScopeState } from '../../scope/state'
import { ErrorSummary } from '../checkout/ErrorSummary'
import { Field, type FieldCopy } from '../checkout/Field'
import { AuthorisedField, CapacityField } from './SignatureFields'

type TextField = Exclude<ScopeField, 'authorised' | 'signerCapacity'>

/** Texts of the form, translated on the server. */
export type ScopeCopy = Record<TextField, FieldCopy> & {
  authorised: string
  capacities: [value: string, label: string][]
  errorTitle: string
  limitsTitle: string
  sending: string
  signatureTitle: string
  signerCapacity: string
  siteTitle: string
  submit: string
  wording: string
}

type ScopeFormProps = {
  copy: ScopeCopy
  hidden: Record<string, string>
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
  values: ScopeState['values']
}

type PartProps = { copy: ScopeCopy; state: ScopeState }

type TextProps = PartProps & { isLong?: boolean; isRequired?: boolean; name: TextField }

function Text({ copy, isLong = false, isRequired = false, name, state }: TextProps) {
  return (
    <Field
      copy={copy[name]}
      error={state.errors[name]}
      isLong={isLong}
      isRequired={isRequired}
      name={name}
      value={state.values[name]}
    />
  )
}

function Site(props: PartProps) {
  return (
    <fieldset className="card grid gap-5 p-5 sm:p-6">
      <legend className="sr-only">{props.copy.siteTitle}</legend>
      <h2 aria-hidden="true" className="text-xl">
        {props.copy.siteTitle}
      </h2>
      <Text {...props} isRequired name="domain" />
      <Text {...props} isLong name="hosts" />
      <Text {...props} isLong name="technology" />
      <Text {...props} isLong name="testAccount" />
    </fieldset>
  )
}

function Limits(props: PartProps) {
  return (
    <fieldset className="card grid gap-5 p-5 sm:p-6">
      <legend className="sr-only">{props.copy.limitsTitle}</legend>
      <h2 aria-hidden="true" className="text-xl">
        {props.copy.limitsTitle}
      </h2>
      <Text {...props} isLong isRequired name="allowedTimes" />
      <Text {...props} isLong name="outOfScope" />
      <Text {...props} isLong isRequired name="emergencyContact" />
    </fieldset>
  )
}

function Signature(props: PartProps) {
  const { copy, state } = props
  const { errors, values } = state
  return (
    <fieldset className="card grid gap-5 p-5 sm:p-6">
      <legend className="sr-only">{copy.signatureTitle}</legend>
      <h2 aria-hidden="true" className="text-xl">
        {copy.signatureTitle}
      </h2>
      <Text {...props} isRequired name="signerName" />
      <Text {...props} isRequired name="signerPosition" />
      <CapacityField
        choices={copy.capacities}
        error={errors.signerCapacity}
        label={copy.signerCapacity}
        value={values.signerCapacity}
      />
      <AuthorisedField
        error={errors.authorised}
        isTicked={Boolean(values.authorised)}
        label={copy.authorised}
        wording={copy.wording}
      />
    </fieldset>
  )
}

/**
 * Writes and authorises a scope. Plain HTML underneath: everything works without JavaScript. The
 * browser's own checks are off, because their words are not the page's.
 */
export function ScopeForm({ copy, hidden, permalink, values }: ScopeFormProps) {
  const [state, submit, isPending] = useActionState(sendScope, { errors: {}, values }, permalink)
  const problems = useRef<HTMLDivElement>(null)
  useEffect(() => problems.current?.focus(), [state])
  return (
    <form action={submit} className="grid gap-6" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <ErrorSummary box={problems} state={state} title={copy.errorTitle} />
      <div className="grid gap-6" key={JSON.stringify(state.values)}>
        <Site copy={copy} state={state} />
        <Limits copy={copy} state={state} />
        <Signature copy={copy} state={state} />
      </div>
      <div>
        <button aria-disabled={isPending} className="btn btn-primary text-lg" type="submit">
          {isPending ? copy.sending : copy.submit}
        </button>
      </div>
    </form>
  )
}
