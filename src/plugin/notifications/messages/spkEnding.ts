import { writeSpk } from './spk'

/** To the customer: confirmed; the order can be paid. */
export const spkConfirmed = writeSpk({
  en: {
    button: 'Open the order and pay',
    heading: 'Your SPK is confirmed',
    intro: (title) =>
      `The agreement for “${title}” is confirmed. You may pay now; your hosting can be set up after the first payment.`,
    notes: [
      'Keep the paper that you signed. You find the documents on the page of your order.',
      'You pay on the page of Duitku. We never ask for your card number or PIN.',
    ],
    subject: (number) => `SPK confirmed, you may pay: order ${number}`,
  },
  id: {
    button: 'Buka pesanan dan bayar',
    heading: 'SPK Anda dikonfirmasi',
    intro: (title) =>
      `SPK untuk “${title}” sudah dikonfirmasi. Anda dapat membayar sekarang; hosting dapat dibuat setelah pembayaran pertama.`,
    notes: [
      'Simpan kertas yang Anda tanda tangani. Dokumennya ada di halaman pesanan Anda.',
      'Anda membayar di halaman Duitku. Kami tidak pernah meminta nomor kartu atau PIN.',
    ],
    subject: (number) => `SPK dikonfirmasi, silakan bayar: pesanan ${number}`,
  },
})

/** To the customer: its time is over. */
export const spkExpired = writeSpk(
  {
    en: {
      button: 'Open the order',
      heading: 'The time for your SPK is over',
      intro: (title) => `The SPK for “${title}” was not finished in time. Links to it end now.`,
      notes: [
        'You owe nothing. Do you still want the order? Answer this message, and we open it again.',
      ],
      subject: (number) => `The time for your SPK is over, order ${number}`,
    },
    id: {
      button: 'Buka pesanan',
      heading: 'Waktu SPK Anda habis',
      intro: (title) =>
        `SPK untuk “${title}” belum selesai sampai batas waktunya. Tautannya kini berakhir.`,
      notes: [
        'Tidak ada yang perlu Anda bayar. Masih ingin melanjutkan? Balas pesan ini, kami buka lagi.',
      ],
      subject: (number) => `Waktu SPK Anda habis, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To the customer: cancelled. */
export const spkCancelled = writeSpk(
  {
    en: {
      button: 'Open the order',
      heading: 'Your SPK was cancelled',
      intro: (title) => `The SPK for “${title}” was cancelled. Links to it end now.`,
      notes: ['You owe nothing by it. Do you think this is a mistake? Answer this message.'],
      subject: (number) => `SPK cancelled, order ${number}`,
    },
    id: {
      button: 'Buka pesanan',
      heading: 'SPK Anda dibatalkan',
      intro: (title) => `SPK untuk “${title}” dibatalkan. Tautannya kini berakhir.`,
      notes: ['Tidak ada tagihan darinya. Menurut Anda ini keliru? Balas pesan ini.'],
      subject: (number) => `SPK dibatalkan, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)
