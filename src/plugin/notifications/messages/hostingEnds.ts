import { writeHosting } from './hosting'

/** To the customer: the contract of his service ends on a day, which stands in the note. */
export const hostingRenewalDue = writeHosting({
  en: {
    button: 'Renew',
    heading: 'Your hosting contract ends soon',
    intro: (name) => `The contract of ${name} ends on:`,
    notes: [
      'Renew on the page of the service. Without a renewal we talk to you before anything ends.',
    ],
    subject: ({ number }) => `Your hosting contract ends soon, order ${number}`,
  },
  id: {
    button: 'Perpanjang',
    heading: 'Kontrak hosting Anda segera berakhir',
    intro: (name) => `Kontrak ${name} berakhir pada:`,
    notes: [
      'Perpanjang di halaman layanan. Tanpa perpanjangan, kami menghubungi Anda sebelum apa pun diakhiri.',
    ],
    subject: ({ number }) => `Kontrak hosting Anda segera berakhir, pesanan ${number}`,
  },
})

/** To the customer: the contract has ended without a renewal. */
export const hostingContractEnded = writeHosting(
  {
    en: {
      button: 'Renew or talk to us',
      heading: 'Your hosting contract has ended',
      intro: (name) => `The contract of ${name} ended on:`,
      notes: [
        'The service still runs. We decide with you what happens with it and with your data.',
      ],
      subject: ({ number }) => `Your hosting contract has ended, order ${number}`,
    },
    id: {
      button: 'Perpanjang atau hubungi kami',
      heading: 'Kontrak hosting Anda sudah berakhir',
      intro: (name) => `Kontrak ${name} berakhir pada:`,
      notes: [
        'Layanan masih menyala. Kelanjutan layanan dan data Anda kami putuskan bersama Anda.',
      ],
      subject: ({ number }) => `Kontrak hosting Anda sudah berakhir, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To the customer: his service will be removed after a day, which stands in the note. */
export const hostingExporting = writeHosting(
  {
    en: {
      button: 'Open the service',
      heading: 'Your hosting ends: please fetch your data',
      intro: (name) => `${name} will be removed. You can fetch your data until the end of:`,
      notes: ['After that day your data cannot be restored. Is this a mistake? Answer this mail.'],
      subject: ({ number }) => `Your hosting ends: please fetch your data, order ${number}`,
    },
    id: {
      button: 'Buka layanan',
      heading: 'Hosting Anda akan diakhiri: ambil data Anda',
      intro: (name) => `${name} akan dihapus. Data Anda dapat diambil sampai akhir hari:`,
      notes: ['Setelah itu data tidak dapat dipulihkan. Ini keliru? Balas pesan ini.'],
      subject: ({ number }) => `Hosting Anda akan diakhiri: ambil data Anda, pesanan ${number}`,
    },
  },
  { tone: 'danger' },
)

/** To the customer who was told of the end of his service: it is not removed. */
export const hostingKept = writeHosting({
  en: {
    button: 'Open the service',
    heading: 'Your hosting goes on',
    intro: (name) => `${name} will not be removed. Our earlier message no longer counts.`,
    notes: ['You need not do anything.'],
    subject: ({ number }) => `Your hosting goes on, order ${number}`,
  },
  id: {
    button: 'Buka layanan',
    heading: 'Hosting Anda tetap berjalan',
    intro: (name) => `${name} tidak jadi dihapus. Pesan kami sebelumnya tidak berlaku lagi.`,
    notes: ['Anda tidak perlu melakukan apa pun.'],
    subject: ({ number }) => `Hosting Anda tetap berjalan, pesanan ${number}`,
  },
})

/** To staff: a contract has ended, or its customer wants to stop; nothing ends by itself. */
export const hostingDecision = writeHosting(
  {
    en: {
      button: 'Decide about the service',
      heading: 'A service waits for your decision',
      intro: (name) => `Nothing ends by itself. Please decide about ${name}:`,
      notes: [],
      subject: ({ name, number }) => `Please decide: ${name}, order ${number}`,
    },
    id: {
      button: 'Putuskan layanan',
      heading: 'Ada layanan yang menunggu keputusan Anda',
      intro: (name) => `Tidak ada yang berakhir sendiri. Mohon putuskan ${name}:`,
      notes: [],
      subject: ({ name, number }) => `Mohon putuskan: ${name}, pesanan ${number}`,
    },
  },
  { isForStaff: true, tone: 'warning' },
)
