import type { PaymentParams } from '../schema'
import type { MessageTemplate } from './content'

import { describeItems, describeOrder, greet, money } from './phrases'

const TEXT = {
  en: {
    amount: 'Still to be paid',
    button: 'Pay now',
    heading: 'The time to pay has run out',
    intro:
      'The time for your payment has run out. Your order is still here: open it to get a new payment code.',
    notes: ['Have you paid already? Then there is nothing to do, we will match your payment.'],
    subject: (number: string) => `Time to pay for order ${number} has run out`,
  },
  id: {
    amount: 'Masih perlu dibayar',
    button: 'Bayar sekarang',
    heading: 'Batas waktu pembayaran habis',
    intro:
      'Batas waktu pembayaran Anda sudah habis. Pesanan Anda masih ada: buka untuk mendapat kode bayar baru.',
    notes: ['Anda sudah membayar? Tidak perlu berbuat apa-apa, kami akan mencocokkannya.'],
    subject: (number: string) => `Batas waktu pembayaran pesanan ${number} habis`,
  },
}

/** To the buyer: the payment code is no longer valid, a new one is a click away. */
export const paymentExpired: MessageTemplate<PaymentParams> = ({ locale, params }) => {
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
    tone: 'warning',
  }
}
