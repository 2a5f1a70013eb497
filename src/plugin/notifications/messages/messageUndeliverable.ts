import type { UndeliverableParams } from '../schema'
import type { MessageTemplate } from './content'

import { cleanHeaderText } from '../mail/headers'

const TEXT = {
  en: {
    about: 'Message',
    address: 'Recipient',
    button: 'Open undeliverable messages',
    heading: 'A message could not be delivered',
    intro:
      'Nobody has read it. Correct what is wrong, send it again, or tell the recipient another way.',
    notes: ['You hear of this once an hour at most; the list in the panel has every such message.'],
    reason: 'What the mail server said',
    subject: 'A message could not be delivered',
  },
  id: {
    about: 'Pesan',
    address: 'Penerima',
    button: 'Buka pesan yang gagal',
    heading: 'Ada pesan yang gagal terkirim',
    intro:
      'Pesan ini tidak sampai. Perbaiki sebabnya lalu kirim ulang, atau hubungi penerimanya dengan cara lain.',
    notes: [
      'Anda menerima kabar ini paling banyak sekali per jam; daftar di panel memuat semua pesan yang gagal.',
    ],
    reason: 'Jawaban server email',
    subject: 'Ada pesan yang gagal terkirim',
  },
}

/** To the shop: somebody was not told what he should know. */
export const messageUndeliverable: MessageTemplate<UndeliverableParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  return {
    button: { label: text.button, url: params.url },
    facts: [
      { label: text.about, value: params.about },
      { label: text.address, value: cleanHeaderText(params.address) },
      { label: text.reason, value: cleanHeaderText(params.reason) },
    ],
    heading: text.heading,
    intro: text.intro,
    items: [],
    notes: text.notes,
    preheader: text.intro,
    subject: text.subject,
    tone: 'danger',
  }
}
