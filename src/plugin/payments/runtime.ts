import type { PaymentOwner } from './owner'
import type { Gateway } from './port'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the payments feature. */
export type PaymentsRuntime = {
  /** Absolute URL to which the gateway posts callbacks. */
  callbackUrl: string
  /** Minutes that a new invoice can be paid. */
  expiryMinutes: number
  gateway: Gateway
  owner: PaymentOwner
  /** Absolute URL to which the gateway sends the customer back; `{token}` is the order's token. */
  returnUrl: string
  /** How many open attempts the daily sweep asks about; Duitku blocks who asks too often. */
  sweepBudget: number
}

export const paymentsRuntime = defineRuntime<PaymentsRuntime>('payments')
