import { type DomainError, isDomainError } from '@/plugin/kernel/errors'
import { formatRupiah } from '@/plugin/kernel/money'

import type { StoreLocale } from '../i18n/locales'
import type { CheckoutForm } from './parse'
import type { CheckoutField, CheckoutState } from './state'

/** Where a refusal of the shop is shown, and what the next attempt sends along. */
export type Refusal = Omit<CheckoutState, 'values'>

/** Sentences of the checkout for what the shop's own catalogue cannot say as well. */
export type RefusalTexts = {
  failed: string
  gone: string
  mustAgree: string
  sentBefore: string
}

const fieldOfCode: Partial<Record<DomainError['code'], CheckoutField>> = {
  'customer.invalidEmail': 'email',
  'customer.invalidName': 'name',
  'customer.invalidPhone': 'phone',
  'order.termsNotAccepted': 'acceptedTerms',
}

type RefusalParts = {
  form: Pick<CheckoutForm, 'expectedTotal' | 'hasAgreed' | 'idempotencyKey'>
  locale: StoreLocale
  texts: RefusalTexts
  /** Whether the customer was asked to agree to a new total before. */
  wasAsked: boolean
}

const askForNewTotal = (parts: RefusalParts & { total: number }): Refusal => {
  const { form, locale, texts, total, wasAsked } = parts
  const error = wasAsked && !form.hasAgreed ? { error: texts.mustAgree } : {}
  const old = formatRupiah(form.expectedTotal, locale)
  return {
    errors: {},
    expectedTotal: form.expectedTotal,
    newTotal: { amount: total, old, text: formatRupiah(total, locale), ...error },
  }
}

/** A fault of ours: the same key goes along with the next attempt, in case the order was stored. */
const admitFault = ({ form, texts }: RefusalParts): Refusal => ({
  errors: {},
  expectedTotal: form.expectedTotal,
  general: texts.failed,
  ...(form.idempotencyKey ? { idempotencyKey: form.idempotencyKey } : {}),
})

const refuse = ({ error, ...parts }: RefusalParts & { error: DomainError }): Refusal => {
  const { form, locale, texts } = parts
  const message = error.messageFor(locale)
  const field = fieldOfCode[error.code]
  const { total } = error.details
  if (error.code === 'order.priceChanged' && typeof total === 'number') {
    return askForNewTotal({ ...parts, total })
  }
  if (error.code === 'order.productUnavailable') {
    return { errors: {}, general: texts.gone }
  }
  if (error.code === 'order.idempotencyMismatch') {
    return { errors: {}, general: texts.sentBefore }
  }
  return {
    errors: field ? { [field]: message } : {},
    expectedTotal: form.expectedTotal,
    ...(field ? {} : { general: message }),
  }
}

/** Turns an expected refusal into messages beside the right fields; anything else is our fault. */
export const explainRefusal = ({ error, ...parts }: RefusalParts & { error: unknown }): Refusal =>
  isDomainError(error) ? refuse({ ...parts, error }) : admitFault(parts)
