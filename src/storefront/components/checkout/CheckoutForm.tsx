'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'

import { submitCheckout } from '../../checkout/actions'
import {
  type CheckoutField,
  type CheckoutState,
  emptyCheckout,
  type KnownCustomer,
} from '../../checkout/state'
import { CustomerFields } from './CustomerFields'
import { ErrorSummary } from './ErrorSummary'
import type { FieldCopy } from './Field'
import { NewTotal } from './NewTotal'

/** Texts of the form, translated on the server. */
export type CheckoutCopy = {
  agreeNewTotal: string
  dataTitle: string
  errorTitle: string
  fields: Record<Exclude<CheckoutField, 'acceptedTerms'>, FieldCopy>
  priceChanged: string
  redirectHint: string
  required: string
  submit: string
  submitting: string
}

type CheckoutFormProps = {
  copy: CheckoutCopy
  head: ReactNode
  hidden: {
    cart: string
    idempotencyKey: string
    lines: string
    locale: string
    plan: string
    source: string
  }
  known: KnownCustomer
  /** Shown instead of the form to whoever arrives with nothing to order. */
  nothing: ReactNode | undefined
  /** Where the page lives; a post without JavaScript comes back here. */
  permalink: string
  /** All that is agreed to with a plan; nothing when it is paid at once. */
  plan: ReactNode
  summary: ReactNode
  terms: ReactNode
  total: number
}

function HiddenFields({
  hidden,
  state,
  total,
}: Pick<CheckoutFormProps, 'hidden' | 'total'> & { state: CheckoutState }) {
  const fields = {
    ...hidden,
    expectedTotal: String(state.expectedTotal ?? total),
    idempotencyKey: state.idempotencyKey ?? hidden.idempotencyKey,
  }
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} name={name} readOnly type="hidden" value={value} />
  ))
}

function Terms({ children, state }: { children: ReactNode; state: CheckoutState }) {
  const error = state.errors.acceptedTerms
  return (
    <div className="mt-6">
      <label className="flex items-start gap-3">
        <input
          aria-describedby={error ? 'acceptedTerms-error' : undefined}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-6 shrink-0 accent-brand"
          defaultChecked={state.values.acceptedTerms === 'on'}
          id="acceptedTerms"
          name="acceptedTerms"
          required
          type="checkbox"
        />
        <span>{children}</span>
      </label>
      {error ? (
        <p className="mt-1.5 font-semibold text-danger" id="acceptedTerms-error">
          {error}
        </p>
      ) : null}
    </div>
  )
}

function SubmitButton({ copy, isPending }: { copy: CheckoutCopy; isPending: boolean }) {
  return (
    <>
      <button aria-disabled={isPending} className="btn btn-primary text-lg" type="submit">
        {isPending ? copy.submitting : copy.submit}
      </button>
      <p className="text-sm text-muted">{copy.redirectHint}</p>
    </>
  )
}

/**
 * Data, agreement, summary, one button. A plain form: everything works without JavaScript. The
 * browser's own checks are off: their words are not the page's, and each of ours says what to do.
 */
export function CheckoutForm(props: CheckoutFormProps) {
  const { copy, head, hidden, known, nothing, permalink, plan, summary, terms, total } = props
  const [state, action, isPending] = useActionState(submitCheckout, emptyCheckout, permalink)
  const problems = useRef<HTMLDivElement>(null)
  useEffect(() => problems.current?.focus(), [state])
  const isUntouched = Object.keys(state.values).length === 0
  if (nothing && isUntouched) {
    return nothing
  }
  const hasSummary = Object.keys(state.errors).length > 0 || state.general !== undefined
  return (
    <>
      {head}
      <form
        action={action}
        className="grid gap-10 lg:grid-cols-[1fr_24rem] lg:items-start"
        noValidate
      >
        <HiddenFields hidden={hidden} state={state} total={total} />
        <div>
          <ErrorSummary box={problems} state={state} title={copy.errorTitle} />
          <CustomerFields
            copy={copy}
            key={JSON.stringify(state.values)}
            known={known}
            state={state}
          />
          {plan}
          <Terms key={state.values.acceptedTerms} state={state}>
            {terms}
          </Terms>
        </div>
        <div className="grid gap-6 lg:sticky lg:top-6">
          {summary}
          <NewTotal box={hasSummary ? undefined : problems} copy={copy} state={state} />
          {nothing ? null : <SubmitButton copy={copy} isPending={isPending} />}
        </div>
      </form>
    </>
  )
}
