import type { DownloadParams } from '../schema'
import type { MessageContent, MessageTemplate } from './content'

import { formatBytes } from '../../kernel/bytes'
import { formatDay, wibDayOf } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

const FACTS = {
  en: {
    number: 'Order number',
    size: 'Size',
    support: 'Help until',
    until: 'Download until',
    version: 'Version',
  },
  id: {
    number: 'Nomor pesanan',
    size: 'Ukuran',
    support: 'Bantuan sampai',
    until: 'Unduh sampai',
    version: 'Versi',
  },
}

const PASSWORD = {
  en: {
    account:
      'The package has a password. It comes by WhatsApp, and stands on the page of your order once you type your account’s password. Never by e-mail.',
    whatsapp: 'The package has a password. It comes to you by WhatsApp, never by e-mail.',
  },
  id: {
    account:
      'Paket berkata sandi. Kata sandinya dikirim lewat WhatsApp, dan dapat dilihat di halaman pesanan setelah Anda mengetik kata sandi akun. Tidak pernah lewat email.',
    whatsapp:
      'Paket berkata sandi. Kata sandinya kami kirim lewat WhatsApp, tidak pernah lewat email.',
  },
}

type Texts = {
  button: string
  heading: string
  intro: (title: string, version: string) => string
  notes: readonly string[]
  subject: (title: string, version: string, number: string) => string
}

const READY: Record<'en' | 'id', Texts> = {
  en: {
    button: 'Go to your files',
    heading: 'Your files are ready',
    intro: (title) => `${title} is ready. Press “Download” on the page of your order.`,
    notes: ['Unpack it with 7-Zip, WinRAR, WinZip or Keka; then begin with “READ ME FIRST”.'],
    subject: (title, _, number) => `Your files are ready: ${title}, order ${number}`,
  },
  id: {
    button: 'Buka berkas Anda',
    heading: 'Berkas Anda siap diunduh',
    intro: (title) => `${title} sudah siap. Tekan “Unduh” di halaman pesanan Anda.`,
    notes: ['Buka dengan 7-Zip, WinRAR, WinZip, atau Keka; lalu mulai dari “BACA DULU”.'],
    subject: (title, _, number) => `Berkas Anda siap diunduh: ${title}, pesanan ${number}`,
  },
}

const RELEASED: Record<'en' | 'id', Texts> = {
  en: {
    button: 'Get the new version',
    heading: 'There is a new version',
    intro: (title, version) =>
      `${title} ${version} is here. You get it for free; what you have stays.`,
    notes: [
      'It opens with the password of your package; the earlier version can still be downloaded.',
    ],
    subject: (title, version) => `New version: ${title} ${version}`,
  },
  id: {
    button: 'Unduh versi baru',
    heading: 'Ada versi baru',
    intro: (title, version) =>
      `${title} ${version} sudah terbit, gratis untuk Anda. Versi lama tetap ada.`,
    notes: ['Kata sandinya sama dengan paket Anda; versi sebelumnya tetap dapat diunduh.'],
    subject: (title, version) => `Versi baru: ${title} ${version}`,
  },
}

const dayOf = (at: string, locale: 'en' | 'id'): string => formatDay(wibDayOf(new Date(at)), locale)

const factsOf = (locale: 'en' | 'id', params: DownloadParams): MessageContent['facts'] => {
  const label = FACTS[locale]
  const { orderNumber, size, supportUntil, validUntil, version } = params
  return [
    { label: label.version, value: version },
    { label: label.size, value: formatBytes(size, locale) },
    { label: label.until, value: dayOf(validUntil, locale) },
    ...(supportUntil ? [{ label: label.support, value: dayOf(supportUntil, locale) }] : []),
    { label: label.number, value: orderNumber },
  ]
}

const write =
  (texts: Record<'en' | 'id', Texts>): MessageTemplate<DownloadParams> =>
  ({ locale, params }) => {
    const text = texts[locale]
    const { changelog, hasAccount, orderNumber, orderUrl, version } = params
    const title = cleanHeaderText(params.title)
    const intro = text.intro(title, version)
    return {
      button: { label: text.button, url: orderUrl },
      facts: factsOf(locale, params),
      greeting: greet({ locale, name: params.customerName }),
      heading: text.heading,
      intro,
      items: [],
      notes: [
        ...(changelog ? changelog.split('\n').filter((line) => line.trim() !== '') : []),
        PASSWORD[locale][hasAccount ? 'account' : 'whatsapp'],
        ...text.notes,
      ],
      preheader: intro,
      reference: orderNumber,
      subject: text.subject(title, version, orderNumber),
      tone: 'brand',
    }
  }

/** To the buyer: his package can be fetched. Holds the way to it, never its password. */
export const downloadReady = write(READY)

/** To everybody who is entitled: a new version can be fetched. */
export const releasePublished = write(RELEASED)
