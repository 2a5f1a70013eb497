import { type DomainError, isDomainError } from '@/plugin/kernel/errors'
import { formatRupiah } from '@/plugin/kernel/money'

import type { StoreLocale } from '../i18n/locales'
import type { CheckoutField, CheckoutState } from './state'

/** Where a refusal of the shop is shown. */
export type Refusal = Pick<CheckoutState, 'errors' | 'general' | 'newTotal'>

const fieldOfCode: Partial<Record<DomainError['code'], CheckoutField>> = {
  'customer.invalidEmail': 'email',
  'customer.invalidName': 'name',
  'customer.invalidPhone': 'phone',
  'order.termsNotAccepted': 'acceptedTerms',
}

const newTotalOf = (error: DomainError): number | undefined =>
  error.code === 'order.priceChanged' && typeof error.details.total === 'number'
    ? error.details.total
    : undefined

/** Turns an expected refusal into messages beside the right fields; anything else is not ours to explain. */
export const explainRefusal = (args: {
  error: unknown
  failed: string
  locale: StoreLocale
}): Refusal => {
  const { error, failed, locale } = args
  if (!isDomainError(error)) {
    return { errors: {}, general: failed }
  }
  const newTotal = newTotalOf(error)
  if (newTotal !== undefined) {
    const text = formatRupiah(newTotal, locale)
    return { errors: {}, newTotal: { amount: newTotal, text } }
  }
  const field = fieldOfCode[error.code]
  const message = error.messageFor(locale)
  return field ? { errors: { [field]: message } } : { errors: {}, general: message }
}
