import type { PaymentParams } from '../schema'
import type { MessageTemplate } from './content'

import { cleanHeaderText } from '../mail/headers'
import { describeBuyer, describeItems, describeOrder, money } from './phrases'

const TEXT = {
  en: {
    amount: 'Received',
    button: 'Open the order',
    buyer: 'Buyer',
    email: 'E-mail',
    heading: 'A payment has arrived',
    intro: 'Please contact the buyer and start the work.',
    notes: ['A reply to this e-mail goes to the buyer.'],
    phone: 'WhatsApp',
    subject: (amount: string, number: string) => `Payment of ${amount} for order ${number}`,
  },
  id: {
    amount: 'Diterima',
    button: 'Buka pesanan',
    buyer: 'Pembeli',
    email: 'Email',
    heading: 'Pembayaran masuk',
    intro: 'Silakan hubungi pembeli dan mulai pekerjaannya.',
    notes: ['Balasan email ini langsung sampai ke pembeli.'],
    phone: 'WhatsApp',
    subject: (amount: string, number: string) =>
      `Pembayaran ${amount} masuk untuk pesanan ${number}`,
  },
}

/** To the shop: who has paid for what, and how to reach him. */
export const paymentReceivedByStaff: MessageTemplate<PaymentParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  const amount = money({ amount: params.amount, locale })
  const items = describeItems({ locale, params })
  return {
    amount: { label: text.amount, value: amount },
    button: { label: text.button, url: params.orderUrl },
    facts: [...describeBuyer(params, text), ...describeOrder({ locale, params })],
    heading: text.heading,
    intro: text.intro,
    items,
    notes: text.notes,
    preheader: `${cleanHeaderText(params.customerName)}: ${items.map((item) => item.title).join(', ')}`,
    reference: params.orderNumber,
    subject: text.subject(amount, params.orderNumber),
    tone: 'brand',
  }
}
