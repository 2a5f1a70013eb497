import type { Locale } from '../../kernel/errors'
import type { ProblemParams } from '../params'
import type { MessageParamsOf } from '../schema'
import type { MessageContent, MessageTemplate } from './content'

import { formatInstant } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

const FACTS = {
  en: {
    answer: 'Our answer',
    by: 'From',
    number: 'Report number',
    replyBy: 'You hear from us before',
    until: 'You may reopen it until',
    what: 'About',
  },
  id: {
    answer: 'Jawaban kami',
    by: 'Dari',
    number: 'Nomor laporan',
    replyBy: 'Kami jawab sebelum',
    until: 'Dapat dibuka lagi sampai',
    what: 'Perihal',
  },
}

type Words = {
  button: string
  heading: string
  intro: string
  notes: string[]
  subject: (number: string) => string
}

type Facts = MessageContent['facts']

const write = (args: {
  extra: Facts
  locale: Locale
  params: ProblemParams
  words: Words
}): MessageContent => {
  const { extra, locale, params, words } = args
  const label = FACTS[locale]
  return {
    button: { label: words.button, url: params.url },
    facts: [
      { label: label.number, value: params.number },
      ...extra,
      { label: label.what, value: params.what },
    ],
    greeting: greet({ locale, name: params.customerName }),
    heading: words.heading,
    intro: words.intro,
    items: [],
    notes: words.notes,
    preheader: words.intro,
    reference: params.number,
    subject: words.subject(params.number),
    tone: 'brand',
  }
}

const RECEIVED: Record<Locale, Words> = {
  en: {
    button: 'See your report',
    heading: 'We have received your report',
    intro:
      'Thank you for telling us. Somebody reads your report and answers within our working hours.',
    notes: [
      'The button leads to your report: there you read our answers and write to us.',
      'You did not write to us? Then somebody typed your address by mistake; you may ignore this.',
    ],
    subject: (number) => `We have received your report ${number}`,
  },
  id: {
    button: 'Lihat laporan Anda',
    heading: 'Laporan Anda kami terima',
    intro: 'Terima kasih sudah memberi tahu. Laporan Anda kami baca dan jawab pada jam kerja.',
    notes: [
      'Tombol di atas membuka laporan Anda: di sana Anda membaca jawaban dan dapat menulis kepada kami.',
      'Anda tidak menulis kepada kami? Mungkin ada yang salah mengetik alamat email; abaikan pesan ini.',
    ],
    subject: (number) => `Laporan ${number} kami terima`,
  },
}

/** To the customer: his report is with us, its number, and by when he has an answer. */
export const problemReceived: MessageTemplate<MessageParamsOf['problem.received']> = ({
  locale,
  params,
}) => {
  const value = formatInstant(new Date(params.replyBy), locale)
  const extra = [{ label: FACTS[locale].replyBy, value }]
  return write({ extra, locale, params, words: RECEIVED[locale] })
}

const ANSWERED: Record<Locale, Words> = {
  en: {
    button: 'Read and answer',
    heading: 'There is news about your report',
    intro: 'We have written to you about your report.',
    notes: ['Please answer on the page of your report, so that everything stays together.'],
    subject: (number) => `News about your report ${number}`,
  },
  id: {
    button: 'Baca dan jawab',
    heading: 'Ada kabar tentang laporan Anda',
    intro: 'Kami menulis kepada Anda tentang laporan Anda.',
    notes: ['Silakan jawab di halaman laporan Anda, agar semuanya tercatat di satu tempat.'],
    subject: (number) => `Kabar tentang laporan ${number}`,
  },
}

const LONGEST = 600

/** To the customer: what the shop has written. */
export const problemAnswered: MessageTemplate<MessageParamsOf['problem.answered']> = ({
  locale,
  params,
}) => {
  const label = FACTS[locale]
  const extra = [
    { label: label.answer, value: cleanHeaderText(params.text, LONGEST) },
    ...(params.by ? [{ label: label.by, value: cleanHeaderText(params.by) }] : []),
  ]
  return write({ extra, locale, params, words: ANSWERED[locale] })
}

const RESOLVED: Record<Locale, Words> = {
  en: {
    button: 'See your report',
    heading: 'Your report is marked as solved',
    intro: 'We believe that everything is in order now. Is it not? Open your report again.',
    notes: ['Write one line on the page of your report, and it is open again.'],
    subject: (number) => `Report ${number} is solved`,
  },
  id: {
    button: 'Lihat laporan Anda',
    heading: 'Laporan Anda ditandai selesai',
    intro: 'Menurut kami semuanya sudah beres. Bila belum, buka lagi laporan Anda.',
    notes: ['Tulis satu baris di halaman laporan Anda, dan laporannya terbuka lagi.'],
    subject: (number) => `Laporan ${number} selesai`,
  },
}

/** To the customer: the shop holds it for solved; until when he may come back. */
export const problemResolved: MessageTemplate<MessageParamsOf['problem.resolved']> = ({
  locale,
  params,
}) => {
  const value = formatInstant(new Date(params.reopenUntil), locale)
  const extra = [{ label: FACTS[locale].until, value }]
  return write({ extra, locale, params, words: RESOLVED[locale] })
}
