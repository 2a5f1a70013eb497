import type { PasswordParams } from '../schema'
import type { MessageTemplate } from './content'

import { greet } from './phrases'

const TEXT = {
  en: {
    button: 'Set your password',
    heading: 'Set the password of your account',
    intro: 'Somebody, probably you, asked to set the password of your account.',
    notes: [
      'The link works once, for one hour. If this was not you, ignore this e-mail: nothing changes.',
      'We never ask for your password, PIN or OTP.',
    ],
    preheader: 'The link works once, for one hour.',
    subject: 'Set your password',
  },
  id: {
    button: 'Atur kata sandi',
    heading: 'Atur kata sandi akun Anda',
    intro: 'Ada permintaan, kemungkinan dari Anda, untuk mengatur kata sandi akun Anda.',
    notes: [
      'Tautan ini berlaku satu kali, selama satu jam. Jika ini bukan Anda, abaikan email ini: tidak ada yang berubah.',
      'Kami tidak pernah meminta kata sandi, PIN, atau OTP Anda.',
    ],
    preheader: 'Tautan ini berlaku satu kali, selama satu jam.',
    subject: 'Atur kata sandi Anda',
  },
}

/** To whoever wants to open an account, or has forgotten the password. */
export const passwordAsked: MessageTemplate<PasswordParams> = ({ locale, params }) => {
  const { button, heading, intro, notes, preheader, subject } = TEXT[locale]
  return {
    button: { label: button, url: params.url },
    facts: [],
    greeting: greet({ locale, name: params.customerName }),
    heading,
    intro,
    items: [],
    notes,
    preheader,
    subject,
    tone: 'brand',
  }
}
