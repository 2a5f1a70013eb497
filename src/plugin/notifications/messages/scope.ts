import type { Locale } from '../../kernel/errors'
import type { MessageContent, MessageTemplate } from './content'
import type { ScopeParams } from './scopeParams'

import { cleanHeaderText } from '../mail/headers'
import { dayIn, greet } from './phrases'

const FACTS = {
  en: {
    customer: 'Customer',
    domain: 'Domain',
    number: 'Order number',
    readyOn: 'Report expected by',
    startsOn: 'Analysis begins',
  },
  id: {
    customer: 'Pelanggan',
    domain: 'Domain',
    number: 'Nomor pesanan',
    readyOn: 'Perkiraan laporan',
    startsOn: 'Analisis dimulai',
  },
}

type Words = {
  button: string
  heading: string
  intro: (title: string) => string
  notes: readonly string[]
  subject: (number: string) => string
}

const factsOf = (
  params: ScopeParams,
  { isForStaff, locale }: { isForStaff: boolean; locale: Locale },
): MessageContent['facts'] => {
  const label = FACTS[locale]
  const { customerEmail, customerName, domain, orderNumber, readyOn, startsOn } = params
  return [
    ...(startsOn ? [{ label: label.startsOn, value: dayIn(startsOn, locale) }] : []),
    ...(readyOn ? [{ label: label.readyOn, value: dayIn(readyOn, locale) }] : []),
    ...(domain ? [{ label: label.domain, value: cleanHeaderText(domain) }] : []),
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

/** A message about a scope, from its words. */
export const writeScope =
  (
    words: Record<Locale, Words>,
    { isForStaff = false, tone = 'brand' as MessageContent['tone'] } = {},
  ): MessageTemplate<ScopeParams> =>
  ({ locale, params }) => {
    const text = words[locale]
    const { customerName, note, orderNumber, title, url } = params
    const intro = text.intro(cleanHeaderText(title, 120))
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
      subject: text.subject(orderNumber),
      tone,
    }
  }

/** To the customer, once it is paid: what is to be examined? */
export const scopeWanted = writeScope({
  en: {
    button: 'Write the scope',
    heading: 'What shall we examine?',
    intro: (title) =>
      `“${title}” begins with your site, your limits and your written permission. It takes about five minutes.`,
    notes: [
      'Have at hand: the name of the domain, whom to call in an emergency, and access to DNS or to the web server.',
      'Never send passwords to us.',
    ],
    subject: (number) => `Please write the scope of your analysis, order ${number}`,
  },
  id: {
    button: 'Isi ruang lingkup',
    heading: 'Apa yang harus kami periksa?',
    intro: (title) =>
      `“${title}” dimulai dari situs, batasan, dan izin tertulis Anda. Mengisinya sekitar lima menit.`,
    notes: [
      'Siapkan nama domain, kontak darurat, dan akses ke DNS atau server web.',
      'Jangan pernah mengirim kata sandi kepada kami.',
    ],
    subject: (number) => `Isi ruang lingkup analisis Anda, pesanan ${number}`,
  },
})

/** To staff: the customer has written and signed. */
export const scopeSubmitted = writeScope(
  {
    en: {
      button: 'Read the scope',
      heading: 'A scope was written and authorised',
      intro: (title) => `For “${title}”. The shop is looking for the proof of the domain.`,
      notes: ['You can agree on it once the domain is proven, or ask for changes now.'],
      subject: (number) => `Scope written: order ${number}`,
    },
    id: {
      button: 'Baca ruang lingkup',
      heading: 'Ruang lingkup diisi dan diizinkan',
      intro: (title) => `Untuk “${title}”. Toko sedang mencari bukti domainnya.`,
      notes: ['Sepakati setelah domain terbukti, atau minta perubahan sekarang.'],
      subject: (number) => `Ruang lingkup diisi: pesanan ${number}`,
    },
  },
  { isForStaff: true },
)

/** To the customer: his domain is proven. */
export const scopeProven = writeScope({
  en: {
    button: 'Open the scope',
    heading: 'Your domain is proven',
    intro: () => 'We have found your code. Next we write to you with a date and an estimate.',
    notes: ['You may remove record or file again.'],
    subject: (number) => `Your domain is proven, order ${number}`,
  },
  id: {
    button: 'Buka ruang lingkup',
    heading: 'Domain Anda terbukti',
    intro: () => 'Kode Anda sudah kami temukan. Berikutnya kami kirim jadwal dan perkiraannya.',
    notes: ['Catatan DNS atau berkasnya boleh dihapus lagi.'],
    subject: (number) => `Domain Anda terbukti, pesanan ${number}`,
  },
})

/** To staff: a date can be set. */
export const scopeProvenForStaff = writeScope(
  {
    en: {
      button: 'Set date and estimate',
      heading: 'A domain is proven',
      intro: (title) => `“${title}” waits for your date and your estimate.`,
      notes: [],
      subject: (number) => `Domain proven, set a date: order ${number}`,
    },
    id: {
      button: 'Tetapkan jadwal',
      heading: 'Domain terbukti',
      intro: (title) => `“${title}” menunggu jadwal dan perkiraan dari Anda.`,
      notes: [],
      subject: (number) => `Domain terbukti, tetapkan jadwal: pesanan ${number}`,
    },
  },
  { isForStaff: true },
)

/** To the customer: something in the form has to change. */
export const scopeChangesWanted = writeScope(
  {
    en: {
      button: 'Change the scope',
      heading: 'Please change the scope',
      intro: (title) => `Before “${title}” can go on, we need something changed:`,
      notes: ['What you wrote is still there. If the domain stays, its proof stays, too.'],
      subject: (number) => `Please change the scope, order ${number}`,
    },
    id: {
      button: 'Perbaiki ruang lingkup',
      heading: 'Ruang lingkup perlu diperbaiki',
      intro: (title) => `Sebelum “${title}” dilanjutkan, ada yang perlu diubah:`,
      notes: ['Isian Anda masih ada. Bila domainnya tetap, buktinya juga tetap berlaku.'],
      subject: (number) => `Ruang lingkup perlu diperbaiki, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To the customer: agreed, with date and estimate. */
export const scopeAgreed = writeScope({
  en: {
    button: 'Open the scope',
    heading: 'Scope and schedule are agreed',
    intro: (title) => `“${title}” has a date. The report comes when it is done.`,
    notes: ['Does the day not suit you, or must it stop? Answer this mail.'],
    subject: (number) => `Schedule of your analysis, order ${number}`,
  },
  id: {
    button: 'Buka ruang lingkup',
    heading: 'Ruang lingkup dan jadwal disepakati',
    intro: (title) => `“${title}” sudah terjadwal. Laporannya kami kirim setelah selesai.`,
    notes: ['Waktunya tidak cocok, atau harus dihentikan? Balas email ini.'],
    subject: (number) => `Jadwal analisis Anda, pesanan ${number}`,
  },
})
