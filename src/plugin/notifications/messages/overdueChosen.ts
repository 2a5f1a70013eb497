import type { Locale } from '../../kernel/errors'
import type { ArrearsParamsOf } from './arrearsParams'
import type { MessageTemplate } from './content'

import { formatInstant } from '../../kernel/time'
import { type ContractWords, titleOf, writeContract } from './contract'
import { TO_BECOME_CURRENT } from './instalmentLate'
import { IF_PAID } from './phrases'

type Chosen = ArrearsParamsOf['overdue.chosen']

const CHOSEN_AT = { en: 'Chosen on', id: 'Dipilih pada' }

const NOT_YOU = {
  en: 'This was not you? Write to us at once.',
  id: 'Bukan Anda yang memilih? Segera hubungi kami.',
}

const recorded = {
  factsOf: ({ chosenAt }: Chosen, locale: Locale) => [
    { label: CHOSEN_AT[locale], value: formatInstant(new Date(chosenAt), locale) },
  ],
  isClaim: true,
  tone: 'brand',
} as const

const PAY: ContractWords<Chosen> = {
  ...recorded,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Pay now',
      heading: 'You have chosen to pay',
      intro: `Thank you. We have recorded that you want to pay for “${titleOf(params)}”. This amount settles everything that is due.`,
      notes: [IF_PAID.en, NOT_YOU.en],
      subject: `Your choice to pay, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Bayar sekarang',
      heading: 'Anda memilih membayar',
      intro: `Terima kasih. Pilihan Anda untuk membayar “${titleOf(params)}” sudah kami catat. Jumlah ini melunasi semua yang sudah jatuh tempo.`,
      notes: [IF_PAID.id, NOT_YOU.id],
      subject: `Anda memilih membayar, pesanan ${params.orderNumber}`,
    }),
  },
}

const SUSPEND: ContractWords<Chosen> = {
  ...recorded,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'See or change your choice',
      heading: 'You have chosen to suspend',
      intro: `We have recorded that “${titleOf(params)}” is to be switched off for the time being. It comes back once you pay the amount below.`,
      notes: [
        'What you owe stays owed. Nothing is deleted by itself.',
        'Chosen by mistake? Pay, or answer this e-mail.',
        NOT_YOU.en,
        IF_PAID.en,
      ],
      subject: `Your choice to suspend, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Lihat atau ubah pilihan',
      heading: 'Anda memilih penangguhan',
      intro: `Pilihan Anda sudah kami catat: “${titleOf(params)}” dimatikan untuk sementara. Layanan menyala kembali setelah jumlah di bawah ini Anda bayar.`,
      notes: [
        'Tunggakan tetap tercatat. Tidak ada yang dihapus secara otomatis.',
        'Salah pilih? Bayar, atau balas email ini.',
        NOT_YOU.id,
        IF_PAID.id,
      ],
      subject: `Anda memilih penangguhan, pesanan ${params.orderNumber}`,
    }),
  },
  urlOf: ({ choiceUrl }) => choiceUrl,
}

/** To the customer: what he has chosen, and when, for both sides to keep. */
export const overdueChosen: MessageTemplate<Chosen> = (args) =>
  writeContract(args.params.choice === 'pay' ? PAY : SUSPEND)(args)

/** To the customer: nothing is late any more. */
export const overdueSettled = writeContract<ArrearsParamsOf['overdue.settled']>({
  hides: ['left'],
  texts: {
    en: (params) => ({
      amount: ['Still to come', params.left],
      button: 'See your order',
      heading: 'You are up to date again',
      intro: `Thank you. Nothing is late any more for “${titleOf(params)}”.${params.wasOff ? ' We are switching the service on again.' : ''}`,
      notes: [],
      subject: `You are up to date again, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: ['Sisa yang belum jatuh tempo', params.left],
      button: 'Lihat pesanan Anda',
      heading: 'Pembayaran Anda kembali lancar',
      intro: `Terima kasih. Tidak ada lagi tunggakan untuk “${titleOf(params)}”.${params.wasOff ? ' Layanan Anda sedang kami nyalakan kembali.' : ''}`,
      notes: [],
      subject: `Tunggakan lunas, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'brand',
})
