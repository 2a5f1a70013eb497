import { getTranslations } from 'next-intl/server'

import { formatDay, type WibDay } from '@/plugin/kernel/time'

import type { Checkout } from '../../checkout/findCheckout'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { CheckoutCopy } from './CheckoutForm'

type CopyArgs = { checkout: Checkout; locale: StoreLocale; today: WibDay }

/** What the button does, and what comes after it: a plan may ask for nothing today. */
const buildButton = async (
  args: CopyArgs,
): Promise<Pick<CheckoutCopy, 'redirectHint' | 'submit'>> => {
  const { checkout, locale, today } = args
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const first = checkout.direct?.chosen?.schedule.rows[0]
  if (!first) {
    const total = money({ amount: checkout.cart.total, locale })
    return { redirectHint: t('redirectHint'), submit: t('submit', { total }) }
  }
  const plan = await getTranslations({ locale, namespace: 'plan' })
  return first.dueOn <= today
    ? {
        redirectHint: t('redirectHint'),
        submit: plan('submitToday', { amount: money({ amount: first.amount, locale }) }),
      }
    : {
        redirectHint: plan('hintLater', { day: formatDay(first.dueOn, locale) }),
        submit: plan('submitLater'),
      }
}

/** The texts of the checkout form, for what is about to be ordered. */
export const buildCheckoutCopy = async (args: CopyArgs): Promise<CheckoutCopy> => {
  const t = await getTranslations({ locale: args.locale, namespace: 'checkout' })
  return {
    agreeNewTotal: String(t.raw('agreeNewTotal')),
    dataTitle: t('dataTitle'),
    errorTitle: t('errorTitle'),
    fields: {
      email: { hint: t('emailHint'), label: t('email') },
      name: { hint: t('nameHint'), label: t('name') },
      notes: { hint: t('notesHint'), label: t('notes') },
      phone: { hint: t('phoneHint'), label: t('phone') },
    },
    priceChanged: String(t.raw('priceChanged')),
    required: t('required'),
    submitting: t('submitting'),
    ...(await buildButton(args)),
  }
}
