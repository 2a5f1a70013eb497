import { z } from 'zod'

import { type CartLine, parseCart } from '../cart/cart'
import { type StoreLocale, toStoreLocale } from '../i18n/locales'
import { type CheckoutField, checkoutFields, type CheckoutState } from './state'

/** Message keys of `checkout` for what a customer may leave wrong. */
export type CheckoutFault =
  'invalidEmail' | 'missingEmail' | 'missingName' | 'missingPhone' | 'missingTerms' | 'notesTooLong'

/** A complete form, ready to place an order. */
export type CheckoutForm = {
  customer: { email: string; name: string; notes?: string; phone: string }
  expectedTotal: number
  idempotencyKey: string
  isFromCart: boolean
  lines: CartLine[]
  locale: StoreLocale
}

const amount = z.coerce.number().int().min(0).catch(0)
const key = z.uuid().catch('')

const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What the customer typed, to be shown again. */
export const readValues = (form: FormData): CheckoutState['values'] =>
  Object.fromEntries(checkoutFields.map((field) => [field, textOf(form, field)]))

/** What is missing or malformed, field by field; the shop's own rules run when the order is placed. */
export const findFaults = (
  values: CheckoutState['values'],
): Partial<Record<CheckoutField, CheckoutFault>> => ({
  ...(values.name ? {} : { name: 'missingName' }),
  ...(values.email ? {} : { email: 'missingEmail' }),
  ...(values.email && !looksLikeEmail(values.email) ? { email: 'invalidEmail' } : {}),
  ...(values.phone ? {} : { phone: 'missingPhone' }),
  ...((values.notes ?? '').length > 1000 ? { notes: 'notesTooLong' } : {}),
  ...(values.acceptedTerms ? {} : { acceptedTerms: 'missingTerms' }),
})

/**
 * Reads the hidden fields and the customer's data. The total counts as agreed when the customer ticked
 * the new one; otherwise it is the one he saw when the page was made.
 */
export const readCheckoutForm = (form: FormData): CheckoutForm => {
  const { email = '', name = '', notes, phone = '' } = readValues(form)
  const agreed = textOf(form, 'agreedTotal')
  return {
    customer: { email, name, phone, ...(notes ? { notes } : {}) },
    expectedTotal: amount.parse(agreed === '' ? textOf(form, 'expectedTotal') : agreed),
    idempotencyKey: key.parse(textOf(form, 'idempotencyKey')),
    isFromCart: textOf(form, 'source') === 'cart',
    lines: parseCart(textOf(form, 'lines')),
    locale: toStoreLocale(form.get('locale')),
  }
}
