import type { SessionTexts } from './words'

import { SESSION_NOTES as NOTES } from './words'

/** What customers are told about their sessions. */
export const CUSTOMER_TEXTS = {
  booked: {
    hasPlace: true,
    tone: 'brand',
    en: {
      button: 'See your session',
      heading: 'Your session is scheduled',
      intro: (title) =>
        `Your time for “${title}” is set. The invitation for your calendar is attached.`,
      notes: NOTES.en.moves,
      subject: ({ title, when }) => `Scheduled: ${title}, ${when}`,
    },
    id: {
      button: 'Lihat sesi Anda',
      heading: 'Sesi Anda terjadwal',
      intro: (title) => `Waktu untuk “${title}” sudah ditetapkan. Undangan kalender terlampir.`,
      notes: NOTES.id.moves,
      subject: ({ title, when }) => `Terjadwal: ${title}, ${when}`,
    },
  },
  cancelled: {
    hasPlace: false,
    tone: 'warning',
    en: {
      button: 'See your order',
      heading: 'Your session has been called off',
      intro: (title) => `“${title}” does not take place at this time.`,
      notes: NOTES.en.again,
      subject: ({ title, when }) => `Called off: ${title}, ${when}`,
    },
    id: {
      button: 'Lihat pesanan Anda',
      heading: 'Sesi Anda dibatalkan',
      intro: (title) => `“${title}” tidak jadi berlangsung pada waktu ini.`,
      notes: NOTES.id.again,
      subject: ({ title, when }) => `Dibatalkan: ${title}, ${when}`,
    },
  },
  missed: {
    hasPlace: false,
    tone: 'warning',
    en: {
      button: 'Pick another time',
      heading: 'We missed you',
      intro: (title) => `We waited for you at “${title}”. Please pick another time.`,
      notes: NOTES.en.once,
      subject: ({ title }) => `We missed you: ${title}`,
    },
    id: {
      button: 'Pilih waktu lain',
      heading: 'Kami menunggu Anda',
      intro: (title) => `Kami sudah menunggu Anda pada “${title}”. Silakan pilih waktu lain.`,
      notes: NOTES.id.once,
      subject: ({ title }) => `Sesi terlewat: ${title}`,
    },
  },
  moved: {
    hasPlace: true,
    tone: 'brand',
    en: {
      button: 'See your session',
      heading: 'Your session has another time',
      intro: (title) =>
        `“${title}” has been moved. The attached invitation changes it in your calendar, too.`,
      notes: NOTES.en.moves,
      subject: ({ title, when }) => `New time: ${title}, ${when}`,
    },
    id: {
      button: 'Lihat sesi Anda',
      heading: 'Jadwal sesi Anda berubah',
      intro: (title) =>
        `“${title}” dipindah ke waktu baru. Undangan terlampir memperbarui kalender Anda.`,
      notes: NOTES.id.moves,
      subject: ({ title, when }) => `Jadwal baru: ${title}, ${when}`,
    },
  },
  placeChanged: {
    hasPlace: true,
    tone: 'brand',
    en: {
      button: 'See your session',
      heading: 'The link of your session',
      intro: (title) => `This is where “${title}” takes place. Day and time stay as they are.`,
      notes: NOTES.en.none,
      subject: ({ title, when }) => `Link for ${title}, ${when}`,
    },
    id: {
      button: 'Lihat sesi Anda',
      heading: 'Tautan sesi Anda',
      intro: (title) => `Di sinilah “${title}” berlangsung. Hari dan jamnya tetap.`,
      notes: NOTES.id.none,
      subject: ({ title, when }) => `Tautan ${title}, ${when}`,
    },
  },
  soon: {
    hasPlace: true,
    tone: 'brand',
    en: {
      button: 'See your session',
      heading: 'Your session is near',
      intro: (title) => `A reminder of “${title}”.`,
      notes: NOTES.en.none,
      subject: ({ title, when }) => `Reminder: ${title}, ${when}`,
    },
    id: {
      button: 'Lihat sesi Anda',
      heading: 'Sesi Anda segera dimulai',
      intro: (title) => `Kami mengingatkan “${title}”.`,
      notes: NOTES.id.none,
      subject: ({ title, when }) => `Pengingat: ${title}, ${when}`,
    },
  },
  summary: {
    hasPlace: false,
    tone: 'brand',
    en: {
      button: 'See your order',
      heading: 'Summary of your session',
      intro: (title) => `Thank you for “${title}”. This is what we talked about.`,
      notes: NOTES.en.questions,
      subject: ({ title }) => `Summary: ${title}`,
    },
    id: {
      button: 'Lihat pesanan Anda',
      heading: 'Ringkasan sesi Anda',
      intro: (title) => `Terima kasih atas “${title}”. Berikut yang kita bahas.`,
      notes: NOTES.id.questions,
      subject: ({ title }) => `Ringkasan: ${title}`,
    },
  },
} as const satisfies Record<string, SessionTexts>
