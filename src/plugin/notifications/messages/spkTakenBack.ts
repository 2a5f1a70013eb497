import { writeSpk } from './spk'

/** To the customer: staff change the content once more before he answers it. */
export const spkWithdrawn = writeSpk(
  {
    en: {
      button: 'Open the SPK',
      heading: 'We are changing your SPK once more',
      intro: (title) =>
        `We have taken back the SPK for “${title}” to change it. The link that you have ends now.`,
      notes: ['You need not do anything. You get a new link when it is ready to be checked.'],
      subject: (number) => `Your SPK is being changed, order ${number}`,
    },
    id: {
      button: 'Buka SPK',
      heading: 'SPK Anda kami ubah dahulu',
      intro: (title) =>
        `SPK untuk “${title}” kami tarik untuk diubah. Tautan yang Anda terima kini berakhir.`,
      notes: ['Anda tidak perlu melakukan apa pun. Tautan baru kami kirim setelah siap diperiksa.'],
      subject: (number) => `SPK Anda sedang diubah, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To the customer: it was confirmed, and is looked at again; nothing can be paid meanwhile. */
export const spkRevoked = writeSpk(
  {
    en: {
      button: 'Open the SPK',
      heading: 'Your SPK is being looked at again',
      intro: (title) =>
        `The confirmation of the SPK for “${title}” was taken back. Please do not pay until we confirm it again.`,
      notes: ['You hear from us when it is confirmed, or when something is needed from you.'],
      subject: (number) => `Please do not pay yet, SPK of order ${number}`,
    },
    id: {
      button: 'Buka SPK',
      heading: 'SPK Anda diperiksa ulang',
      intro: (title) =>
        `Konfirmasi SPK untuk “${title}” dicabut. Jangan membayar dahulu sampai kami mengonfirmasinya lagi.`,
      notes: ['Kami kabari bila SPK dikonfirmasi, atau bila ada yang perlu Anda lengkapi.'],
      subject: (number) => `Jangan membayar dahulu, SPK pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To the customer: what was issued does not count any more; another one takes its place. */
export const spkSuperseded = writeSpk(
  {
    en: {
      button: 'Open the SPK',
      heading: 'Your SPK is replaced by a new one',
      intro: (title) =>
        `The SPK for “${title}” is replaced. Please do not sign or send the earlier document any more.`,
      notes: [
        'The new one gets a number of its own. You get a link as soon as you can check it.',
        'You owe nothing by the earlier one.',
      ],
      subject: (number) => `Your SPK is replaced, order ${number}`,
    },
    id: {
      button: 'Buka SPK',
      heading: 'SPK Anda diganti yang baru',
      intro: (title) =>
        `SPK untuk “${title}” diganti. Dokumen sebelumnya jangan ditandatangani atau dikirim lagi.`,
      notes: [
        'SPK baru memakai nomor baru. Tautannya kami kirim begitu siap Anda periksa.',
        'Tidak ada tagihan dari dokumen sebelumnya.',
      ],
      subject: (number) => `SPK Anda diganti, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To the customer: the agreement in force has ended before its time. */
export const spkTerminated = writeSpk(
  {
    en: {
      button: 'Open the order',
      heading: 'Your agreement was terminated',
      intro: (title) => `The agreement (SPK) for “${title}” ends now. This is why:`,
      notes: [
        'Instalments that are still open stay as they are until we tell you otherwise; you see them on the page of your order.',
        'Do you think this is a mistake? Answer this message.',
      ],
      subject: (number) => `Agreement terminated, order ${number}`,
    },
    id: {
      button: 'Buka pesanan',
      heading: 'Perjanjian Anda diakhiri',
      intro: (title) => `SPK untuk “${title}” kini berakhir. Alasannya:`,
      notes: [
        'Angsuran yang belum lunas tetap ada sampai kami kabari lain; daftarnya di halaman pesanan Anda.',
        'Menurut Anda ini keliru? Balas pesan ini.',
      ],
      subject: (number) => `SPK diakhiri, pesanan ${number}`,
    },
  },
  { tone: 'danger' },
)
