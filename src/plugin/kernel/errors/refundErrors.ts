import type { Labels } from './locale'

/** Refusals about the ways in which money goes back. */
export const refundErrors = {
  'refund.badAccountNumber': {
    status: 422,
    id: 'Tulis nomor rekening dengan angka saja, 5 sampai 20 angka.',
    en: 'Write the account number in digits only, 5 to 20 of them.',
  },
  'refund.badBank': {
    status: 422,
    id: 'Pilih bank tujuan dari daftar.',
    en: 'Choose the bank from the list.',
  },
  'refund.noAccount': {
    status: 422,
    id: 'Dana pembayaran ini kembali ke sumbernya. Kosongkan rekening tujuan.',
    en: 'This payment goes back to where it came from. Leave the account empty.',
  },
  'refund.notApproved': {
    status: 409,
    id: 'Pengembalian dana ini tidak menunggu pengiriman.',
    en: 'This refund is not waiting to be sent.',
  },
  'refund.notByCustomer': {
    status: 409,
    id: 'Pengajuan ini dibuat oleh toko. Hubungi kami untuk membatalkannya.',
    en: 'The shop made this request. Please contact us to have it cancelled.',
  },
  'refund.notOffered': {
    status: 422,
    id: 'Cara ini tidak tersedia untuk saluran pembayaran pesanan ini.',
    en: 'This way is not available for the channel that was paid by.',
  },
  'refund.onTheWay': {
    status: 409,
    id: 'Transfer lewat Duitku Disbursement sudah dimulai. Selesaikan transfer itu dahulu.',
    en: 'A transfer through Duitku Disbursement has begun. End that one first.',
  },
  'refund.transferOff': {
    status: 409,
    id: 'Duitku Disbursement belum diaktifkan di toko ini.',
    en: 'Duitku Disbursement is not switched on in this shop.',
  },
} as const satisfies Record<string, { status: number } & Labels>
