import type { MessageTemplate } from './content'
import type { SpkParamsOf } from './spkParams'

import { greet } from './phrases'

/** In place of the code, for whoever looks and does not send. */
const HIDDEN = '••••••'

const TEXT = {
  en: {
    button: 'Back to the SPK',
    heading: 'Your code for the SPK',
    intro: 'Type this code on the page of your SPK to show that it is you.',
    label: 'Code',
    notes: [
      'The code is good for ten minutes.',
      'Give it to nobody, not even to us. If you have not asked for it, ignore this e-mail.',
    ],
    number: 'Order number',
    subject: (number: string) => `Your code for the SPK, order ${number}`,
  },
  id: {
    button: 'Kembali ke SPK',
    heading: 'Kode SPK Anda',
    intro: 'Ketik kode ini di halaman SPK Anda untuk menunjukkan bahwa ini benar Anda.',
    label: 'Kode',
    notes: [
      'Kode ini berlaku sepuluh menit.',
      'Jangan berikan kepada siapa pun, termasuk kami. Tidak merasa memintanya? Abaikan email ini.',
    ],
    number: 'Nomor pesanan',
    subject: (number: string) => `Kode SPK Anda, pesanan ${number}`,
  },
}

/** To the customer, by e-mail alone: the code that shows that it is he. */
export const spkCode: MessageTemplate<SpkParamsOf['spk.code']> = ({ locale, params }) => {
  const text = TEXT[locale]
  const { code = HIDDEN, customerName, orderNumber, url } = params
  return {
    amount: { label: text.label, value: code },
    button: { label: text.button, url },
    facts: [{ label: text.number, value: orderNumber }],
    greeting: greet({ locale, name: customerName }),
    heading: text.heading,
    intro: text.intro,
    items: [],
    notes: text.notes,
    preheader: text.intro,
    reference: orderNumber,
    subject: text.subject(orderNumber),
    tone: 'brand',
  }
}
