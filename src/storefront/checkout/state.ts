/** The fields a customer fills in. */
export const checkoutFields = ['name', 'email', 'phone', 'notes', 'acceptedTerms'] as const

/** One field of the checkout form. */
export type CheckoutField = (typeof checkoutFields)[number]

/** What the form shows after a refused attempt; sent to the browser, so plain data only. */
export type CheckoutState = {
  errors: Partial<Record<CheckoutField, string>>
  /** The total the customer has seen; absent when the one on the page made anew counts. */
  expectedTotal?: number
  /** A message that belongs to no field. */
  general?: string
  /** Kept after a fault of ours, so that sending again cannot order twice. */
  idempotencyKey?: string
  /** The total to agree to, after a price has changed. */
  newTotal?: { amount: number; error?: string; isAgreed?: boolean; old: string; text: string }
  values: Partial<Record<CheckoutField, string>>
}

/** A form nobody has sent yet. */
export const emptyCheckout: CheckoutState = { errors: {}, values: {} }

/** What is known of whoever is logged in, so that nothing is asked twice. */
export type KnownCustomer = Partial<Record<'email' | 'name' | 'phone', string>>
