import type { RefObject } from 'react'

import type { CheckoutState } from '../../checkout/state'
import type { CheckoutCopy } from './CheckoutForm'

type NewTotalProps = {
  box: RefObject<HTMLDivElement | null>
  copy: CheckoutCopy
  state: CheckoutState
}

/** A price changed meanwhile: the new total, and a box to agree to it. */
export function NewTotal({ box, copy, state }: NewTotalProps) {
  const { newTotal } = state
  if (!newTotal) {
    return null
  }
  const write = (template: string): string => template.replace('{total}', newTotal.text)
  return (
    <div className="notice" data-tone="warning" ref={box} role="alert" tabIndex={-1}>
      <p className="font-semibold">{write(copy.priceChanged)}</p>
      <label className="mt-3 flex items-start gap-3">
        <input
          className="mt-0.5 size-6 shrink-0 accent-brand"
          name="agreedTotal"
          required
          type="checkbox"
          value={newTotal.amount}
        />
        <span>{write(copy.agreeNewTotal)}</span>
      </label>
    </div>
  )
}
