import type { Labels } from './locale'

/** Refusals about findings and the reports that are made of them. */
export const reportErrors = {
  'finding.closed': {
    status: 409,
    id: 'Pekerjaan ini sudah selesai atau dibatalkan, jadi temuannya tidak berubah lagi.',
    en: 'This work is done or cancelled, so its findings do not change any more.',
  },
  'finding.issued': {
    status: 409,
    id: 'Temuan ini sudah ada dalam laporan yang terbit, jadi tidak dapat dihapus. Ubah statusnya; laporan berikutnya memuat perubahannya.',
    en: 'This finding stands in a report that was issued, so it cannot be deleted. Change its status; the next report will show it.',
  },
  'finding.notAnalysis': {
    status: 422,
    id: 'Temuan dan laporan hanya untuk pengerjaan analisis keamanan.',
    en: 'Only deliveries of a security analysis have findings and reports.',
  },
  'finding.unknownLetters': {
    status: 422,
    id: 'Huruf ini tidak dapat dicetak dalam laporan: {letters}. Hapus atau ganti.',
    en: 'These letters cannot be printed in the report: {letters}. Remove or replace them.',
  },
  'finding.tooMany': {
    status: 409,
    id: 'Satu laporan memuat paling banyak {limit} temuan.',
    en: 'A report holds at most {limit} findings.',
  },
  'fulfilment.tickedByShop': {
    status: 409,
    id: 'Bagian ini dicentang sendiri oleh sistem saat laporan terbit dan terkirim.',
    en: 'The shop ticks this off itself when the report is issued and sent.',
  },
  'report.building': {
    status: 409,
    id: 'Laporan sebelumnya masih dibuat. Tunggu sebentar, lalu coba lagi.',
    en: 'The report before it is still being built. Wait a moment and try again.',
  },
  'report.expired': {
    status: 410,
    id: 'Masa unduh laporan ini sudah berakhir. Hubungi kami bila Anda masih membutuhkannya.',
    en: 'The time to download this report is over. Contact us if you still need it.',
  },
  'report.linkExpired': {
    status: 410,
    id: 'Tautan laporan ini sudah kedaluwarsa. Buka halaman pesanan Anda, lalu tekan “Unduh” lagi.',
    en: 'This report link has expired. Open the page of your order and press “Download” again.',
  },
  'report.linkInvalid': {
    status: 404,
    id: 'Tautan laporan ini tidak dikenal. Buka halaman pesanan Anda, lalu tekan “Unduh” lagi.',
    en: 'This report link is not known. Open the page of your order and press “Download” again.',
  },
  'report.noSummary': {
    status: 422,
    id: 'Tulis ringkasan laporan terlebih dahulu.',
    en: 'Write the summary of the report first.',
  },
  'report.notIssuable': {
    status: 409,
    id: 'Laporan hanya dapat diterbitkan selama analisis atau uji ulang berlangsung.',
    en: 'A report can only be issued while the analysis or the retest is going on.',
  },
  'report.notReady': {
    status: 409,
    id: 'Laporan ini masih disiapkan. Coba lagi beberapa menit lagi.',
    en: 'This report is still being prepared. Please try again in a few minutes.',
  },
  'report.nothingFound': {
    status: 422,
    id: 'Belum ada temuan. Tambahkan temuan, atau tulis kalimat “tanpa temuan” pada ringkasan.',
    en: 'There are no findings yet. Add some, or write the sentence for “nothing found” in the summary.',
  },
  'report.passwordByWhatsapp': {
    status: 403,
    id: 'Kata sandi laporan ini dikirim lewat WhatsApp. Bila Anda memesan dengan akun, masuklah untuk melihatnya di sini.',
    en: 'The password of this report is sent by WhatsApp. If you ordered with an account, sign in to see it here.',
  },
  'report.retestOver': {
    status: 409,
    id: 'Masa uji ulang pesanan ini sudah berakhir.',
    en: 'The days for a retest of this order are over.',
  },
  'report.retestUsed': {
    status: 409,
    id: 'Uji ulang untuk pesanan ini sudah diminta.',
    en: 'The retest of this order was asked for already.',
  },
  'report.withdrawn': {
    status: 410,
    id: 'Pesanan ini dibatalkan atau dananya dikembalikan, jadi laporannya tidak dapat diunduh lagi.',
    en: 'This order was cancelled or refunded, so its report can no longer be downloaded.',
  },
} as const satisfies Record<string, { status: number } & Labels>
