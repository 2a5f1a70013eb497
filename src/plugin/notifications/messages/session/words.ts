import type { Locale } from '../../../kernel/errors'
import type { SessionParams } from '../../schema'
import type { MessageContent } from '../content'

/** What one message about a session says in one language. */
export type SessionText = {
  button: string
  heading: string
  intro: (title: string) => string
  notes: (params: SessionParams) => readonly string[]
  subject: (words: { title: string; when: string }) => string
}

/** The same in both languages. */
export type SessionTexts = {
  /** Whether it says where the session is held. */
  hasPlace: boolean
  tone: MessageContent['tone']
} & Record<Locale, SessionText>

/** Closing sentences that several messages share. */
export const SESSION_NOTES = {
  en: {
    again: () => ['Please pick another time on the page of your order, or write to us.'],
    link: ({ placeUrl }: SessionParams) =>
      placeUrl ? [] : ['There is no link yet: set it on the page of the delivery.'],
    moves: ({ movesLeft }: SessionParams) =>
      movesLeft > 0
        ? [`You can move it until 24 hours before, ${movesLeft === 1 ? 'once more' : 'twice'}.`]
        : ['To change it once more, please write to us.'],
    none: () => [],
    once: () => ['If you stay away a second time, please write to us for a further one.'],
    questions: () => [
      'For the days that were promised you may ask about it on the page of your order.',
    ],
  },
  id: {
    again: () => ['Silakan pilih waktu lain di halaman pesanan Anda, atau hubungi kami.'],
    link: ({ placeUrl }: SessionParams) =>
      placeUrl ? [] : ['Belum ada tautan: isi di halaman pekerjaan.'],
    moves: ({ movesLeft }: SessionParams) =>
      movesLeft > 0
        ? [`Anda dapat memindahkannya sampai 24 jam sebelumnya, ${movesLeft} kali lagi.`]
        : ['Untuk mengubahnya lagi, silakan hubungi kami.'],
    none: () => [],
    once: () => ['Bila terlewat sekali lagi, silakan hubungi kami untuk jadwal berikutnya.'],
    questions: () => [
      'Selama hari yang dijanjikan Anda dapat bertanya tentang hal ini di halaman pesanan.',
    ],
  },
} as const
