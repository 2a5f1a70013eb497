import type { Labels } from '../kernel/errors'

/** What can be done with a report, in words that staff and customers read. */
export const ACCESS_WORDS = {
  downloaded: { en: 'Downloaded', id: 'Diunduh' },
  password: { en: 'Password looked at', id: 'Kata sandi dilihat' },
  resent: { en: 'Access sent again', id: 'Akses dikirim ulang' },
} as const satisfies Record<string, Labels>

/** One of them. */
export type AccessKind = keyof typeof ACCESS_WORDS

/** In place of the name of somebody who was not logged in. */
export const HOLDER: Labels = {
  en: 'Whoever has the link of the order',
  id: 'Pemegang tautan pesanan',
}
