import type { Locale } from '../../kernel/errors'
import type { FollowUpEvent } from '../schema'
import type { FollowUpParams } from '../params'
import type { MessageTemplate } from './content'

import { formatDay, wibDayOf } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

type Words = {
  button: string
  heading: string
  intro: (title: string) => string
  /** Once the days are over in which the customer may come back. */
  over: string
  subject: (title: string, number: string) => string
  /** While they run. */
  until: (day: string) => string
}

const NUMBER: Record<Locale, string> = { en: 'Order number', id: 'Nomor pesanan' }

const SESSION: Record<Locale, Words> = {
  en: {
    button: 'Open my order',
    heading: 'How did it go after our session?',
    intro: (title) =>
      `Some days ago we talked in “${title}”. Are the steps from the summary done, or is something in the way?`,
    over: 'The days for questions are over, but a short line to us is always welcome.',
    subject: (title, number) => `How did it go? ${title}, order ${number}`,
    until: (day) => `Until ${day} you can ask about it on the page of your order, free of charge.`,
  },
  id: {
    button: 'Buka pesanan saya',
    heading: 'Bagaimana setelah sesi kita?',
    intro: (title) =>
      `Beberapa hari lalu kita berbicara dalam “${title}”. Apakah langkah di ringkasan sudah berjalan, atau ada yang menghambat?`,
    over: 'Masa tanya jawab sudah selesai, tetapi kabar singkat dari Anda selalu kami sambut.',
    subject: (title, number) => `Bagaimana hasilnya? ${title}, pesanan ${number}`,
    until: (day) => `Sampai ${day} Anda dapat bertanya di halaman pesanan, tanpa biaya.`,
  },
}

const FILES: Record<Locale, Words> = {
  en: {
    button: 'Open my order',
    heading: 'Is it up and running?',
    intro: (title) =>
      `You have had “${title}” for some days. Is it installed the way you want it, or are you stuck somewhere?`,
    over: 'The days for questions are over; new versions still reach you by mail.',
    subject: (title, number) => `Is it up and running? ${title}, order ${number}`,
    until: (day) => `We help you until ${day}: ask on the page of your order.`,
  },
  id: {
    button: 'Buka pesanan saya',
    heading: 'Sudah terpasang?',
    intro: (title) =>
      `Sudah beberapa hari Anda memiliki “${title}”. Apakah sudah terpasang sesuai keinginan, atau ada yang macet?`,
    over: 'Masa bantuan sudah selesai; versi baru tetap kami kabarkan lewat email.',
    subject: (title, number) => `Sudah terpasang? ${title}, pesanan ${number}`,
    until: (day) => `Kami membantu sampai ${day}: tanyakan di halaman pesanan.`,
  },
}

const REPORT: Record<Locale, Words> = {
  en: {
    button: 'Open my order',
    heading: 'Are the findings mended?',
    intro: (title) =>
      `The report of “${title}” has been with you for some days. Begin with what is rated highest.`,
    over: 'The days for a second look are over. A new analysis shows where you stand.',
    subject: (title, number) => `Are the findings mended? ${title}, order ${number}`,
    until: (day) => `Until ${day} you can ask, and have us look again at what you have mended.`,
  },
  id: {
    button: 'Buka pesanan saya',
    heading: 'Apakah temuannya sudah diperbaiki?',
    intro: (title) =>
      `Laporan “${title}” sudah beberapa hari di tangan Anda. Mulailah dari temuan dengan tingkat tertinggi.`,
    over: 'Masa uji ulang sudah selesai. Analisis baru menunjukkan keadaan situs Anda sekarang.',
    subject: (title, number) => `Apakah temuannya sudah diperbaiki? ${title}, pesanan ${number}`,
    until: (day) =>
      `Sampai ${day} Anda dapat bertanya dan meminta kami memeriksa ulang yang sudah diperbaiki.`,
  },
}

const write =
  (words: Record<Locale, Words>): MessageTemplate<FollowUpParams> =>
  ({ locale, params }) => {
    const text = words[locale]
    const title = cleanHeaderText(params.title, 120)
    const { customerName, orderNumber, until, url } = params
    return {
      button: { label: text.button, url },
      facts: [{ label: NUMBER[locale], value: orderNumber }],
      greeting: greet({ locale, name: customerName }),
      heading: text.heading,
      intro: text.intro(title),
      items: [],
      notes: [until ? text.until(formatDay(wibDayOf(new Date(until)), locale)) : text.over],
      preheader: text.heading,
      reference: orderNumber,
      subject: text.subject(title, orderNumber),
      tone: 'brand',
    }
  }

/** Words of the mails that ask how it went, by kind of product. */
export const followUpTemplates: Record<FollowUpEvent, MessageTemplate<FollowUpParams>> = {
  'followUp.analysis': write(REPORT),
  'followUp.consulting': write(SESSION),
  'followUp.template': write(FILES),
}
