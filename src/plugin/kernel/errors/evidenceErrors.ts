import type { Labels } from './locale'

/** Refusals about the pictures that prove findings, and about sending a report again. */
export const evidenceErrors = {
  'finding.captionLength': {
    status: 422,
    id: 'Tulis keterangan gambar, 3 sampai {limit} huruf.',
    en: 'Write what the picture shows, in 3 to {limit} letters.',
  },
  'finding.noPicture': {
    status: 422,
    id: 'Pilih gambar yang akan ditambahkan.',
    en: 'Choose the picture to add.',
  },
  'finding.tooManyPictures': {
    status: 409,
    id: 'Satu temuan memuat paling banyak {limit} gambar. Hapus salah satu lebih dahulu.',
    en: 'A finding holds at most {limit} pictures. Remove one first.',
  },
  'fulfilment.nothingToResend': {
    status: 409,
    id: 'Barang ini tidak punya akses yang dapat dikirim ulang. Pakai “Kirim ulang” barangnya.',
    en: 'This item has no access that can be sent again. Deliver the item again instead.',
  },
  'report.nothingToResend': {
    status: 409,
    id: 'Belum ada laporan yang dikirim ke pelanggan, jadi aksesnya belum dapat dikirim ulang.',
    en: 'No report has been sent to the customer yet, so its access cannot be sent again.',
  },
  'report.tooManyPictures': {
    status: 409,
    id: 'Satu laporan memuat paling banyak {limit} gambar. Hapus yang tidak perlu lebih dahulu.',
    en: 'A report holds at most {limit} pictures. Remove what it does not need first.',
  },
} as const satisfies Record<string, { status: number } & Labels>
