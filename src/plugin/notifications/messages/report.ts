import type { ReportParams, RetestParams } from '../params'
import type { MessageContent, MessageTemplate } from './content'

import { formatBytes } from '../../kernel/bytes'
import { formatDay, wibDayOf } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'
import { greet, safeName } from './phrases'

type Texts = {
  heading: string
  intro: (title: string) => string
  subject: (number: string) => string
}

const WORDS = {
  en: {
    account:
      'The report is encrypted. Its password comes to you by WhatsApp, and stands on the page of your order once you type your account’s password. Never by e-mail.',
    button: 'Go to the report',
    log: 'Every download stands on the page of your order.',
    number: 'Order number',
    retest: (day: string) =>
      `Have you mended what was found? Until ${day} you can ask for a retest on the page of your order.`,
    revision: 'Revision',
    size: 'Size',
    until: 'Can be downloaded until',
    whatsapp: 'The report is encrypted. Its password comes to you by WhatsApp, never by e-mail.',
  },
  id: {
    account:
      'Laporan terenkripsi. Kata sandinya dikirim lewat WhatsApp, dan dapat dilihat di halaman pesanan setelah Anda mengetik kata sandi akun. Tidak pernah lewat email.',
    button: 'Buka laporan',
    log: 'Setiap unduhan tercatat di halaman pesanan Anda.',
    number: 'Nomor pesanan',
    retest: (day: string) =>
      `Temuan sudah diperbaiki? Sampai ${day} Anda dapat meminta uji ulang di halaman pesanan.`,
    revision: 'Revisi',
    size: 'Ukuran',
    until: 'Bisa diunduh sampai',
    whatsapp:
      'Laporan terenkripsi. Kata sandinya kami kirim lewat WhatsApp, tidak pernah lewat email.',
  },
}

const READY: Record<'en' | 'id', Texts> = {
  en: {
    heading: 'Your security report is ready',
    intro: (title) =>
      `The report of ${title} is ready. Press “Download” on the page of your order.`,
    subject: (number) => `Your security report is ready, order ${number}`,
  },
  id: {
    heading: 'Laporan keamanan Anda siap',
    intro: (title) => `Laporan ${title} sudah siap. Tekan “Unduh” di halaman pesanan Anda.`,
    subject: (number) => `Laporan keamanan Anda siap, pesanan ${number}`,
  },
}

const RETESTED: Record<'en' | 'id', Texts> = {
  en: {
    heading: 'The result of the retest is here',
    intro: (title) =>
      `We have looked again at what you mended for ${title}. The new revision says what is settled and what is left.`,
    subject: (number) => `Result of the retest, order ${number}`,
  },
  id: {
    heading: 'Hasil uji ulang sudah ada',
    intro: (title) =>
      `Kami sudah memeriksa ulang perbaikan Anda untuk ${title}. Revisi baru memuat yang sudah beres dan yang tersisa.`,
    subject: (number) => `Hasil uji ulang, pesanan ${number}`,
  },
}

const dayOf = (at: string, locale: 'en' | 'id'): string => formatDay(wibDayOf(new Date(at)), locale)

const factsOf = (locale: 'en' | 'id', params: ReportParams): MessageContent['facts'] => {
  const { orderNumber, revision, size, validUntil } = params
  const words = WORDS[locale]
  return [
    { label: words.revision, value: String(revision) },
    { label: words.size, value: formatBytes(size, locale) },
    { label: words.until, value: dayOf(validUntil, locale) },
    { label: words.number, value: orderNumber },
  ]
}

const write =
  (texts: Record<'en' | 'id', Texts>, isFirst: boolean): MessageTemplate<ReportParams> =>
  ({ locale, params }) => {
    const [text, words] = [texts[locale], WORDS[locale]]
    const { customerName, hasAccount, orderNumber, orderUrl, retestUntil, title } = params
    const intro = text.intro(cleanHeaderText(title))
    return {
      button: { label: words.button, url: orderUrl },
      facts: factsOf(locale, params),
      greeting: greet({ locale, name: customerName }),
      heading: text.heading,
      intro,
      items: [],
      notes: [
        words[hasAccount ? 'account' : 'whatsapp'],
        words.log,
        ...(isFirst && retestUntil ? [words.retest(dayOf(retestUntil, locale))] : []),
      ],
      preheader: intro,
      reference: orderNumber,
      subject: text.subject(orderNumber),
      tone: 'brand',
    }
  }

/** To the customer: his report can be fetched. Holds the way to it, never its password. */
export const reportReady = write(READY, true)

/** To the customer: what was seen when his mending was looked at again. */
export const retestReady = write(RETESTED, false)

const WANTED = {
  en: {
    button: 'Open the delivery',
    heading: 'A retest is asked for',
    intro: (name: string, title: string) =>
      `${name} has mended what was found and wants it looked at again: ${title}.`,
    number: 'Order number',
    subject: (number: string) => `Retest asked for, order ${number}`,
  },
  id: {
    button: 'Buka pengerjaan',
    heading: 'Uji ulang diminta',
    intro: (name: string, title: string) =>
      `${name} sudah memperbaiki temuan dan meminta uji ulang: ${title}.`,
    number: 'Nomor pesanan',
    subject: (number: string) => `Uji ulang diminta, pesanan ${number}`,
  },
}

/** To whoever looks after the delivery: look again at what was mended. */
export const retestWanted: MessageTemplate<RetestParams> = ({ locale, params }) => {
  const text = WANTED[locale]
  const { customerName, orderNumber, title, url } = params
  const who = safeName(customerName) || (locale === 'id' ? 'Pelanggan' : 'The customer')
  const intro = text.intro(who, cleanHeaderText(title))
  return {
    button: { label: text.button, url },
    facts: [{ label: text.number, value: orderNumber }],
    heading: text.heading,
    intro,
    items: [],
    notes: [],
    preheader: intro,
    reference: orderNumber,
    subject: text.subject(orderNumber),
    tone: 'warning',
  }
}
