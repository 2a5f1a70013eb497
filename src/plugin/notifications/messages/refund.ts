import type { Locale } from '../../kernel/errors'
import type { MessageParamsOf, RefundParams } from '../schema'
import type { MessageContent, MessageTemplate } from './content'

import { cleanHeaderText } from '../mail/headers'
import { greet, money } from './phrases'

const FACTS = {
  en: {
    account: 'To the account',
    amount: 'Amount',
    customer: 'Customer',
    evidence: 'Number of the transfer',
    number: 'Refund number',
    order: 'Order number',
    reason: 'Reason',
  },
  id: {
    account: 'Ke rekening',
    amount: 'Jumlah',
    customer: 'Pelanggan',
    evidence: 'Nomor transfer',
    number: 'Nomor pengembalian',
    order: 'Nomor pesanan',
    reason: 'Alasan',
  },
}

/** The words of one message about a refund. */
export type RefundWords = {
  button: string
  heading: string
  intro: string
  notes: string[]
  subject: (number: string) => string
}

type Asked = {
  extra?: MessageContent['facts']
  locale: Locale
  params: RefundParams
  texts: Record<Locale, RefundWords>
  tone: MessageContent['tone']
}

const LONGEST = 400

/** Writes a message about a refund from its words; `extra` facts come first. */
export const writeRefund = ({ extra = [], locale, params, texts, tone }: Asked): MessageContent => {
  const label = FACTS[locale]
  const text = texts[locale]
  const amount = money({ amount: params.amount, locale })
  return {
    amount: { label: label.amount, value: amount },
    button: { label: text.button, url: params.url },
    facts: [
      ...extra,
      ...(params.account ? [{ label: label.account, value: params.account }] : []),
      { label: label.number, value: params.number },
      { label: label.order, value: params.orderNumber },
    ],
    heading: text.heading,
    intro: text.intro,
    items: [],
    notes: text.notes,
    preheader: `${label.amount}: ${amount}`,
    reference: params.orderNumber,
    subject: text.subject(params.orderNumber),
    tone,
  }
}

const REQUESTED: Record<Locale, RefundWords> = {
  en: {
    button: 'See your order',
    heading: 'Your refund has been requested',
    intro: 'We check the request and write to you when the money is sent or if it cannot be.',
    notes: ['You did not ask for this, or the account is not yours? Write to us at once.'],
    subject: (number) => `Refund requested for order ${number}`,
  },
  id: {
    button: 'Lihat pesanan Anda',
    heading: 'Pengembalian dana diajukan',
    intro:
      'Kami periksa pengajuannya dan mengabari Anda bila uang dikirim atau bila tidak dapat dikembalikan.',
    notes: ['Bukan Anda yang mengajukan, atau rekeningnya bukan milik Anda? Segera hubungi kami.'],
    subject: (number) => `Pengembalian dana pesanan ${number} diajukan`,
  },
}

/** To the customer: somebody has asked for the money of his order; where it would go. */
export const refundRequested: MessageTemplate<RefundParams> = ({ locale, params }) => ({
  ...writeRefund({ locale, params, texts: REQUESTED, tone: 'brand' }),
  greeting: greet({ locale, name: params.customerName }),
})

const ASKED: Record<Locale, RefundWords> = {
  en: {
    button: 'Open the refund',
    heading: 'Money is asked back',
    intro: 'Check payment, delivery and account, then approve or reject it.',
    notes: ['An owner sends the money and records the proof.'],
    subject: (number) => `Refund to decide about: order ${number}`,
  },
  id: {
    button: 'Buka pengembalian',
    heading: 'Ada permintaan pengembalian dana',
    intro: 'Periksa pembayaran, pengiriman, dan rekeningnya, lalu setujui atau tolak.',
    notes: ['Pemilik mengirim uangnya dan mencatat buktinya.'],
    subject: (number) => `Pengembalian dana perlu diputuskan: pesanan ${number}`,
  },
}

/** To the shop: money is asked back. */
export const refundAsked: MessageTemplate<MessageParamsOf['refund.asked']> = ({
  locale,
  params,
}) => {
  const label = FACTS[locale]
  const extra = [
    { label: label.customer, value: cleanHeaderText(params.customerName) },
    { label: label.reason, value: cleanHeaderText(params.reason, LONGEST) },
  ]
  return writeRefund({ extra, locale, params, texts: ASKED, tone: 'warning' })
}

const REJECTED: Record<Locale, RefundWords> = {
  en: {
    button: 'See your order',
    heading: 'Your refund was not approved',
    intro: 'We cannot send the money back. Our reason stands below.',
    notes: [
      'You see it differently? Answer this e-mail, or report a problem on the page of your order.',
    ],
    subject: (number) => `Refund for order ${number} not approved`,
  },
  id: {
    button: 'Lihat pesanan Anda',
    heading: 'Pengembalian dana tidak disetujui',
    intro: 'Kami tidak dapat mengembalikan dananya. Alasannya ada di bawah ini.',
    notes: ['Menurut Anda keliru? Balas email ini, atau laporkan masalah di halaman pesanan Anda.'],
    subject: (number) => `Pengembalian dana pesanan ${number} tidak disetujui`,
  },
}

/** To the customer: the money stays, and why. */
export const refundRejected: MessageTemplate<MessageParamsOf['refund.rejected']> = ({
  locale,
  params,
}) => {
  const extra = [{ label: FACTS[locale].reason, value: cleanHeaderText(params.reason, LONGEST) }]
  return {
    ...writeRefund({ extra, locale, params, texts: REJECTED, tone: 'warning' }),
    greeting: greet({ locale, name: params.customerName }),
  }
}

const SENT: Record<Locale, RefundWords> = {
  en: {
    button: 'See your order',
    heading: 'Your money has been sent',
    intro: 'We have sent the money back. Banks may take some working days until it arrives.',
    notes: ['Keep this e-mail: the number below is the proof of the transfer.'],
    subject: (number) => `Money sent back for order ${number}`,
  },
  id: {
    button: 'Lihat pesanan Anda',
    heading: 'Dana Anda sudah dikirim',
    intro:
      'Dana sudah kami kirim kembali. Bank mungkin perlu beberapa hari kerja sampai dananya masuk.',
    notes: ['Simpan email ini: nomor di bawah adalah bukti pengirimannya.'],
    subject: (number) => `Dana pesanan ${number} sudah dikirim kembali`,
  },
}

/** To the customer: the money is on its way, with the number of the transfer. */
export const refundSent: MessageTemplate<MessageParamsOf['refund.sent']> = ({ locale, params }) => {
  const value = cleanHeaderText(params.evidence)
  const extra = [{ label: FACTS[locale].evidence, value }]
  return {
    ...writeRefund({ extra, locale, params, texts: SENT, tone: 'brand' }),
    greeting: greet({ locale, name: params.customerName }),
  }
}
