import type { Locale } from '../../kernel/errors'
import type { RefundApprovedParams, RefundParams } from '../params'
import type { MessageTemplate } from './content'

import { formatDay, wibDayOf } from '../../kernel/time'
import { greet } from './phrases'
import { type RefundWords, writeRefund } from './refund'

const APPROVED: Record<Locale, RefundWords> = {
  en: {
    button: 'See your order',
    heading: 'Your refund is approved',
    intro: 'We send the money back in the way that stands below. You hear from us when it is sent.',
    notes: [],
    subject: (number) => `Refund for order ${number} approved`,
  },
  id: {
    button: 'Lihat pesanan Anda',
    heading: 'Pengembalian dana disetujui',
    intro: 'Dana kami kirim dengan cara di bawah ini. Kami kabari lagi setelah dana dikirim.',
    notes: [],
    subject: (number) => `Pengembalian dana pesanan ${number} disetujui`,
  },
}

const LABELS = {
  en: { sendBy: 'Sent by', way: 'How' },
  id: { sendBy: 'Paling lambat dikirim', way: 'Cara' },
}

const WAYS = {
  en: { duitku: 'Back to the card or wallet that you paid with', transfer: 'Bank transfer' },
  id: {
    duitku: 'Kembali ke kartu atau dompet yang Anda pakai membayar',
    transfer: 'Transfer bank',
  },
}

const ASK_FOR_ACCOUNT = {
  en: 'We do not have your bank account yet. Answer this e-mail with bank, number and holder.',
  id: 'Kami belum punya rekening tujuan Anda. Balas email ini dengan bank, nomor, dan nama pemiliknya.',
}

const NOT_YOURS = {
  en: 'The account is not yours? Write to us at once.',
  id: 'Rekeningnya bukan milik Anda? Segera hubungi kami.',
}

const noteOf = ({ account, way }: RefundApprovedParams, locale: Locale): string[] => {
  if (account !== '') {
    return [NOT_YOURS[locale]]
  }
  return way === 'transfer' ? [ASK_FOR_ACCOUNT[locale]] : []
}

/** To the customer: the money comes back; in which way, and until when it is sent. */
export const refundApproved: MessageTemplate<RefundApprovedParams> = ({ locale, params }) => {
  const label = LABELS[locale]
  const extra = [
    { label: label.way, value: WAYS[locale][params.way] },
    { label: label.sendBy, value: formatDay(wibDayOf(new Date(params.sendBy)), locale) },
  ]
  return {
    ...writeRefund({ extra, locale, params, texts: APPROVED, tone: 'brand' }),
    greeting: greet({ locale, name: params.customerName }),
    notes: noteOf(params, locale),
  }
}

const WITHDRAWN: Record<Locale, RefundWords> = {
  en: {
    button: 'See your order',
    heading: 'Your request for a refund was withdrawn',
    intro: 'The request was taken back on the page of your order. No money is sent.',
    notes: ['You did not do this? Write to us at once, or ask again on the page of your order.'],
    subject: (number) => `Request for a refund of order ${number} withdrawn`,
  },
  id: {
    button: 'Lihat pesanan Anda',
    heading: 'Pengajuan pengembalian dana dibatalkan',
    intro: 'Pengajuan ini dibatalkan dari halaman pesanan Anda. Tidak ada dana yang dikirim.',
    notes: [
      'Bukan Anda yang membatalkan? Segera hubungi kami, atau ajukan lagi di halaman pesanan.',
    ],
    subject: (number) => `Pengajuan pengembalian dana pesanan ${number} dibatalkan`,
  },
}

/** To the customer: the request was taken back by whoever has the link of the order. */
export const refundWithdrawn: MessageTemplate<RefundParams> = ({ locale, params }) => ({
  ...writeRefund({ locale, params, texts: WITHDRAWN, tone: 'brand' }),
  greeting: greet({ locale, name: params.customerName }),
})
