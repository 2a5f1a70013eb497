import type { Labels } from '../../kernel/errors'

/** Everything that a report may say, in plain words and without a judgement about a person. */
export const NOTES = {
  bigStamp: {
    en: 'The stamp on the page is far larger than an e-Meterai and may hide text.',
    id: 'Tampilan e-Meterai jauh lebih besar dari semestinya dan dapat menutupi tulisan.',
  },
  brokenSignature: {
    en: 'The digital signature of the e-Meterai does not fit this file: it was changed, or cut.',
    id: 'Tanda tangan digital e-Meterai tidak cocok dengan berkas ini: berkas berubah atau terpotong.',
  },
  changedAfter: {
    en: 'Something was changed or added after the e-Meterai was affixed.',
    id: 'Ada yang diubah atau ditambahkan setelah e-Meterai dibubuhkan.',
  },
  changedBefore: {
    en: 'Besides the e-Meterai something else was changed or added to the issued document.',
    id: 'Selain e-Meterai, ada hal lain yang diubah atau ditambahkan pada dokumen yang diterbitkan.',
  },
  encrypted: {
    en: 'The file is locked with a password. Send it without one.',
    id: 'Berkas dikunci dengan kata sandi. Kirim berkas tanpa kata sandi.',
  },
  hidden: {
    en: 'The signature of an e-Meterai is there, but no stamp is seen on a page.',
    id: 'Tanda tangan digital e-Meterai ada, tetapi e-Meterai tidak tampak pada halaman.',
  },
  imageOnly: {
    en: 'There is a picture that looks like an e-Meterai, but without its digital signature.',
    id: 'Ada gambar yang menyerupai e-Meterai, tetapi tanpa tanda tangan digitalnya.',
  },
  none: {
    en: 'No e-Meterai was found in this file.',
    id: 'Tidak ditemukan e-Meterai pada berkas ini.',
  },
  notPdf: { en: 'The file is not a PDF.', id: 'Berkas ini bukan PDF.' },
  notPrefix: {
    en: 'The file does not begin with the bytes of the issued document. Compare text and pages.',
    id: 'Berkas tidak diawali isi dokumen yang diterbitkan. Bandingkan teks dan halamannya.',
  },
  otherSignature: {
    en: 'There is a digital signature, but it is not an e-Meterai.',
    id: 'Ada tanda tangan digital, tetapi bukan e-Meterai.',
  },
  scan: {
    en: 'The pages are pictures. An e-Meterai that was printed and scanned is only a picture of one.',
    id: 'Halamannya berupa gambar. e-Meterai yang dicetak lalu dipindai hanyalah gambarnya.',
  },
  serial: {
    en: 'The serial is missing, differs within the file, or is not 22 capital letters and digits.',
    id: 'Nomor seri tidak ada, berbeda di dalam berkas, atau bukan 22 huruf besar dan angka.',
  },
  staging: {
    en: 'The stamp is a specimen of the test service and has no value.',
    id: 'e-Meterai ini spesimen dari layanan uji coba dan tidak berlaku.',
  },
  timeUnproven: {
    en: 'No timestamp of a known authority proves when the e-Meterai was affixed.',
    id: 'Waktu pembubuhan e-Meterai belum dibuktikan oleh stempel waktu yang dikenal.',
  },
  twoStamps: {
    en: 'There is more than one e-Meterai. Affix one, on the issued document.',
    id: 'Terdapat lebih dari satu e-Meterai. Bubuhkan satu saja pada dokumen yang diterbitkan.',
  },
  unknownCa: {
    en: 'The signature is intact, but its issuer is not among those that the shop trusts.',
    id: 'Tanda tangan digital utuh, tetapi penerbitnya belum ada di daftar tepercaya toko.',
  },
  unreadable: {
    en: 'The structure of the file is damaged or unusual and cannot be checked.',
    id: 'Susunan berkas rusak atau tidak lazim sehingga tidak dapat diperiksa.',
  },
} as const satisfies Record<string, Labels>

/** Name of a note. */
export type NoteKey = keyof typeof NOTES
