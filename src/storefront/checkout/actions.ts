'use server'

import { getTranslations } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

import { writeCart } from '../cart/cookie'
import { localPath } from '../i18n/locales'
import { openPaymentPage, orderNow, type PublicOrder } from '../shop'
import { type CheckoutForm, findFaults, readCheckoutForm, readValues } from './parse'
import { explainRefusal, type Refusal } from './refusal'
import type { CheckoutField, CheckoutState } from './state'

type Placed = { order: PublicOrder } | { refusal: Refusal }

const explainFaults = async (
  form: CheckoutForm,
  values: CheckoutState['values'],
): Promise<CheckoutState['errors']> => {
  const t = await getTranslations({ locale: form.locale, namespace: 'checkout' })
  const faults = Object.entries(findFaults(values))
  return Object.fromEntries(faults.map(([field, fault]) => [field as CheckoutField, t(fault)]))
}

const place = async (form: CheckoutForm): Promise<Placed> => {
  try {
    const order = await orderNow({
      input: {
        acceptedTerms: true,
        customer: form.customer,
        expectedTotal: form.expectedTotal,
        items: form.lines,
      },
      locale: form.locale,
      ...(form.idempotencyKey ? { idempotencyKey: form.idempotencyKey } : {}),
    })
    return { order }
  } catch (error) {
    const t = await getTranslations({ locale: form.locale, namespace: 'checkout' })
    return { refusal: explainRefusal({ error, failed: t('failed'), locale: form.locale }) }
  }
}

/** The gateway's page, or the order's own page with a notice when the gateway does not answer. */
const nextPage = async (form: CheckoutForm, token: string): Promise<string> => {
  try {
    return await openPaymentPage(token)
  } catch {
    return localPath({ locale: form.locale, path: `/pesanan/${token}?kabar=gateway` })
  }
}

/**
 * Places the order and sends the customer to the gateway. Without JavaScript it is a plain form post;
 * a refusal draws the same page again with the messages and everything he typed.
 */
export const submitCheckout = async (
  _previous: CheckoutState,
  data: FormData,
): Promise<CheckoutState> => {
  const form = readCheckoutForm(data)
  const values = readValues(data)
  const errors = await explainFaults(form, values)
  if (Object.keys(errors).length > 0) {
    return { errors, expectedTotal: form.expectedTotal, values }
  }
  const placed = await place(form)
  if ('refusal' in placed) {
    refresh()
    return { ...placed.refusal, expectedTotal: form.expectedTotal, values }
  }
  if (form.isFromCart) {
    await writeCart([])
  }
  redirect(await nextPage(form, placed.order.token))
}
