import type { StuckParams } from '../schema'
import type { MessageTemplate } from './content'

import { formatInstant } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'

const TEXT = {
  en: {
    button: 'Open waiting messages',
    count: 'Messages waiting',
    heading: (channel: string) => `Messages by ${channel} are held up`,
    intro: (channel: string) =>
      `Messages wait and none goes out by ${channel}. They will go by themselves once the cause is mended.`,
    last: 'Last one that went out',
    names: { email: 'e-mail', whatsapp: 'WhatsApp' },
    never: 'None yet',
    notes: [
      'Look at the server, its password or token, and the worker; npm run doctor says what is wrong.',
      'You hear of this once, and at most twice more if it goes on.',
    ],
    reason: 'Last error',
    since: 'Oldest waits since',
    unknown: 'None: nobody has tried',
  },
  id: {
    button: 'Buka pesan yang menunggu',
    count: 'Pesan menunggu',
    heading: (channel: string) => `Pesan lewat ${channel} tertahan`,
    intro: (channel: string) =>
      `Ada pesan yang menunggu, tetapi tidak ada yang terkirim lewat ${channel}. Semuanya terkirim sendiri setelah sebabnya diperbaiki.`,
    last: 'Terakhir terkirim',
    names: { email: 'email', whatsapp: 'WhatsApp' },
    never: 'Belum pernah',
    notes: [
      'Periksa server, kata sandi atau token, dan worker; npm run doctor menyebutkan sebabnya.',
      'Anda menerima kabar ini sekali, dan paling banyak dua kali lagi bila terus berlanjut.',
    ],
    reason: 'Galat terakhir',
    since: 'Paling lama menunggu sejak',
    unknown: 'Tidak ada: belum ada yang mencoba',
  },
}

/** To the shop: a whole channel is silent although there is something to say. */
export const messageStuck: MessageTemplate<StuckParams> = ({ locale, params }) => {
  const text = TEXT[locale]
  const { channel, count, lastSentAt, reason, since, url } = params
  const name = text.names[channel]
  const heading = text.heading(name)
  const last = lastSentAt ? formatInstant(new Date(lastSentAt), locale) : text.never
  return {
    button: { label: text.button, url },
    facts: [
      { label: text.since, value: formatInstant(new Date(since), locale) },
      { label: text.count, value: String(count) },
      { label: text.reason, value: cleanHeaderText(reason) || text.unknown },
      { label: text.last, value: last },
    ],
    heading,
    intro: text.intro(name),
    items: [],
    notes: text.notes,
    preheader: `${text.since}: ${formatInstant(new Date(since), locale)}`,
    subject: heading,
    tone: 'danger',
  }
}
