import type { Locale } from '../../kernel/errors'
import type { QuestionParams } from '../params'
import type { MessageTemplate } from './content'

import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

type Words = {
  button: string
  by: string
  heading: string
  intro: (title: string) => string
  item: string
  notes: readonly string[]
  number: string
  subject: (number: string) => string
}

const ASKED: Record<Locale, Words> = {
  en: {
    button: 'Answer',
    by: 'From',
    heading: 'A customer has a question',
    intro: (title) => `About “${title}”. He was promised answers in these days.`,
    item: 'Item',
    notes: ['Answer on the page of the delivery: the customer is told.'],
    number: 'Order number',
    subject: (number) => `Question about order ${number}`,
  },
  id: {
    button: 'Jawab',
    by: 'Dari',
    heading: 'Pelanggan bertanya',
    intro: (title) => `Tentang “${title}”. Ia dijanjikan jawaban selama hari-hari ini.`,
    item: 'Barang',
    notes: ['Jawab di halaman pekerjaan: pelanggan diberi tahu.'],
    number: 'Nomor pesanan',
    subject: (number) => `Pertanyaan tentang pesanan ${number}`,
  },
}

const ANSWERED: Record<Locale, Words> = {
  en: {
    button: 'Read and answer',
    by: 'From',
    heading: 'We have written to you',
    intro: (title) => `About “${title}”:`,
    item: 'Item',
    notes: ['You can answer on the page of your order.'],
    number: 'Order number',
    subject: (number) => `An answer about order ${number}`,
  },
  id: {
    button: 'Baca dan balas',
    by: 'Dari',
    heading: 'Kami menulis kepada Anda',
    intro: (title) => `Tentang “${title}”:`,
    item: 'Barang',
    notes: ['Anda dapat membalas di halaman pesanan.'],
    number: 'Nomor pesanan',
    subject: (number) => `Jawaban tentang pesanan ${number}`,
  },
}

const write =
  (words: Record<Locale, Words>, isForStaff: boolean): MessageTemplate<QuestionParams> =>
  ({ locale, params }) => {
    const text = words[locale]
    const title = cleanHeaderText(params.title, 120)
    return {
      body: [{ kind: 'quote', text: params.text }],
      button: { label: text.button, url: params.url },
      facts: [
        { label: text.by, value: cleanHeaderText(params.by, 80) },
        { label: text.item, value: title },
        { label: text.number, value: params.orderNumber },
      ],
      ...(isForStaff ? {} : { greeting: greet({ locale, name: params.customerName }) }),
      heading: text.heading,
      intro: text.intro(title),
      items: [],
      notes: text.notes,
      preheader: text.heading,
      reference: params.orderNumber,
      subject: text.subject(params.orderNumber),
      tone: 'brand',
    }
  }

/** To whoever looks after it: the customer has asked something. */
export const questionAsked = write(ASKED, true)

/** To the customer: the shop has answered. */
export const questionAnswered = write(ANSWERED, false)
