'use server'

import { getTranslations } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

import { findVisitor } from '../account/visitor'
import { formatCart } from '../cart/cart'
import { forgetOrderedCart, readCart, wasOrdered } from '../cart/cookie'
import { localPath } from '../i18n/locales'
import { noticeOf } from '../order/notice'
import { clock, wibDayOf } from '@/plugin/kernel/time'

import { openPaymentPage, orderNow, type PublicOrder, reportFault } from '../shop'
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

/** What became of the cart in another window since this page was made; nothing for a direct purchase. */
const explainCart = async (form: CheckoutForm): Promise<Refusal | undefined> => {
  const cart = await readCart()
  if (!form.isFromCart || formatCart(cart) === form.cart) {
    return undefined
  }
  if (await wasOrdered(form.idempotencyKey)) {
    return undefined
  }
  const t = await getTranslations({ locale: form.locale, namespace: 'checkout' })
  return { errors: {}, general: t(cart.length === 0 ? 'cartEmptied' : 'cartChanged') }
}

const place = async (form: CheckoutForm, wasAsked: boolean): Promise<Placed> => {
  const { customer, expectedTotal, idempotencyKey, lines, locale, plan } = form
  const items = lines.map((line) => (plan === undefined ? line : { ...line, plan }))
  try {
    const visitor = await findVisitor()
    const order = await orderNow({
      input: { acceptedTerms: true, customer, expectedTotal, items },
      locale,
      ...(visitor ? { customerId: visitor.id } : {}),
      ...(idempotencyKey ? { idempotencyKey } : {}),
    })
    return { order }
  } catch (error) {
    await reportFault(error)
    const t = await getTranslations({ locale, namespace: 'checkout' })
    const texts = {
      failed: t('failed'),
      gone: t('gone'),
      mustAgree: t('mustAgree'),
      sentBefore: t('sentBefore'),
    }
    return { refusal: explainRefusal({ error, form, locale, texts, wasAsked }) }
  }
}

/** Whether something of the order is to be paid today; a plan may begin later. */
const isDueToday = ({ instalments }: PublicOrder): boolean => {
  const today = wibDayOf(clock.now())
  return instalments.some(({ dueOn }) => dueOn <= today)
}

/**
 * The gateway's page; the order's own page when nothing is due yet, and with a notice when the gateway
 * does not answer.
 */
const nextPage = async (form: CheckoutForm, order: PublicOrder): Promise<string> => {
  const { token } = order
  if (!isDueToday(order)) {
    return localPath({ locale: form.locale, path: `/pesanan/${token}` })
  }
  try {
    return await openPaymentPage(token)
  } catch (error) {
    await reportFault(error)
    const path = `/pesanan/${token}?kabar=${noticeOf(error)}`
    return localPath({ locale: form.locale, path })
  }
}

/** A fault in another field takes back nothing that was said about the total. */
const keepAgreement = (args: {
  form: CheckoutForm
  previous: CheckoutState
}): Partial<CheckoutState> => {
  const { form, previous } = args
  const { expectedTotal = form.expectedTotal, idempotencyKey, newTotal } = previous
  return {
    expectedTotal,
    ...(idempotencyKey ? { idempotencyKey } : {}),
    ...(newTotal ? { newTotal: { ...newTotal, isAgreed: form.hasAgreed } } : {}),
  }
}

/**
 * Places the order and sends the customer to the gateway. Without JavaScript it is a plain form post;
 * a refusal draws the same page again with the messages and everything he typed.
 */
export const submitCheckout = async (
  previous: CheckoutState,
  data: FormData,
): Promise<CheckoutState> => {
  const form = readCheckoutForm(data)
  const values = readValues(data)
  const errors = await explainFaults(form, values)
  if (Object.keys(errors).length > 0) {
    return { ...keepAgreement({ form, previous }), errors, values }
  }
  const cartRefusal = await explainCart(form)
  const placed = cartRefusal
    ? { refusal: cartRefusal }
    : await place(form, previous.newTotal !== undefined)
  if ('refusal' in placed) {
    refresh()
    return { ...placed.refusal, values }
  }
  if (form.isFromCart) {
    await forgetOrderedCart(form.idempotencyKey)
  }
  redirect(await nextPage(form, placed.order))
}
