import type { SessionTexts } from './words'

import { SESSION_NOTES as NOTES } from './words'

/** What those are told who give the sessions. */
export const HOST_TEXTS = {
  bookedForHost: {
    hasPlace: true,
    tone: 'brand',
    en: {
      button: 'Open the delivery',
      heading: 'You have a session',
      intro: (title) => `“${title}” is in your diary.`,
      notes: NOTES.en.link,
      subject: ({ title, when }) => `New session: ${title}, ${when}`,
    },
    id: {
      button: 'Buka pekerjaan',
      heading: 'Anda punya sesi',
      intro: (title) => `“${title}” masuk ke jadwal Anda.`,
      notes: NOTES.id.link,
      subject: ({ title, when }) => `Sesi baru: ${title}, ${when}`,
    },
  },
  cancelledForHost: {
    hasPlace: false,
    tone: 'warning',
    en: {
      button: 'Open the delivery',
      heading: 'A session is off your diary',
      intro: (title) => `“${title}” is no longer yours at this time.`,
      notes: NOTES.en.none,
      subject: ({ title, when }) => `Called off: ${title}, ${when}`,
    },
    id: {
      button: 'Buka pekerjaan',
      heading: 'Sesi keluar dari jadwal Anda',
      intro: (title) => `“${title}” tidak lagi ada di jadwal Anda pada waktu ini.`,
      notes: NOTES.id.none,
      subject: ({ title, when }) => `Dibatalkan: ${title}, ${when}`,
    },
  },
  movedForHost: {
    hasPlace: true,
    tone: 'warning',
    en: {
      button: 'Open the delivery',
      heading: 'A session has been moved',
      intro: (title) => `“${title}” has another time.`,
      notes: NOTES.en.none,
      subject: ({ title, when }) => `Moved: ${title}, ${when}`,
    },
    id: {
      button: 'Buka pekerjaan',
      heading: 'Sesi dipindah',
      intro: (title) => `“${title}” punya waktu baru.`,
      notes: NOTES.id.none,
      subject: ({ title, when }) => `Dipindah: ${title}, ${when}`,
    },
  },
  placeChangedForHost: {
    hasPlace: true,
    tone: 'brand',
    en: {
      button: 'Open the delivery',
      heading: 'The link of a session has changed',
      intro: (title) => `“${title}” takes place here.`,
      notes: NOTES.en.none,
      subject: ({ title, when }) => `Link: ${title}, ${when}`,
    },
    id: {
      button: 'Buka pekerjaan',
      heading: 'Tautan sesi berubah',
      intro: (title) => `“${title}” berlangsung di sini.`,
      notes: NOTES.id.none,
      subject: ({ title, when }) => `Tautan: ${title}, ${when}`,
    },
  },
  soonForHost: {
    hasPlace: true,
    tone: 'brand',
    en: {
      button: 'Open the delivery',
      heading: 'Your session is near',
      intro: (title) => `A reminder of “${title}”.`,
      notes: NOTES.en.link,
      subject: ({ title, when }) => `Reminder: ${title}, ${when}`,
    },
    id: {
      button: 'Buka pekerjaan',
      heading: 'Sesi Anda segera dimulai',
      intro: (title) => `Kami mengingatkan “${title}”.`,
      notes: NOTES.id.link,
      subject: ({ title, when }) => `Pengingat: ${title}, ${when}`,
    },
  },
} as const satisfies Record<string, SessionTexts>
