import type { Locale } from '../../kernel/errors'
import type { ArrearsParams, ArrearsParamsOf } from './arrearsParams'

import { daysIn, describeArrears, titleOf, writeContract } from './contract'
import { TO_BECOME_CURRENT } from './instalmentLate'
import { dayIn, IF_PAID } from './phrases'

const NOTHING_YET = {
  en: 'Opening the link changes nothing: your choice counts once you confirm it there.',
  id: 'Membuka tautan tidak mengubah apa pun: pilihan berlaku setelah Anda mengonfirmasinya di sana.',
}

const BACK_SOON = {
  en: 'A payment always comes first: once it arrives, no suspension for this remains.',
  id: 'Pembayaran selalu didahulukan: begitu masuk, penangguhan karena tunggakan ini berakhir.',
}

const before = ({ suspendOn }: ArrearsParams, locale: Locale): string =>
  suspendOn ? `${locale === 'id' ? ' sebelum' : ' before'} ${dayIn(suspendOn, locale)}` : ''

const frame = {
  factsOf: describeArrears,
  isClaim: true,
  urlOf: ({ choiceUrl }: ArrearsParams) => choiceUrl,
} as const

/** To the customer: pay, or have the service suspended; the choice is his. */
export const overdueChoice = writeContract<ArrearsParams>({
  ...frame,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Choose',
      heading: 'Please choose: pay or suspend',
      intro: `A payment for “${titleOf(params)}” is late by ${daysIn(params.daysLate, 'en')}. Please choose${before(params, 'en')}: “Pay”, and the service stays on, or “Suspend”, and we switch it off for the time being.`,
      notes: [NOTHING_YET.en, BACK_SOON.en, IF_PAID.en],
      subject: `Please choose: pay or suspend, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Buka pilihan',
      heading: 'Mohon pilih: bayar atau tangguhkan',
      intro: `Pembayaran “${titleOf(params)}” terlambat ${daysIn(params.daysLate, 'id')}. Mohon pilih${before(params, 'id')}: “Bayar”, dan layanan tetap menyala, atau “Tangguhkan”, dan layanan kami matikan untuk sementara.`,
      notes: [NOTHING_YET.id, BACK_SOON.id, IF_PAID.id],
      subject: `Mohon pilih: bayar atau tangguhkan, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'warning',
})

/** To the customer: the last day on which he can still pay or choose with the service on. */
export const overdueWarning = writeContract<ArrearsParams>({
  ...frame,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay or choose',
      heading: 'Last notice before a suspension',
      intro: `The payment for “${titleOf(params)}” is still missing. There is time to pay or to choose${before(params, 'en')}.`,
      notes: [BACK_SOON.en, NOTHING_YET.en, IF_PAID.en],
      subject: `Last notice before a suspension, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar atau pilih',
      heading: 'Pemberitahuan terakhir sebelum penangguhan',
      intro: `Pembayaran “${titleOf(params)}” belum kami terima. Masih ada waktu untuk membayar atau memilih${before(params, 'id')}.`,
      notes: [BACK_SOON.id, NOTHING_YET.id, IF_PAID.id],
      subject: `Pemberitahuan terakhir sebelum penangguhan, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'danger',
})

/** To the customer, sent by an admin's hand, with his own words. */
export const overdueNotice = writeContract<ArrearsParamsOf['overdue.notice']>({
  ...frame,
  dayOf: ({ since }) => since,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay or choose',
      heading: 'About your late payment',
      intro: `Since ${dayIn(params.since, 'en')} a payment for “${titleOf(params)}” is missing. On the page of this link you can pay, or choose what becomes of the service.`,
      notes: [NOTHING_YET.en, IF_PAID.en],
      subject: `About your late payment, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar atau pilih',
      heading: 'Tentang pembayaran Anda yang terlambat',
      intro: `Sejak ${dayIn(params.since, 'id')} ada pembayaran “${titleOf(params)}” yang belum kami terima. Lewat tautan ini Anda dapat membayar, atau memilih kelanjutan layanan.`,
      notes: [NOTHING_YET.id, IF_PAID.id],
      subject: `Pembayaran terlambat, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'warning',
  wordsOf: ({ text }) => text,
})
