import type { Labels } from './locale'

/** Refusals about paying in parts. */
export const planErrors = {
  'contract.badDiscount': {
    status: 422,
    id: 'Potongan terlalu besar: setiap cicilan baru paling sedikit Rp10.000.',
    en: 'The discount is too large: each new instalment must be at least Rp10,000.',
  },
  'contract.badFirstDue': {
    status: 422,
    id: 'Jatuh tempo pertama harus setelah hari ini dan setelah cicilan yang sudah dibayar.',
    en: 'The first due day must come after today and after the instalments that were paid.',
  },
  'contract.nothingToRevise': {
    status: 409,
    id: 'Tidak ada cicilan yang seluruhnya belum dibayar. Jadwal tidak dapat diubah.',
    en: 'No instalment is wholly unpaid. There is no schedule to change.',
  },
  'contract.partyStays': {
    status: 409,
    id: 'Pelanggan ini terikat {count} kontrak cicilan. Akunnya tidak dapat dihapus.',
    en: 'This customer is party to {count} contracts in instalments. The account cannot be deleted.',
  },
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
  'transfer.badDay': {
    status: 422,
    id: 'Tanggal uang diterima tidak boleh setelah hari ini.',
    en: 'The day on which the money arrived cannot lie ahead.',
  },
  'transfer.proofRequired': {
    status: 422,
    id: 'Lampirkan bukti transfernya: gambar atau PDF.',
    en: 'Attach the proof of the transfer: a picture or a PDF.',
  },
  'transfer.recordedTwice': {
    status: 409,
    id: 'Transfer dengan nomor referensi ini sudah pernah dicatat.',
    en: 'A transfer with this reference has been recorded already.',
  },
  'transfer.referenceRequired': {
    status: 422,
    id: 'Tulis nomor referensi dari bank, 3 sampai 80 huruf.',
    en: 'Write the reference of the bank, 3 to 80 letters.',
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
