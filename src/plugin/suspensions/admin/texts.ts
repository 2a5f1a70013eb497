import type { ServiceFilter } from '../queries/findServiceRows'
import type { SuspensionOutcome } from '../outcome'

import type { Labels } from '../../kernel/errors'

const FILTERS_EN: Record<ServiceFilter, string> = {
  all: 'All',
  apart: 'Not as wanted',
  chance: 'Chance running out',
  ending: 'End to be decided',
  paidButOff: 'Paid but off',
  proposed: 'Proposed',
  suspended: 'Off',
}

const FILTERS_ID: Record<ServiceFilter, string> = {
  all: 'Semua',
  apart: 'Belum sesuai',
  chance: 'Kesempatan hampir habis',
  ending: 'Perlu keputusan akhir',
  paidButOff: 'Lunas tetapi mati',
  proposed: 'Usulan hari ini',
  suspended: 'Mati',
}

/** Words of the list of services and of what can be done with many of them. */
export const SUSPENSION_TEXTS = {
  en: {
    back: 'Back',
    busy: 'Please wait …',
    cause: 'Why',
    causes: {
      abuse: 'Abuse',
      admin: 'Decision of an admin',
      unpaid: 'Unpaid, as proposed by the ladder',
    },
    chance: 'Switch on and give a chance',
    chanceUntil: 'Chance until',
    chosen: (count: number) => `${count} chosen`,
    close: 'Close',
    filter: 'Which services',
    filters: FILTERS_EN,
    foreseen: 'As things stand now',
    next: 'Next',
    nextTry: 'Next try',
    none: 'No service of this kind.',
    nonePaidButOff: 'Nobody who has paid is off. That is how it has to be.',
    observed: 'Seen',
    outcomes: 'What became of each',
    owed: 'overdue',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    pages: 'Pages',
    previous: 'Previous',
    proposed: 'Suspension proposed',
    reason: 'Reason',
    reasonHint: 'At least 5 letters. It stays on record with your name.',
    resume: 'Switch on',
    selectAll: 'Choose all on this page',
    suspend: 'Suspend',
    title: 'Suspensions',
    until: 'Until',
    wanted: 'Wanted',
  },
  id: {
    back: 'Kembali',
    busy: 'Mohon tunggu …',
    cause: 'Alasan utama',
    causes: {
      abuse: 'Penyalahgunaan',
      admin: 'Keputusan admin',
      unpaid: 'Tunggakan, sesuai usulan',
    },
    chance: 'Nyalakan dan beri kesempatan',
    chanceUntil: 'Kesempatan sampai',
    chosen: (count: number) => `${count} dipilih`,
    close: 'Tutup',
    filter: 'Layanan yang tampil',
    filters: FILTERS_ID,
    foreseen: 'Keadaan saat ini',
    next: 'Berikutnya',
    nextTry: 'Dicoba lagi',
    none: 'Tidak ada layanan seperti ini.',
    nonePaidButOff: 'Tidak ada yang sudah lunas tetapi mati. Memang seharusnya begitu.',
    observed: 'Terlihat',
    outcomes: 'Hasil tiap layanan',
    owed: 'menunggak',
    pageOf: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
    pages: 'Halaman',
    previous: 'Sebelumnya',
    proposed: 'Usulan penangguhan',
    reason: 'Alasan',
    reasonHint: 'Paling sedikit 5 huruf. Dicatat bersama nama Anda.',
    resume: 'Nyalakan',
    selectAll: 'Pilih semua di halaman ini',
    suspend: 'Tangguhkan',
    title: 'Suspensi',
    until: 'Sampai',
    wanted: 'Diinginkan',
  },
} as const

/** What can be done with many services at once. */
export type BulkDeed = 'chance' | 'resume' | 'suspend'

const done: Record<BulkDeed, Labels> = {
  chance: { en: 'can be switched on with a chance', id: 'bisa diberi kesempatan' },
  resume: { en: 'can be switched on', id: 'bisa dinyalakan' },
  suspend: { en: 'can be suspended', id: 'bisa ditangguhkan' },
}

const was: Record<BulkDeed, Labels> = {
  chance: { en: 'Chance given, being switched on', id: 'Kesempatan diberikan, sedang dinyalakan' },
  resume: { en: 'Being switched on', id: 'Sedang dinyalakan' },
  suspend: { en: 'Being suspended', id: 'Sedang ditangguhkan' },
}

const OTHERS: Record<Exclude<SuspensionOutcome, 'done'>, Labels> = {
  alreadyDone: { en: 'is so already', id: 'sudah demikian' },
  chance: { en: 'has a chance', id: 'punya kesempatan' },
  failed: { en: 'failed; please try again', id: 'gagal; coba lagi' },
  noneLeft: { en: 'has no chance left; ask an owner', id: 'kesempatannya habis; minta pemilik' },
  notMade: { en: 'is not running', id: 'belum atau tidak berjalan' },
  notProposed: { en: 'is not proposed', id: 'belum diusulkan' },
  owes: { en: 'still owes; give a chance', id: 'masih menunggak; beri kesempatan' },
  paid: { en: 'has paid', id: 'sudah lunas' },
  paymentInFlight: { en: 'is paying right now', id: 'sedang dibayar' },
}

/** An outcome before the deed (`foreseen`) or after it, as the end of a sentence about so many services. */
export const sayOutcome = (args: {
  deed: BulkDeed
  isForeseen: boolean
  outcome: SuspensionOutcome
}): Labels => {
  const { deed, isForeseen, outcome } = args
  return outcome === 'done' ? (isForeseen ? done : was)[deed] : OTHERS[outcome]
}
