import type { Labels } from './locale'

/** Refusals about paying in parts. */
export const planErrors = {
  'contract.oldestFirst': {
    status: 422,
    id: 'Cicilan dibayar mulai dari yang paling lama. Pilih cicilan ke-{instalment} lebih dahulu.',
    en: 'Instalments are paid from the oldest on. Please choose instalment {instalment} first.',
  },
  'contract.blockedByArrears': {
    status: 409,
    id: 'Masih ada tunggakan {amount:rupiah} pada pesanan {number}. Lunasi tunggakan itu dahulu, lalu lanjutkan.',
    en: '{amount:rupiah} of order {number} is overdue. Please settle that first, then go on.',
  },
  'plan.accountRequired': {
    status: 401,
    id: 'Cicilan memerlukan akun. Masuk atau buat akun dahulu; pilihan Anda tetap tersimpan di alamat halaman ini.',
    en: 'Paying in instalments needs an account. Sign in or open one first; your choice stays in the address of this page.',
  },
  'plan.invalid': {
    status: 422,
    id: 'Rencana cicilan ini belum benar. Periksa jumlah cicilan dan uang mukanya.',
    en: 'This plan is not right yet. Please check its number of instalments and its down payment.',
  },
  'plan.notOffered': {
    status: 422,
    id: 'Rencana cicilan ini tidak tersedia untuk {product}. Pilih salah satu yang ditawarkan.',
    en: 'This plan is not offered for {product}. Please choose one of those that are.',
  },
  'plan.onlyOne': {
    status: 422,
    id: 'Satu kontrak cicilan memuat satu produk. Pesan produk lain secara terpisah.',
    en: 'A contract in instalments covers one product. Please order other products separately.',
  },
} as const satisfies Record<string, { status: number } & Labels>
