import { writeSpk } from './spk'

const LINK = {
  en: 'The link is for you alone. Nothing changes by opening it; whoever wants to change something needs your login or a code from your mailbox.',
  id: 'Tautan ini hanya untuk Anda. Membukanya tidak mengubah apa pun; untuk mengubah sesuatu diperlukan login Anda atau kode dari email Anda.',
}

/** To the customer: please read what will be agreed on. */
export const spkToCheck = writeSpk(
  {
    en: {
      button: 'Check the SPK',
      heading: 'Please check the content of your SPK',
      intro: (title) =>
        `The agreement (SPK) for “${title}” is drafted. Please see that everything is right.`,
      notes: [
        'Is something wrong? Mark it on the page, and we correct it. Nothing is signed yet.',
        LINK.en,
      ],
      subject: (number) => `Please check your SPK, order ${number}`,
    },
    id: {
      button: 'Periksa SPK',
      heading: 'Periksa isi SPK Anda',
      intro: (title) => `SPK untuk “${title}” sudah disusun. Pastikan isinya benar.`,
      notes: [
        'Ada yang keliru? Tandai di halamannya, kami perbaiki. Belum ada yang ditandatangani.',
        LINK.id,
      ],
      subject: (number) => `Periksa isi SPK Anda, pesanan ${number}`,
    },
  },
  { isDated: true },
)

/** To the customer: print, sign, scan, send back. */
export const spkToSign = writeSpk(
  {
    en: {
      button: 'Open the document',
      heading: 'Your SPK is ready to be signed',
      intro: (title) =>
        `Download the SPK for “${title}”, sign it on paper and send it back as a colour scan.`,
      notes: [
        'Print all pages without scaling. Sign with a blue pen in your box and write the printed code beside it by hand.',
        'Scan all pages in colour, or photograph them one by one in good light. Keep the paper.',
        LINK.en,
      ],
      subject: (number) => `Your SPK is ready to be signed, order ${number}`,
    },
    id: {
      button: 'Buka dokumen',
      heading: 'SPK Anda siap ditandatangani',
      intro: (title) =>
        `Unduh SPK untuk “${title}”, tanda tangani di kertas, lalu kirim kembali hasil pindai berwarna.`,
      notes: [
        'Cetak semua halaman tanpa diperkecil. Tanda tangani dengan pena biru di kotak Anda, dan tulis tangan kode yang tercetak di sebelahnya.',
        'Pindai semua halaman berwarna, atau foto satu per satu di tempat terang. Simpan kertasnya.',
        LINK.id,
      ],
      subject: (number) => `SPK Anda siap ditandatangani, pesanan ${number}`,
    },
  },
  { isDated: true },
)

/** To the customer: his file could not be examined. No attempt was counted. */
export const spkFaulty = writeSpk(
  {
    en: {
      button: 'Send the file again',
      heading: 'We could not open your file',
      intro: (title) => `The file that you sent for “${title}” could not be examined. This is why:`,
      notes: ['This does not count as an attempt. Please send the file again.'],
      subject: (number) => `Please send the signed SPK again, order ${number}`,
    },
    id: {
      button: 'Kirim ulang berkas',
      heading: 'Berkas Anda belum dapat dibuka',
      intro: (title) => `Berkas yang Anda kirim untuk “${title}” belum dapat diperiksa. Sebabnya:`,
      notes: ['Ini tidak dihitung sebagai percobaan. Silakan kirim ulang berkasnya.'],
      subject: (number) => `Kirim ulang SPK bertanda tangan, pesanan ${number}`,
    },
  },
  { isDated: true, tone: 'warning' },
)

/** To the customer: the signature has to be given again. */
export const spkRejected = writeSpk(
  {
    en: {
      button: 'See what to do',
      heading: 'Your signature cannot be accepted yet',
      intro: (title) =>
        `The document that you sent for “${title}” does not meet the rules for a signature in wet ink yet:`,
      notes: [
        'Print the last page again, sign it with a blue pen, write the code by hand, and send a colour scan of all pages.',
        'Is anything unclear? Answer this message, and we help you.',
      ],
      subject: (number) => `Please sign your SPK once more, order ${number}`,
    },
    id: {
      button: 'Lihat caranya',
      heading: 'Tanda tangan Anda belum dapat diterima',
      intro: (title) =>
        `Dokumen yang Anda kirim untuk “${title}” belum memenuhi ketentuan tanda tangan basah:`,
      notes: [
        'Cetak lagi halaman tanda tangan, tanda tangani dengan pena biru, tulis tangan kodenya, lalu kirim pindaian berwarna semua halaman.',
        'Ada yang kurang jelas? Balas pesan ini, kami bantu.',
      ],
      subject: (number) => `Tanda tangani ulang SPK Anda, pesanan ${number}`,
    },
  },
  { isDated: true, tone: 'warning' },
)

/** To the customer: a photo of the signed paper is wanted. */
export const spkPhotoWanted = writeSpk(
  {
    en: {
      button: 'Send a photo',
      heading: 'Please send a photo of the signed page',
      intro: (title) =>
        `To finish the check of the SPK for “${title}” we need a photo of the paper that you signed.`,
      notes: [
        'Lay the page on a table in daylight and photograph it whole, slightly from the side.',
        'You need not sign anything again.',
      ],
      subject: (number) => `A photo of your signed SPK, order ${number}`,
    },
    id: {
      button: 'Kirim foto',
      heading: 'Kirim foto halaman bertanda tangan',
      intro: (title) =>
        `Untuk menyelesaikan pemeriksaan SPK “${title}”, kami memerlukan foto kertas yang Anda tanda tangani.`,
      notes: [
        'Letakkan halamannya di meja, di bawah cahaya siang, lalu foto seluruhnya dari sudut sedikit miring.',
        'Anda tidak perlu menandatangani ulang.',
      ],
      subject: (number) => `Foto SPK bertanda tangan, pesanan ${number}`,
    },
  },
  { isDated: true },
)

/** To the customer: it is still his turn. */
export const spkReminder = writeSpk(
  {
    en: {
      button: 'Go on with the SPK',
      heading: 'Your SPK is waiting for you',
      intro: (title) =>
        `The order “${title}” can be paid once its SPK is confirmed. We wait for this:`,
      notes: [
        'Do you need more time, or do you not want the order any more? Answer this message.',
        'Please ignore this message if you have done it already.',
      ],
      subject: (number) => `Your SPK is waiting, order ${number}`,
    },
    id: {
      button: 'Lanjutkan SPK',
      heading: 'SPK Anda menunggu Anda',
      intro: (title) =>
        `Pesanan “${title}” dapat dibayar setelah SPK-nya dikonfirmasi. Yang kami tunggu:`,
      notes: [
        'Perlu waktu lebih, atau pesanan tidak dilanjutkan? Balas pesan ini.',
        'Abaikan pesan ini bila sudah Anda lakukan.',
      ],
      subject: (number) => `SPK Anda menunggu, pesanan ${number}`,
    },
  },
  { isDated: true, tone: 'warning' },
)
