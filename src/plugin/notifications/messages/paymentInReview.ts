import type { PaymentParams } from '../schema'
import type { MessageTemplate } from './content'

import { describeOrder, greet, money } from './phrases'

const TEXT = {
  en: {
    amount: 'Put aside for you',
    button: 'See your order',
    heading: 'We are looking at your payment',
    intro:
      'Money of yours has arrived that does not fit what the order still owes. It is kept safely, and a person decides about it.',
    notes: ['We will write to you. Please do not pay again; reply to this e-mail to reach us.'],
    subject: (number: string) => `We are checking your payment for order ${number}`,
  },
  id: {
    amount: 'Kami simpan untuk Anda',
    button: 'Lihat pesanan Anda',
    heading: 'Pembayaran Anda sedang kami periksa',
    intro:
      'Ada uang Anda yang masuk, tetapi tidak cocok dengan sisa tagihan pesanan. Uang itu aman dan akan diputuskan oleh petugas kami.',
    notes: [
      'Kami akan mengabari Anda. Mohon jangan membayar lagi; balas email ini untuk menghubungi kami.',
    ],
    subject: (number: string) => `Pembayaran pesanan ${number} sedang kami periksa`,
  },
}

/** To the buyer: his money is here and fits no debt; it is safe, and somebody decides. */
export const paymentInReview: MessageTemplate<PaymentParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  const amount = money({ amount: params.amount, locale })
  return {
    amount: { label: text.amount, value: amount },
    button: { label: text.button, url: params.orderUrl },
    facts: describeOrder({ locale, params }),
    greeting: greet({ locale, name: params.customerName }),
    heading: text.heading,
    intro: text.intro,
    items: [],
    notes: text.notes,
    preheader: text.intro,
    reference: params.orderNumber,
    subject: text.subject(params.orderNumber),
    tone: 'warning',
  }
}
