import type { SpkWords } from './spk'

import { writeSpk } from './spk'

type Told = { heading: string; intro: (title: string) => string; note?: string; subject: string }

const wordsOf = (told: Told, button: string, order: string): SpkWords => ({
  button,
  heading: told.heading,
  intro: told.intro,
  notes: told.note ? [told.note] : [],
  subject: (number) => `${told.subject}: ${order} ${number}`,
})

const tell = (id: Told, en: Told, tone: 'brand' | 'danger' | 'warning' = 'brand') =>
  writeSpk(
    { en: wordsOf(en, 'Open the SPK', 'order'), id: wordsOf(id, 'Buka SPK', 'pesanan') },
    { isForStaff: true, tone },
  )

export const spkToDraft = tell(
  {
    heading: 'SPK perlu disusun',
    intro: (title) =>
      `Pesanan “${title}” masuk. Pelanggan baru dapat membayar setelah SPK dikonfirmasi.`,
    note: 'Lengkapi data pihak, lalu kirim isinya ke pelanggan untuk diperiksa.',
    subject: 'SPK perlu disusun',
  },
  {
    heading: 'An SPK is to be drafted',
    intro: (title) =>
      `“${title}” was ordered. The customer can pay only once the SPK is confirmed.`,
    note: 'Fill in the party, then send the content to the customer for checking.',
    subject: 'SPK to be drafted',
  },
)

export const spkRemarked = tell(
  {
    heading: 'Pelanggan meminta perbaikan SPK',
    intro: (title) => `Isi SPK “${title}” belum benar menurut pelanggan.`,
    note: 'Perbaiki draf, lalu kirim lagi untuk diperiksa.',
    subject: 'SPK perlu diperbaiki',
  },
  {
    heading: 'A customer asks for corrections',
    intro: (title) => `The customer says that the SPK for “${title}” is not right yet.`,
    note: 'Correct the draft and send it for checking again.',
    subject: 'SPK to be corrected',
  },
  'warning',
)

export const spkContentConfirmed = tell(
  {
    heading: 'Isi SPK dinyatakan benar',
    intro: (title) => `Pelanggan menyatakan isi SPK “${title}” sudah benar.`,
    note: 'Terbitkan dokumennya, bubuhkan e-Meterai sesuai mode, lalu kirim untuk ditandatangani.',
    subject: 'Isi SPK disetujui',
  },
  {
    heading: 'The content of an SPK is confirmed',
    intro: (title) => `The customer has confirmed the content of the SPK for “${title}”.`,
    note: 'Issue the document, affix e-Meterai as its mode asks, then send it for signature.',
    subject: 'Content of SPK confirmed',
  },
)

export const spkStampFailed = tell(
  {
    heading: 'e-Meterai belum sesuai',
    intro: (title) => `Berkas ber-e-Meterai untuk SPK “${title}” belum dapat diterima. Sebabnya:`,
    note: 'Unggah berkas yang benar, atau terima dengan alasan bila sistem mengizinkannya.',
    subject: 'e-Meterai belum sesuai',
  },
  {
    heading: 'The e-Meterai is not in order',
    intro: (title) =>
      `The file with e-Meterai for the SPK “${title}” cannot be accepted. This is why:`,
    note: 'Upload the right file, or accept it with a reason where that is allowed.',
    subject: 'e-Meterai not in order',
  },
  'warning',
)

export const spkScanArrived = tell(
  {
    heading: 'SPK bertanda tangan diterima',
    intro: (title) => `Pelanggan mengirim SPK “${title}” yang ditandatangani. Silakan diperiksa.`,
    subject: 'SPK bertanda tangan diterima',
  },
  {
    heading: 'A signed SPK has come in',
    intro: (title) => `The customer has sent the signed SPK for “${title}”. Please look at it.`,
    subject: 'Signed SPK received',
  },
)

export const spkPhotoArrived = tell(
  {
    heading: 'Foto SPK diterima',
    intro: (title) => `Foto halaman bertanda tangan SPK “${title}” sudah masuk.`,
    subject: 'Foto SPK diterima',
  },
  {
    heading: 'A photo of an SPK has come in',
    intro: (title) => `The photo of the signed page of the SPK for “${title}” is here.`,
    subject: 'Photo of SPK received',
  },
)

export const spkDeclined = tell(
  {
    heading: 'Pelanggan membatalkan SPK',
    intro: (title) => `Pelanggan tidak melanjutkan SPK “${title}”. Pesanannya masih menunggu.`,
    note: 'Hubungi pelanggan, buka lagi SPK-nya, atau batalkan pesanannya.',
    subject: 'SPK dibatalkan pelanggan',
  },
  {
    heading: 'A customer has declined the SPK',
    intro: (title) =>
      `The customer does not go on with the SPK for “${title}”. Its order still waits.`,
    note: 'Talk to the customer, open the SPK again, or cancel the order.',
    subject: 'SPK declined by the customer',
  },
  'warning',
)

export const spkSealFailed = tell(
  {
    heading: 'SPK belum tersegel',
    intro: (title) => `Paket akhir SPK “${title}” belum dapat disegel. Pembayaran tetap terbuka.`,
    note: 'Sistem terus mencoba. Periksa sertifikat toko bila pesan ini berulang.',
    subject: 'SPK belum tersegel',
  },
  {
    heading: 'An SPK is not sealed yet',
    intro: (title) =>
      `The final package of the SPK for “${title}” cannot be sealed. Paying stays open.`,
    note: 'The system goes on trying. Look at the shop’s certificate if this comes again.',
    subject: 'SPK not sealed',
  },
  'danger',
)

export const spkHandedOver = tell(
  {
    heading: 'SPK diserahkan kepada Anda',
    intro: (title) => `Seorang rekan menyerahkan SPK “${title}” kepada Anda.`,
    subject: 'SPK diserahkan kepada Anda',
  },
  {
    heading: 'An SPK was handed to you',
    intro: (title) => `A colleague has handed the SPK for “${title}” to you.`,
    subject: 'SPK handed to you',
  },
)
