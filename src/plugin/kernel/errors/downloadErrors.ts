import type { Labels } from './locale'

/** Refusals about releases and what buyers fetch of them. */
export const downloadErrors = {
  'download.linkInvalid': {
    status: 404,
    id: 'Tautan unduhan ini tidak dikenal. Buka halaman pesanan Anda, lalu tekan “Unduh” lagi.',
    en: 'This download link is not known. Open the page of your order and press “Download” again.',
  },
  'download.linkExpired': {
    status: 410,
    id: 'Tautan unduhan ini sudah kedaluwarsa. Buka halaman pesanan Anda, lalu tekan “Unduh” lagi.',
    en: 'This download link has expired. Open the page of your order and press “Download” again.',
  },
  'download.limitReached': {
    status: 409,
    id: 'Jatah unduhan berkas ini sudah habis ({allowed} kali). Hubungi kami bila Anda masih membutuhkannya.',
    en: 'The downloads of this file are used up ({allowed} times). Contact us if you still need it.',
  },
  'download.expired': {
    status: 410,
    id: 'Masa unduh pembelian ini sudah berakhir. Hubungi kami bila Anda masih membutuhkan berkasnya.',
    en: 'The time to download this purchase is over. Contact us if you still need the files.',
  },
  'download.revoked': {
    status: 410,
    id: 'Pesanan ini dibatalkan atau dananya dikembalikan, jadi berkasnya tidak dapat diunduh lagi.',
    en: 'This order was cancelled or refunded, so its files can no longer be downloaded.',
  },
  'download.notReady': {
    status: 409,
    id: 'Berkas ini masih disiapkan. Coba lagi beberapa menit lagi.',
    en: 'This file is still being prepared. Please try again in a few minutes.',
  },
  'download.passwordByWhatsapp': {
    status: 403,
    id: 'Kata sandi pesanan ini dikirim lewat WhatsApp. Bila Anda punya akun dan memesan dengannya, masuklah untuk melihatnya di sini.',
    en: 'The password of this order is sent by WhatsApp. If you ordered with an account, sign in to see it here.',
  },
  'release.incomplete': {
    status: 422,
    id: 'Rilis belum dapat diterbitkan: isi petunjuk dan pilih sedikitnya satu berkas.',
    en: 'This release cannot be published yet: write the instructions and choose at least one file.',
  },
  'release.fixed': {
    status: 409,
    id: 'Rilis yang sudah terbit tidak berubah lagi, karena pembeli sudah menerimanya. Buat versi baru.',
    en: 'A published release does not change any more, since buyers have it. Make a new version.',
  },
  'release.notTemplate': {
    status: 422,
    id: 'Rilis hanya untuk produk berjenis template.',
    en: 'Only products of the kind template have releases.',
  },
  'release.versionTaken': {
    status: 409,
    id: 'Produk ini sudah punya versi {version}. Pilih nomor versi lain.',
    en: 'This product already has version {version}. Choose another number.',
  },
  'releaseFile.empty': {
    status: 422,
    id: 'Berkas {name} kosong (0 byte). Periksa berkasnya, lalu unggah lagi.',
    en: 'The file {name} is empty (0 bytes). Check it and upload it again.',
  },
  'releaseFile.fixed': {
    status: 409,
    id: 'Berkas ini dipakai oleh rilis, jadi tidak dapat diganti atau dihapus. Unggah berkas baru untuk versi baru.',
    en: 'This file belongs to a release, so it cannot be replaced or deleted. Upload a new file for a new version.',
  },
} as const satisfies Record<string, { status: number } & Labels>
