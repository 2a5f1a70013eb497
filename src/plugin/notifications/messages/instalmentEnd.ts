import type { ArrearsParamsOf, ContractParams } from './arrearsParams'

import { titleOf, writeContract } from './contract'

const LEFT = { en: 'Left to pay', id: 'Sisa cicilan' }

/**
 * To the customer: nothing is left to pay. It names no sum: above Rp5,000,000 a text that says that a
 * debt is settled may need an e-Meterai (UU 10/2020).
 */
export const contractPaidOff = writeContract<ContractParams>({
  hides: ['left', 'total'],
  texts: {
    en: (params) => ({
      amount: [LEFT.en, params.left],
      button: 'See your order',
      heading: 'All instalments are paid',
      intro: `Thank you. Every instalment of “${titleOf(params)}” is paid; nothing is left to pay.`,
      notes: ['You find all receipts on the page of your order.'],
      subject: `All instalments are paid, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [LEFT.id, params.left],
      button: 'Lihat pesanan Anda',
      heading: 'Semua cicilan sudah lunas',
      intro: `Terima kasih. Semua cicilan “${titleOf(params)}” sudah lunas; tidak ada lagi yang perlu dibayar.`,
      notes: ['Semua bukti pembayaran ada di halaman pesanan Anda.'],
      subject: `Semua cicilan lunas, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'brand',
})

/** To the customer: amounts or days have changed. */
export const contractRevised = writeContract<ArrearsParamsOf['contract.revised']>({
  hides: ['left'],
  texts: {
    en: (params) => ({
      amount: [LEFT.en, params.left],
      button: 'See the schedule',
      heading: 'Your schedule has changed',
      intro: `We have changed the schedule of “${titleOf(params)}” (revision ${params.revision}). Please look at the new amounts and days.`,
      notes: ['Something is not as agreed? Answer this e-mail.'],
      subject: `Your schedule has changed, order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [LEFT.id, params.left],
      button: 'Lihat jadwal',
      heading: 'Jadwal cicilan Anda berubah',
      intro: `Jadwal cicilan “${titleOf(params)}” kami ubah (revisi ${params.revision}). Mohon periksa jumlah dan tanggalnya yang baru.`,
      notes: ['Ada yang tidak sesuai dengan kesepakatan? Balas email ini.'],
      subject: `Jadwal cicilan berubah, pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'brand',
  wordsOf: ({ text }) => text,
})
