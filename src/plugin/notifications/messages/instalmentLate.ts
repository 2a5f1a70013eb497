import type { ArrearsParams } from './arrearsParams'

import { daysIn, describeArrears, titleOf, writeContract } from './contract'
import { dayIn, IF_PAID } from './phrases'

/** What is to be paid to become current: overdue instalments, and late fees where there are any. */
export const TO_BECOME_CURRENT = {
  en: 'Pay to be up to date again',
  id: 'Bayar agar kembali lancar',
}

/** To the customer: something is late, since when, and what settles it. Of a suspension later messages speak. */
export const instalmentLate = writeContract<ArrearsParams>({
  dayOf: ({ since }) => since,
  factsOf: (params, locale) => describeArrears({ ...params, suspendOn: null }, locale),
  isClaim: true,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay now',
      heading: 'A payment is late',
      intro: `Since ${dayIn(params.since, 'en')} a payment for “${titleOf(params)}” is missing. The amount below settles everything that is due.`,
      notes: [
        IF_PAID.en,
        'You need more time? Ask for it on the page of your order, or answer this e-mail.',
      ],
      subject: `Payment late by ${daysIn(params.daysLate, 'en')}, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar sekarang',
      heading: 'Ada pembayaran yang terlambat',
      intro: `Sejak ${dayIn(params.since, 'id')} ada pembayaran “${titleOf(params)}” yang belum kami terima. Jumlah di bawah ini melunasi semua yang sudah jatuh tempo.`,
      notes: [
        IF_PAID.id,
        'Perlu waktu? Ajukan perpanjangan di halaman pesanan Anda, atau balas email ini.',
      ],
      subject: `Pembayaran terlambat ${daysIn(params.daysLate, 'id')}, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'warning',
})
