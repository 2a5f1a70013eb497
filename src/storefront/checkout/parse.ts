import { z } from 'zod'

import { type CartLine, parseCart } from '../cart/cart'
import { type StoreLocale, toStoreLocale } from '../i18n/locales'
import { isPlanKey } from '../plan/address'
import { type CheckoutField, checkoutFields, type CheckoutState } from './state'

/** Message keys of `checkout` for what a customer may leave wrong. */
export type CheckoutFault =
  | 'emailTooLong'
  | 'invalidEmail'
  | 'missingEmail'
  | 'missingName'
  | 'missingPhone'
  | 'missingTerms'
  | 'notesTooLong'

/** A complete form, ready to place an order. */
export type CheckoutForm = {
  /** The whole cart as it was when the page was made, to notice changes in another window. */
  cart: string
  customer: { email: string; name: string; notes?: string; phone: string }
  expectedTotal: number
  /** Whether the customer ticked the new total. */
  hasAgreed: boolean
  idempotencyKey: string
  isFromCart: boolean
  lines: CartLine[]
  locale: StoreLocale
  /** Name of the plan by which the one line is paid; none when it is paid at once. */
  plan?: string
}

/** Longest e-mail address that the gateway takes. */
const maxEmail = 50
const maxNotes = 1000

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
  ...((values.email ?? '').length > maxEmail ? { email: 'emailTooLong' } : {}),
  ...(values.phone ? {} : { phone: 'missingPhone' }),
  ...((values.notes ?? '').length > maxNotes ? { notes: 'notesTooLong' } : {}),
  ...(values.acceptedTerms ? {} : { acceptedTerms: 'missingTerms' }),
})

/**
 * Reads the hidden fields and the customer's data. The total counts as agreed when the customer ticked
 * the new one; otherwise it is the one he saw when the page was made.
 */
export const readCheckoutForm = (form: FormData): CheckoutForm => {
  const { email = '', name = '', notes, phone = '' } = readValues(form)
  const agreed = textOf(form, 'agreedTotal')
  const plan = textOf(form, 'plan')
  return {
    cart: textOf(form, 'cart'),
    customer: { email, name, phone, ...(notes ? { notes } : {}) },
    expectedTotal: amount.parse(agreed === '' ? textOf(form, 'expectedTotal') : agreed),
    hasAgreed: agreed !== '',
    idempotencyKey: key.parse(textOf(form, 'idempotencyKey')),
    isFromCart: textOf(form, 'source') === 'cart',
    lines: parseCart(textOf(form, 'lines')),
    locale: toStoreLocale(form.get('locale')),
    ...(isPlanKey(plan) ? { plan } : {}),
  }
}
