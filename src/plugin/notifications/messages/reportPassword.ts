import type { ReportPasswordParams } from '../params'
import type { MessageTemplate } from './content'

import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

/** In place of the password, for whoever looks and does not send. */
const HIDDEN = '••••••••'

const TEXT = {
  en: {
    button: 'Find your order',
    heading: 'Password of your report',
    intro: (title: string, revision: number) =>
      `This opens the report of ${title}, revision ${revision}. Keep it for yourself; the way to the report is in your mail.`,
    label: 'Password',
    number: 'Order number',
    subject: (number: string) => `Password of the report, order ${number}`,
  },
  id: {
    button: 'Cari pesanan Anda',
    heading: 'Kata sandi laporan Anda',
    intro: (title: string, revision: number) =>
      `Kata sandi ini membuka laporan ${title}, revisi ${revision}. Simpan untuk Anda sendiri; jalan ke laporannya ada di email Anda.`,
    label: 'Kata sandi',
    number: 'Nomor pesanan',
    subject: (number: string) => `Kata sandi laporan, pesanan ${number}`,
  },
}

/** To the customer, by WhatsApp alone: the password. Holds no way to the report. */
export const reportPassword: MessageTemplate<ReportPasswordParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  const { customerName, orderNumber, password = HIDDEN, revision, title, url } = params
  return {
    amount: { label: text.label, value: password },
    button: { label: text.button, url },
    facts: [{ label: text.number, value: orderNumber }],
    greeting: greet({ locale, name: customerName }),
    heading: text.heading,
    intro: text.intro(cleanHeaderText(title), revision),
    items: [],
    notes: [],
    preheader: text.heading,
    reference: orderNumber,
    subject: text.subject(orderNumber),
    tone: 'brand',
  }
}
