import type { Locale } from '../../kernel/errors'
import type { MessageContent, MessageTemplate } from './content'
import type { HostingParams } from './hostingParams'

import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

const FACTS = {
  en: { customer: 'Customer', number: 'Order number', service: 'Service' },
  id: { customer: 'Pelanggan', number: 'Nomor pesanan', service: 'Layanan' },
}

type Words = {
  button: string
  heading: string
  /** `name`: the domain, or the title of what has none. */
  intro: (name: string) => string
  notes: readonly string[]
  subject: (args: { name: string; number: string }) => string
}

const factsOf = (
  params: HostingParams,
  { isForStaff, locale }: { isForStaff: boolean; locale: Locale },
): MessageContent['facts'] => {
  const label = FACTS[locale]
  const { customerEmail, customerName, orderNumber, title } = params
  return [
    { label: label.service, value: cleanHeaderText(title, 120) },
    ...(isForStaff
      ? [
          {
            href: `mailto:${customerEmail}`,
            label: label.customer,
            value: cleanHeaderText(customerName),
          },
        ]
      : []),
    { label: label.number, value: orderNumber },
  ]
}

/** A message about a service, from its words. */
export const writeHosting =
  (
    words: Record<Locale, Words>,
    { isForStaff = false, tone = 'brand' as MessageContent['tone'] } = {},
  ): MessageTemplate<HostingParams> =>
  ({ locale, params }) => {
    const text = words[locale]
    const { customerName, domain, note, orderNumber, title, url } = params
    const name = cleanHeaderText(domain || title, 120)
    const intro = text.intro(name)
    return {
      ...(note ? { body: [{ kind: 'quote' as const, text: note }] } : {}),
      button: { label: text.button, url },
      facts: factsOf(params, { isForStaff, locale }),
      ...(isForStaff ? {} : { greeting: greet({ locale, name: customerName }) }),
      heading: text.heading,
      intro,
      items: [],
      notes: text.notes,
      preheader: intro,
      reference: orderNumber,
      subject: text.subject({ name, number: orderNumber }),
      tone,
    }
  }

/** To the customer: his service was seen running for the first time. */
export const hostingReady = writeHosting({
  en: {
    button: 'Open the service',
    heading: 'Your hosting is running',
    intro: (name) => `We have made ${name} and seen it running.`,
    notes: ['Your access data can be read once on its page. Keep them in a safe place.'],
    subject: ({ number }) => `Your hosting is running, order ${number}`,
  },
  id: {
    button: 'Buka layanan',
    heading: 'Hosting Anda sudah menyala',
    intro: (name) => `${name} sudah kami buat dan sudah terlihat menyala.`,
    notes: ['Data akses dapat dibaca satu kali di halamannya. Simpan di tempat aman.'],
    subject: ({ number }) => `Hosting Anda sudah menyala, pesanan ${number}`,
  },
})

/** To the customer: it could not be made; he may correct it and ask again. */
export const hostingFailed = writeHosting(
  {
    en: {
      button: 'Correct and try again',
      heading: 'Your hosting could not be made',
      intro: (name) => `The server did not accept ${name}. It answered:`,
      notes: ['Correct the domain and ask again, or answer this mail. We look into it, too.'],
      subject: ({ number }) => `Your hosting could not be made, order ${number}`,
    },
    id: {
      button: 'Perbaiki dan coba lagi',
      heading: 'Hosting Anda gagal dibuat',
      intro: (name) => `Server tidak menerima ${name}. Jawabannya:`,
      notes: ['Perbaiki domain lalu minta lagi, atau balas pesan ini. Kami juga memeriksanya.'],
      subject: ({ number }) => `Hosting Anda gagal dibuat, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To the customer: his service was seen switched off. */
export const hostingSuspended = writeHosting(
  {
    en: {
      button: 'See what you can do',
      heading: 'Your hosting is suspended',
      intro: (name) => `${name} is switched off. Your data are kept.`,
      notes: ['It comes back by itself, within a minute, once the reason is gone.'],
      subject: ({ number }) => `Your hosting is suspended, order ${number}`,
    },
    id: {
      button: 'Lihat yang dapat dilakukan',
      heading: 'Hosting Anda ditangguhkan',
      intro: (name) => `${name} sudah dimatikan. Data Anda tetap disimpan.`,
      notes: ['Layanan menyala sendiri dalam satu menit setelah penyebabnya selesai.'],
      subject: ({ number }) => `Hosting Anda ditangguhkan, pesanan ${number}`,
    },
  },
  { tone: 'danger' },
)

/** To the customer: his service was seen running again. */
export const hostingResumed = writeHosting({
  en: {
    button: 'Open the order',
    heading: 'Your hosting is running again',
    intro: (name) => `${name} is on again. Thank you.`,
    notes: [],
    subject: ({ number }) => `Your hosting is running again, order ${number}`,
  },
  id: {
    button: 'Buka pesanan',
    heading: 'Hosting Anda menyala lagi',
    intro: (name) => `${name} sudah menyala lagi. Terima kasih.`,
    notes: [],
    subject: ({ number }) => `Hosting Anda menyala lagi, pesanan ${number}`,
  },
})

/** To the customer: his service was seen gone. */
export const hostingEnded = writeHosting({
  en: {
    button: 'Open the order',
    heading: 'Your hosting has ended',
    intro: (name) => `${name} was removed from our server.`,
    notes: ['Its data are not kept any longer.'],
    subject: ({ number }) => `Your hosting has ended, order ${number}`,
  },
  id: {
    button: 'Buka pesanan',
    heading: 'Hosting Anda sudah berakhir',
    intro: (name) => `${name} sudah dihapus dari server kami.`,
    notes: ['Datanya tidak disimpan lagi.'],
    subject: ({ number }) => `Hosting Anda sudah berakhir, pesanan ${number}`,
  },
})
