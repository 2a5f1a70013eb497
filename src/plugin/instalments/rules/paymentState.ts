import type { OpenInstalment } from './allocation'

/** What all instalments of an order say together. */
export type PaymentState = 'paid' | 'partly_paid' | 'refunded' | 'unpaid'

/** What one instalment says to the payment state; `refunded` is the part of `paid` that went back. */
export type CountedInstalment = Pick<OpenInstalment, 'amount' | 'paid' | 'state'> & {
  refunded?: number
}

const kept = ({ paid, refunded = 0 }: CountedInstalment): number => paid - refunded

/** States in which a debt never was, or stands anew in a later revision. */
const UNCOUNTED = new Set(['replaced', 'void'])

/**
 * The payment state follows from the instalments; nobody sets it. A waived instalment owes nothing
 * any more, a void one never did, a replaced one stands anew in a later revision.
 */
export const resolvePaymentState = (instalments: readonly CountedInstalment[]): PaymentState => {
  const counted = instalments.filter(({ state }) => !UNCOUNTED.has(state))
  const money = counted.reduce((sum, instalment) => sum + kept(instalment), 0)
  if (money <= 0 && instalments.some(({ refunded = 0 }) => refunded > 0)) {
    return 'refunded'
  }
  const isSettled = (instalment: CountedInstalment): boolean =>
    instalment.state === 'waived' || kept(instalment) >= instalment.amount
  if (counted.length > 0 && counted.every(isSettled)) {
    return 'paid'
  }
  return money > 0 ? 'partly_paid' : 'unpaid'
}
