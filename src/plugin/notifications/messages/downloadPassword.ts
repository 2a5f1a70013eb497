import type { DownloadPasswordParams } from '../schema'
import type { MessageTemplate } from './content'

import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

/** In place of the password, for whoever looks and does not send. */
const HIDDEN = '••••••••'

const TEXT = {
  en: {
    button: 'Find your order',
    heading: 'Password of your package',
    intro: (title: string) =>
      `This is the password of ${title}. Keep it for yourself; the link is in your mail.`,
    label: 'Password',
    number: 'Order number',
    subject: (number: string) => `Password of the files, order ${number}`,
  },
  id: {
    button: 'Cari pesanan Anda',
    heading: 'Kata sandi paket Anda',
    intro: (title: string) =>
      `Ini kata sandi ${title}. Simpan untuk Anda sendiri; tautannya ada di email Anda.`,
    label: 'Kata sandi',
    number: 'Nomor pesanan',
    subject: (number: string) => `Kata sandi berkas, pesanan ${number}`,
  },
}

/** To the buyer, by WhatsApp alone: the password. Holds no way to the files. */
export const downloadPassword: MessageTemplate<DownloadPasswordParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  const { customerName, orderNumber, password = HIDDEN, title, url } = params
  return {
    amount: { label: text.label, value: password },
    button: { label: text.button, url },
    facts: [{ label: text.number, value: orderNumber }],
    greeting: greet({ locale, name: customerName }),
    heading: text.heading,
    intro: text.intro(cleanHeaderText(title)),
    items: [],
    notes: [],
    preheader: text.heading,
    reference: orderNumber,
    subject: text.subject(orderNumber),
    tone: 'brand',
  }
}
