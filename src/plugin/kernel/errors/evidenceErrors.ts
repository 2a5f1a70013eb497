import type { Labels } from './locale'

/** Refusals about the pictures that prove findings. */
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
  'report.tooManyPictures': {
    status: 409,
    id: 'Satu laporan memuat paling banyak {limit} gambar. Hapus yang tidak perlu lebih dahulu.',
    en: 'A report holds at most {limit} pictures. Remove what it does not need first.',
  },
} as const satisfies Record<string, { status: number } & Labels>
