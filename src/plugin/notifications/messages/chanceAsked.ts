import type { ArrearsParamsOf } from './arrearsParams'

import { titleOf, writeContract } from './contract'
import { TO_BECOME_CURRENT } from './instalmentLate'
import { dayIn } from './phrases'

const WISHED = { en: 'Asks for time until', id: 'Minta waktu sampai' }

/** To the shop: a customer asks for more time. */
export const chanceAsked = writeContract<ArrearsParamsOf['chance.asked']>({
  factsOf: ({ wishedUntil }, locale) =>
    wishedUntil === '' ? [] : [{ label: WISHED[locale], value: dayIn(wishedUntil, locale) }],
  isForStaff: true,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Open the request',
      heading: 'A customer asks for more time',
      intro: `It is about “${titleOf(params)}”. Grant it until a day, or decline it with a word.`,
      notes: ['Until you decide, the usual notices go on.'],
      subject: `More time asked for: order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Buka permintaan',
      heading: 'Pelanggan meminta perpanjangan waktu',
      intro: `Untuk “${titleOf(params)}”. Berikan sampai tanggal tertentu, atau tolak dengan penjelasan.`,
      notes: ['Sampai Anda memutuskan, pemberitahuan berjalan seperti biasa.'],
      subject: `Permintaan perpanjangan waktu: pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'brand',
  urlOf: ({ url }) => url,
  wordsOf: ({ wish }) => wish,
})
