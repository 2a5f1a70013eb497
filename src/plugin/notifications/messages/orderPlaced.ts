import type { MessageTemplate } from './content'

import { describeItems, describeOrder, greet, money } from './phrases'

const TEXT = {
  en: {
    amount: 'To be paid',
    button: 'Pay now',
    heading: 'We have received your order',
    intro: 'Thank you for your order. We start as soon as your payment has arrived.',
    notes: [
      'Keep this e-mail: the button above always leads to your order.',
      'You pay on the page of Duitku. We never ask for your card number or PIN.',
    ],
    subject: (number: string) => `We have received your order ${number}`,
  },
  id: {
    amount: 'Yang perlu dibayar',
    button: 'Bayar sekarang',
    heading: 'Pesanan Anda kami terima',
    intro: 'Terima kasih atas pesanan Anda. Kami mulai bekerja setelah pembayaran Anda masuk.',
    notes: [
      'Simpan email ini: tombol di atas selalu membuka pesanan Anda.',
      'Anda membayar di halaman Duitku. Kami tidak pernah meminta nomor kartu atau PIN.',
    ],
    subject: (number: string) => `Pesanan ${number} kami terima`,
  },
}

/** What is said instead where an agreement comes before the money. */
const BEFORE_SPK = {
  en: {
    amount: 'Order total',
    button: 'Open your order',
    intro:
      'Thank you for your order. Before you pay, we agree on it in writing: next we send you the agreement (SPK) to check.',
    notes: [
      'Please do not pay yet. We tell you when the SPK is confirmed and you can pay.',
      'Keep this e-mail: the button above always leads to your order.',
    ],
  },
  id: {
    amount: 'Total pesanan',
    button: 'Buka pesanan',
    intro:
      'Terima kasih atas pesanan Anda. Sebelum pembayaran ada SPK: berikutnya kami kirim isinya untuk Anda periksa.',
    notes: [
      'Jangan membayar dahulu. Kami beri tahu begitu SPK dikonfirmasi dan Anda dapat membayar.',
      'Simpan email ini: tombol di atas selalu membuka pesanan Anda.',
    ],
  },
}

/** To the buyer: the order stands, here is how to pay, or what comes before. */
export const orderPlaced: MessageTemplate = ({ locale, params }) => {
  const text = { ...TEXT[locale], ...(params.needsSpk ? BEFORE_SPK[locale] : {}) }
  const amount = money({ amount: params.total, locale })
  return {
    amount: { label: text.amount, value: amount },
    button: { label: text.button, url: params.orderUrl },
    facts: describeOrder({ locale, params }),
    greeting: greet({ locale, name: params.customerName }),
    heading: text.heading,
    intro: text.intro,
    items: describeItems({ locale, params }),
    notes: text.notes,
    preheader: `${text.amount}: ${amount}`,
    reference: params.orderNumber,
    subject: text.subject(params.orderNumber),
    tone: 'brand',
  }
}
