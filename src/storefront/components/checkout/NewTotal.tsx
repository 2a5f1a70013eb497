import type { RefObject } from 'react'

import type { CheckoutState } from '../../checkout/state'
import type { CheckoutCopy } from './CheckoutForm'

type NewTotalProps = {
  box: RefObject<HTMLDivElement | null> | undefined
  copy: CheckoutCopy
  state: CheckoutState
}

/** A price changed meanwhile: the new total, and a box to agree to it. */
export function NewTotal({ box, copy, state }: NewTotalProps) {
  const { newTotal } = state
  if (!newTotal) {
    return null
  }
  const { amount, error, isAgreed = false, old, text } = newTotal
  const write = (template: string): string =>
    template.replace('{old}', old).replace('{total}', text)
  return (
    <div className="notice" data-tone="warning" ref={box} role="alert" tabIndex={-1}>
      <p className="font-semibold">{write(copy.priceChanged)}</p>
      <label className="mt-3 flex items-start gap-3">
        <input
          aria-describedby={error ? 'agreedTotal-error' : undefined}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-6 shrink-0 accent-brand"
          defaultChecked={isAgreed}
          name="agreedTotal"
          required
          type="checkbox"
          value={amount}
        />
        <span>{write(copy.agreeNewTotal)}</span>
      </label>
      {error ? (
        <p className="mt-1.5 font-semibold text-danger" id="agreedTotal-error">
          {error}
        </p>
      ) : null}
    </div>
  )
}
