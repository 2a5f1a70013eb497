import type { Labels } from '../../kernel/errors'

/** Why a signature is not accepted yet (facts/spk.md §4.5). */
export const REASON_CODES = [
  'unsigned',
  'no_challenge',
  'qr_signature',
  'typed',
  'drawn',
  'pasted_image',
  'wrong_doc',
  'missing_pages',
  'unreadable',
  'data_mismatch',
  'other',
] as const

export type ReasonCode = (typeof REASON_CODES)[number]

/**
 * The reasons as the customer reads them: what is missing and how to put it right, never a judgement of
 * him. `other` says nothing by itself: its note does.
 */
export const REASON_TEXTS: Record<ReasonCode, Labels> = {
  data_mismatch: {
    en: 'A name or a date on the paper differs from the agreement. Please write them as printed.',
    id: 'Nama atau tanggal pada kertas berbeda dari isi SPK. Tulis sesuai yang tercetak.',
  },
  drawn: {
    en: 'The signature does not meet the wet-ink clause. Please print the page and sign it by hand with a blue pen.',
    id: 'Tanda tangan tidak memenuhi ketentuan tanda tangan basah. Cetak halaman itu lalu tanda tangani langsung dengan pena biru.',
  },
  missing_pages: {
    en: 'Not all pages came. Please scan every page, from the first to the last.',
    id: 'Halaman belum lengkap. Pindai semua halaman dari yang pertama sampai terakhir.',
  },
  no_challenge: {
    en: 'The handwritten code beside the signature is missing or differs. Please write the four digits by hand.',
    id: 'Kode tulis tangan di samping tanda tangan belum ada atau berbeda. Tulis keempat angkanya dengan tangan.',
  },
  other: {
    en: 'Something else; see the message of staff.',
    id: 'Hal lain; lihat pesan admin.',
  },
  pasted_image: {
    en: 'The signature does not meet the wet-ink clause: it lies on the file as a picture. Please sign the printed page.',
    id: 'Tanda tangan tidak memenuhi ketentuan tanda tangan basah karena berupa gambar di dalam berkas. Tanda tangani halaman yang sudah dicetak.',
  },
  qr_signature: {
    en: 'A QR code does not meet the wet-ink clause. Please sign the printed page with a pen.',
    id: 'Kode QR tidak memenuhi ketentuan tanda tangan basah. Tanda tangani halaman cetak dengan pena.',
  },
  typed: {
    en: 'A typed name does not meet the wet-ink clause. Please sign the printed page with a pen.',
    id: 'Nama yang diketik tidak memenuhi ketentuan tanda tangan basah. Tanda tangani halaman cetak dengan pena.',
  },
  unreadable: {
    en: 'The scan cannot be read well. Please scan in colour at 200 dpi or more, without cutting edges.',
    id: 'Hasil pindai kurang terbaca. Pindai berwarna paling sedikit 200 dpi tanpa memotong tepi kertas.',
  },
  unsigned: {
    en: 'There is no signature in its box yet. Please sign there with a blue pen.',
    id: 'Belum ada tanda tangan di kotaknya. Tanda tangani di kotak itu dengan pena biru.',
  },
  wrong_doc: {
    en: 'This is another document or an older revision. Please print the one on your SPK page.',
    id: 'Ini dokumen lain atau revisi lama. Cetak dokumen yang ada di halaman SPK Anda.',
  },
}

/** What the customer is told, in his language: the reasons, then the words of staff. */
export const sayReasons = (
  { note, reasons }: { note: string; reasons: readonly ReasonCode[] },
  locale: 'en' | 'id',
): string => {
  const said = reasons.filter((code) => code !== 'other').map((code) => REASON_TEXTS[code][locale])
  return [...said, ...(note === '' ? [] : [note])].join('\n')
}
