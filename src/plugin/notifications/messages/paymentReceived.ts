import type { PaymentParams } from '../schema'
import type { MessageTemplate } from './content'

import { describeItems, describeOrder, greet, money } from './phrases'

const TEXT = {
  en: {
    amount: 'Received',
    button: 'See your order',
    heading: 'Your payment has arrived',
    intro: 'Thank you. Your payment has arrived and is booked on your order.',
    notes: ['This e-mail confirms the payment. You find the receipt on the page of your order.'],
    subject: (number: string) => `Payment received for order ${number}`,
  },
  id: {
    amount: 'Diterima',
    button: 'Lihat pesanan Anda',
    heading: 'Pembayaran Anda kami terima',
    intro: 'Terima kasih. Pembayaran Anda sudah masuk dan tercatat pada pesanan Anda.',
    notes: ['Email ini adalah konfirmasi pembayaran. Bukti bayar ada di halaman pesanan Anda.'],
    subject: (number: string) => `Pembayaran pesanan ${number} kami terima`,
  },
}

/** To the buyer: the money is here. */
export const paymentReceived: MessageTemplate<PaymentParams> = ({ locale, params }) => {
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
    tone: 'brand',
  }
}
