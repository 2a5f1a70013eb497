import type { Locale } from '../../kernel/errors'
import type { ArrearsParamsOf } from './arrearsParams'

import { describeArrears, titleOf, writeContract } from './contract'
import { TO_BECOME_CURRENT } from './instalmentLate'
import { dayIn, IF_PAID } from './phrases'

const UNTIL = { en: 'Time until', id: 'Waktu sampai' }

const ASK_US = {
  en: 'You want to talk about it? Answer this e-mail.',
  id: 'Ingin membicarakannya? Balas email ini.',
}

const frame = {
  isClaim: true,
  wordsOf: ({ text }: { text: string }) => text,
} as const

/** To the customer: until when he may pay in peace. */
export const chanceGranted = writeContract<ArrearsParamsOf['chance.granted']>({
  ...frame,
  dayOf: ({ until }) => until,
  factsOf: ({ until }, locale: Locale) => [{ label: UNTIL[locale], value: dayIn(until, locale) }],
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay now',
      heading: 'You have more time to pay',
      intro: `You may pay for “${titleOf(params)}” until ${dayIn(params.until, 'en')}. Until then we do not suspend the service because of it.`,
      notes: ['After that day our usual notices go on.', IF_PAID.en],
      subject: `More time until ${dayIn(params.until, 'en')}, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar sekarang',
      heading: 'Anda mendapat kesempatan membayar',
      intro: `Anda dapat membayar “${titleOf(params)}” sampai ${dayIn(params.until, 'id')}. Sampai hari itu layanan tidak kami tangguhkan karena tunggakan ini.`,
      notes: ['Setelah hari itu pemberitahuan berjalan lagi seperti biasa.', IF_PAID.id],
      subject: `Kesempatan sampai ${dayIn(params.until, 'id')}, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'brand',
})

/** To the customer: no more time, and the shop's words about it. */
export const chanceDeclined = writeContract<ArrearsParamsOf['chance.declined']>({
  ...frame,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay now',
      heading: 'We cannot give you more time',
      intro: `We have read your request for “${titleOf(params)}” and cannot grant it. Your days stay as they are.`,
      notes: [ASK_US.en, IF_PAID.en],
      subject: `Your request for more time, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar sekarang',
      heading: 'Perpanjangan waktu belum dapat kami berikan',
      intro: `Permintaan Anda untuk “${titleOf(params)}” sudah kami baca, tetapi belum dapat kami penuhi. Tenggat Anda tidak berubah.`,
      notes: [ASK_US.id, IF_PAID.id],
      subject: `Permintaan perpanjangan waktu, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'warning',
})

/** To the customer: the time that he was given ends now. */
export const chanceWithdrawn = writeContract<ArrearsParamsOf['chance.withdrawn']>({
  ...frame,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay now',
      heading: 'Your extra time has ended',
      intro: `The extra time that we gave you for “${titleOf(params)}” no longer holds.`,
      notes: [ASK_US.en, IF_PAID.en],
      subject: `Your extra time has ended, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar sekarang',
      heading: 'Kesempatan Anda kami akhiri',
      intro: `Kesempatan membayar yang kami berikan untuk “${titleOf(params)}” tidak berlaku lagi.`,
      notes: [ASK_US.id, IF_PAID.id],
      subject: `Kesempatan berakhir, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'warning',
})

/** To the customer: the time is over and nothing has come; what he can do. */
export const chanceBroken = writeContract<ArrearsParamsOf['chance.broken']>({
  dayOf: ({ until }) => until,
  factsOf: describeArrears,
  isClaim: true,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay or choose',
      heading: 'Your extra time is over',
      intro: `You had time to pay for “${titleOf(params)}” until ${dayIn(params.until, 'en')}, and the payment is still missing. Please pay, or choose what becomes of the service.`,
      notes: [ASK_US.en, IF_PAID.en],
      subject: `Your extra time is over, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar atau pilih',
      heading: 'Masa kesempatan Anda sudah lewat',
      intro: `Kesempatan membayar “${titleOf(params)}” berlaku sampai ${dayIn(params.until, 'id')}, dan pembayarannya belum kami terima. Mohon bayar, atau pilih kelanjutan layanan.`,
      notes: [ASK_US.id, IF_PAID.id],
      subject: `Masa kesempatan sudah lewat, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'warning',
  urlOf: ({ choiceUrl }) => choiceUrl,
})
