import type { PaymentParams } from '../schema'
import type { MessageTemplate } from './content'

import { describeOrder, money } from './phrases'

const TEXT = {
  en: {
    amount: 'Received',
    button: 'Open the order',
    heading: 'Money needs your decision',
    intro: 'Money has arrived that does not fit what is owed. Nothing was credited silently.',
    notes: ['Open "Money to review" in the panel: credit it, keep it or mark it for refund.'],
    subject: (amount: string, number: string) => `Review: ${amount} for order ${number}`,
  },
  id: {
    amount: 'Diterima',
    button: 'Buka pesanan',
    heading: 'Ada uang yang perlu diputuskan',
    intro: 'Uang yang masuk tidak cocok dengan tagihannya. Tidak ada yang dikreditkan diam-diam.',
    notes: [
      'Buka "Uang perlu ditinjau" di panel: kreditkan, simpan, atau tandai untuk dikembalikan.',
    ],
    subject: (amount: string, number: string) => `Tinjau: ${amount} untuk pesanan ${number}`,
  },
}

/** To the shop: money that fits no debt waits for a decision. */
export const paymentNeedsReview: MessageTemplate<PaymentParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  const amount = money({ amount: params.amount, locale })
  return {
    amount: { label: text.amount, value: amount },
    button: { label: text.button, url: params.orderUrl },
    facts: describeOrder({ locale, params }),
    heading: text.heading,
    intro: text.intro,
    items: [],
    notes: text.notes,
    preheader: text.intro,
    reference: params.orderNumber,
    subject: text.subject(amount, params.orderNumber),
    tone: 'warning',
  }
}
