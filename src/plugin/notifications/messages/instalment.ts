import type { Locale } from '../../kernel/errors'
import type { ArrearsParamsOf, InstalmentParams } from './arrearsParams'
import type { MessageContent } from './content'

import { daysIn, titleOf, writeContract } from './contract'
import { dayIn, IF_PAID } from './phrases'

const EARLIER = {
  en: 'You may pay several instalments at once, or all of them, on the page of your order.',
  id: 'Di halaman pesanan Anda dapat membayar beberapa cicilan sekaligus, atau melunasi semuanya.',
}

const DUE = { en: 'Due on', id: 'Jatuh tempo' }

/** 'Cicilan 4 dari 12'; without "dari" where a changed schedule has gone on counting. */
const partOf = ({ count, kind, seq }: InstalmentParams, locale: Locale): string => {
  if (kind === 'downPayment') {
    return locale === 'id' ? 'Uang muka' : 'Down payment'
  }
  const of = seq > count ? '' : ` ${locale === 'id' ? 'dari' : 'of'} ${count}`
  return `${locale === 'id' ? 'Cicilan' : 'Instalment'} ${seq}${of}`
}

const inDays = (days: number, locale: Locale): string => {
  if (days <= 1) {
    const [today, tomorrow] = locale === 'id' ? ['hari ini', 'besok'] : ['today', 'tomorrow']
    return (days === 1 ? tomorrow : today) ?? ''
  }
  return locale === 'id' ? `${days} hari lagi` : `in ${daysIn(days, locale)}`
}

const frame = {
  dayOf: ({ dueOn }: InstalmentParams) => dueOn,
  factsOf: (params: InstalmentParams, locale: Locale): MessageContent['facts'] => [
    { label: DUE[locale], value: dayIn(params.dueOn, locale) },
  ],
  isClaim: true,
  tone: 'brand',
} as const

/** To the customer: the bill of one instalment. */
export const instalmentIssued = writeContract<InstalmentParams>({
  ...frame,
  texts: {
    en: (params) => ({
      amount: [partOf(params, 'en'), params.amount],
      button: 'Pay this bill',
      heading: 'Your bill is here',
      intro: `Please pay this bill for “${titleOf(params)}” by ${dayIn(params.dueOn, 'en')}.`,
      notes: [EARLIER.en, IF_PAID.en],
      subject: `Bill, ${partOf(params, 'en').toLowerCase()}, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [partOf(params, 'id'), params.amount],
      button: 'Bayar tagihan',
      heading: 'Tagihan Anda sudah terbit',
      intro: `Mohon bayar tagihan “${titleOf(params)}” ini paling lambat ${dayIn(params.dueOn, 'id')}.`,
      notes: [EARLIER.id, IF_PAID.id],
      subject: `Tagihan ${partOf(params, 'id').toLowerCase()}, pesanan ${params.orderNumber}`,
    }),
  },
})

/** To the customer who wants it: a day is near. */
export const instalmentReminder = writeContract<ArrearsParamsOf['instalment.reminder']>({
  ...frame,
  texts: {
    en: (params) => ({
      amount: [partOf(params, 'en'), params.amount],
      button: 'Pay now',
      heading: `Due ${inDays(params.daysLeft, 'en')}`,
      intro: `A reminder for “${titleOf(params)}”: this instalment is due on ${dayIn(params.dueOn, 'en')}.`,
      notes: [EARLIER.en, IF_PAID.en],
      subject: `${partOf(params, 'en')} is due ${inDays(params.daysLeft, 'en')}, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [partOf(params, 'id'), params.amount],
      button: 'Bayar sekarang',
      heading: `Jatuh tempo ${inDays(params.daysLeft, 'id')}`,
      intro: `Sekadar mengingatkan untuk “${titleOf(params)}”: cicilan ini jatuh tempo pada ${dayIn(params.dueOn, 'id')}.`,
      notes: [EARLIER.id, IF_PAID.id],
      subject: `${partOf(params, 'id')} jatuh tempo ${inDays(params.daysLeft, 'id')}, pesanan ${params.orderNumber}`,
    }),
  },
})

/** To the customer who wants it: the day has come. */
export const instalmentDueToday = writeContract<InstalmentParams>({
  ...frame,
  texts: {
    en: (params) => ({
      amount: [partOf(params, 'en'), params.amount],
      button: 'Pay now',
      heading: 'Due today',
      intro: `Your instalment for “${titleOf(params)}” is due today, ${dayIn(params.dueOn, 'en')}. It is in time until 23:59 WIB.`,
      notes: [IF_PAID.en],
      subject: `${partOf(params, 'en')} is due today, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [partOf(params, 'id'), params.amount],
      button: 'Bayar sekarang',
      heading: 'Jatuh tempo hari ini',
      intro: `Cicilan Anda untuk “${titleOf(params)}” jatuh tempo hari ini, ${dayIn(params.dueOn, 'id')}. Pembayaran sampai pukul 23.59 WIB masih tepat waktu.`,
      notes: [IF_PAID.id],
      subject: `${partOf(params, 'id')} jatuh tempo hari ini, pesanan ${params.orderNumber}`,
    }),
  },
})
