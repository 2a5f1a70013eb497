import type { IncomingHttpHeaders } from 'node:http'

import type { Body } from '../transport/messages'
import type { Invoice, Simulator } from '../types'

/** A parsed call of one of Duitku's endpoints. */
export type ApiCall = {
  body: Body
  headers: IncomingHttpHeaders
  origin: string
  simulator: Simulator
}

/** What Duitku answers; without `json` the body is empty. */
export type ApiAnswer = { headers?: Record<string, string>; json?: unknown; status: number }

/** A refusal in words. */
export type Refusal = { message: string; status: number }

/** v2 errors are objects with a capital `Message`. */
export function v2Error({ message, status }: Refusal): ApiAnswer {
  return { json: { Message: message }, status }
}

/** POP's error shape is not documented; four have been seen or guessed. */
export function popError({
  refusal,
  simulator,
}: {
  refusal: Refusal
  simulator: Simulator
}): ApiAnswer {
  const { message, status } = refusal
  const shapes = {
    empty: undefined,
    message: { Message: message },
    object: { statusCode: String(status), statusMessage: message },
    string: message,
  }
  return { json: shapes[simulator.config.popErrorShape], status }
}

/** Where the customer pays. */
export function paymentUrlOf({ invoice, origin }: { invoice: Invoice; origin: string }): string {
  const page = invoice.product === 'pop' ? 'redirect_checkout' : 'payment'
  return `${origin}/${page}?reference=${invoice.reference}`
}
