import type { CatalogueRow } from './catalogue'

/** Refusals about making, switching and ending services. */
export const hostingCoreErrors = {
  'hosting.blocked': {
    status: 409,
    id: 'Layanan pesanan ini sedang ditangguhkan. Selesaikan penyebabnya dahulu, lalu coba lagi.',
    en: 'The services of this order are suspended. Please settle the reason first, then try again.',
  },
  'hosting.domainTaken': {
    status: 409,
    id: 'Domain ini sudah dipakai layanan lain. Pilih nama lain.',
    en: 'This domain is used by another service already. Please choose another name.',
  },
  'hosting.noServer': {
    status: 409,
    id: 'Belum ada server kosong untuk layanan ini. Pilih lokasi lain, atau hubungi kami.',
    en: 'No server has room for this service right now. Choose another region, or write to us.',
  },
  'hosting.notEnding': {
    status: 409,
    id: 'Tidak ada usulan untuk mengakhiri layanan ini.',
    en: 'Nobody has asked to end this service.',
  },
  'hosting.outOfStock': {
    status: 409,
    id: '{product} tersisa {left}. Kurangi jumlahnya, atau hubungi kami.',
    en: 'Only {left} of {product} left. Order fewer, or write to us.',
  },
  'hosting.proofRequired': {
    status: 422,
    id: 'Lampirkan foto atau PDF sebagai bukti bahwa ini sudah dikerjakan.',
    en: 'Please attach a photo or PDF as the proof that this was done.',
  },
  'hosting.reasonRequired': {
    status: 422,
    id: 'Tulis alasan mengakhiri layanan, minimal 5 huruf.',
    en: 'Please write why the service ends, at least 5 letters.',
  },
  'hosting.secondPerson': {
    status: 409,
    id: 'Orang lain harus menyetujui, bukan yang mengusulkan.',
    en: 'Somebody else has to agree, not the one who asked for it.',
  },
  'hosting.slotsInUse': {
    status: 409,
    id: 'Server ini sedang menampung {used} layanan. Slot tidak boleh kurang dari itu.',
    en: 'This server holds {used} services. It cannot have fewer slots than that.',
  },
  'hosting.taskClosed': {
    status: 409,
    id: 'Tugas ini sudah selesai atau tidak diperlukan lagi.',
    en: 'This task is done already, or not wanted any more.',
  },
  'hosting.terminationAsked': {
    status: 409,
    id: 'Akhir layanan ini sudah diusulkan.',
    en: 'The end of this service was asked for already.',
  },
} as const satisfies Record<string, CatalogueRow>
