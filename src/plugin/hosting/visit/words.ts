import type { Labels } from '../../kernel/errors'

/** How a site stands whose visitors get an answer of ours in place of the site. */
export type VisitState = 'gone' | 'suspended'

/** What a visitor reads. Nothing here says why: debts are between the shop and the owner. */
type VisitWords = { heading: Labels; ownerQuestion: Labels; ownerWay: Labels; text: Labels }

export const VISIT_WORDS: Readonly<Record<VisitState, VisitWords>> = {
  gone: {
    heading: { en: 'This site has been closed', id: 'Situs ini sudah ditutup' },
    ownerQuestion: { en: 'Are you its owner?', id: 'Anda pemiliknya?' },
    ownerWay: { en: 'Sign in', id: 'Masuk' },
    text: {
      en: 'The service behind this address has ended.',
      id: 'Layanan di alamat ini sudah berakhir.',
    },
  },
  suspended: {
    heading: {
      en: 'This site is temporarily suspended',
      id: 'Layanan ditangguhkan sementara',
    },
    ownerQuestion: { en: 'Are you its owner?', id: 'Anda pemiliknya?' },
    ownerWay: { en: 'Sign in & pay', id: 'Masuk & bayar' },
    text: {
      en: 'It cannot be opened right now. Please try again later.',
      id: 'Situs ini belum dapat dibuka. Silakan coba lagi nanti.',
    },
  },
}
