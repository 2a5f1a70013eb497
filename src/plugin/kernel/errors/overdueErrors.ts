import type { Labels } from './locale'

/** Refusals about arrears: the choice, chances, suspensions. */
export const overdueErrors = {
  'chance.badDay': {
    status: 422,
    id: 'Pilih tanggal dari besok sampai {until}.',
    en: 'Choose a day from tomorrow until {until}.',
  },
  'chance.noneLeft': {
    status: 409,
    id: 'Kontrak ini sudah mendapat {count} kesempatan. Hanya pemilik yang dapat menambahnya.',
    en: 'This contract has had {count} chances. Only an owner may grant another.',
  },
  'chance.reasonRequired': {
    status: 422,
    id: 'Tulis alasannya, paling sedikit lima huruf.',
    en: 'Write the reason, at least five letters.',
  },
  'chance.running': {
    status: 409,
    id: 'Sudah ada permintaan atau kesempatan yang berjalan untuk kontrak ini.',
    en: 'A request or a chance is already running for this contract.',
  },
  'overdue.nothingOverdue': {
    status: 409,
    id: 'Tidak ada tunggakan pada pesanan ini. Tidak ada yang perlu dipilih.',
    en: 'Nothing is overdue on this order. There is nothing to choose.',
  },
  'overdue.noContract': {
    status: 404,
    id: 'Pesanan ini tidak dibayar dengan cicilan.',
    en: 'This order is not paid in instalments.',
  },
} as const satisfies Record<string, { status: number } & Labels>
