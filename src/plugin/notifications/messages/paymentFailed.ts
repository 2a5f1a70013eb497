import type { PaymentParams } from '../schema'
import type { MessageTemplate } from './content'

import { describeItems, describeOrder, greet, money } from './phrases'

const TEXT = {
  en: {
    amount: 'Still to be paid',
    button: 'Try again',
    heading: 'The payment did not go through',
    intro:
      'Your payment did not go through. Your order is safe; you can try again or choose another way to pay.',
    notes: [
      'Was money taken from your account all the same? Reply to this e-mail and we will look into it.',
    ],
    subject: (number: string) => `Payment for order ${number} did not go through`,
  },
  id: {
    amount: 'Masih perlu dibayar',
    button: 'Coba lagi',
    heading: 'Pembayaran belum berhasil',
    intro:
      'Pembayaran Anda belum berhasil. Pesanan Anda aman; Anda dapat mencoba lagi atau memilih cara bayar lain.',
    notes: ['Saldo Anda tetap terpotong? Balas email ini, kami akan memeriksanya.'],
    subject: (number: string) => `Pembayaran pesanan ${number} belum berhasil`,
  },
}

/** To the buyer: it did not work, nothing is lost, try again. */
export const paymentFailed: MessageTemplate<PaymentParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  const amount = money({ amount: params.amount, locale })
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
    tone: 'danger',
  }
}
