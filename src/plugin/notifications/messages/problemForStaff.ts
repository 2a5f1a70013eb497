import type { Locale } from '../../kernel/errors'
import type { ProblemNewsParams } from '../params'
import type { MessageContent, MessageTemplate } from './content'

import { formatInstant } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'

const FACTS = {
  en: {
    button: 'Open the report',
    customer: 'Customer',
    number: 'Report number',
    replyBy: 'Answer before',
    text: 'He writes',
    what: 'About',
  },
  id: {
    button: 'Buka laporan',
    customer: 'Pelanggan',
    number: 'Nomor laporan',
    replyBy: 'Jawab sebelum',
    text: 'Isi',
    what: 'Perihal',
  },
}

type Words = {
  heading: string
  intro: string
  note: string
  subject: (number: string, what: string) => string
}

const LONGEST = 400

const write =
  (
    texts: Record<Locale, Words>,
    tone: MessageContent['tone'],
  ): MessageTemplate<ProblemNewsParams> =>
  ({ locale, params }) => {
    const label = FACTS[locale]
    const text = texts[locale]
    return {
      button: { label: label.button, url: params.url },
      facts: [
        { label: label.what, value: params.what },
        { label: label.replyBy, value: formatInstant(new Date(params.replyBy), locale) },
        { label: label.customer, value: cleanHeaderText(params.customerName) },
        { label: label.text, value: cleanHeaderText(params.text, LONGEST) },
        { label: label.number, value: params.number },
      ],
      heading: text.heading,
      intro: text.intro,
      items: [],
      notes: [text.note],
      preheader: text.intro,
      reference: params.number,
      subject: text.subject(params.number, params.what),
      tone,
    }
  }

/** To the shop: somebody has a problem. */
export const problemReported = write(
  {
    en: {
      heading: 'A customer reports a problem',
      intro:
        'He was promised an answer by the time below. Payment and delivery stand beside the report.',
      note: 'Whoever takes it on is told of everything that follows.',
      subject: (number, what) => `Problem report ${number}: ${what}`,
    },
    id: {
      heading: 'Pelanggan melaporkan masalah',
      intro:
        'Ia dijanjikan jawaban sebelum waktu di bawah ini. Bukti pembayaran dan pengiriman ada di samping laporannya.',
      note: 'Yang menanganinya menerima kabar selanjutnya.',
      subject: (number, what) => `Laporan masalah ${number}: ${what}`,
    },
  },
  'warning',
)

/** To whoever looks after it: the customer has written again. */
export const problemReplied = write(
  {
    en: {
      heading: 'The customer has written again',
      intro: 'There is a new message in a report.',
      note: 'All admins get this while nobody has taken the report on.',
      subject: (number) => `New message in report ${number}`,
    },
    id: {
      heading: 'Pelanggan menulis lagi',
      intro: 'Ada pesan baru di sebuah laporan.',
      note: 'Semua admin menerima kabar ini selama laporan belum ada yang menangani.',
      subject: (number) => `Pesan baru di laporan ${number}`,
    },
  },
  'warning',
)

/** To the shop: the promised answer is late. */
export const problemLate = write(
  {
    en: {
      heading: 'A report waits too long',
      intro: 'The time for an answer has passed. Please answer now, even if it is not solved yet.',
      note: 'All admins and owners get this once.',
      subject: (number, what) => `Late: report ${number}, ${what}`,
    },
    id: {
      heading: 'Laporan terlalu lama menunggu',
      intro: 'Batas waktu menjawab sudah lewat. Jawab sekarang, walaupun masalahnya belum selesai.',
      note: 'Semua admin dan pemilik menerima kabar ini satu kali.',
      subject: (number, what) => `Terlambat: laporan ${number}, ${what}`,
    },
  },
  'danger',
)
