import type { Labels } from './locale'

import { spkCustomerErrors } from './spkCustomerErrors'
import { spkPrivacyErrors } from './spkPrivacyErrors'
import { spkStaffErrors } from './spkStaffErrors'

/** Refusals about agreements. */
export const spkErrors = {
  ...spkCustomerErrors,
  ...spkPrivacyErrors,
  ...spkStaffErrors,
  'spk.movedOn': {
    status: 409,
    id: '{by} baru saja mengubah SPK ini menjadi “{state}”. Muat ulang lalu periksa kembali.',
    en: '{by} has just moved this SPK to “{state}”. Please reload and look again.',
  },
  'spk.notConfirmed': {
    status: 409,
    id: 'SPK belum dikonfirmasi admin. Pembayaran dibuka setelah SPK dikonfirmasi.',
    en: 'The SPK is not confirmed yet. Payment opens once it is.',
  },
  'spk.arrears': {
    status: 409,
    id: 'Pelanggan masih menunggak {amount:rupiah} pada pesanan {number}. Kirim dahulu pilihan bayar atau tangguhkan.',
    en: 'The customer still owes {amount:rupiah} on order {number}. Send him the choice to pay or suspend first.',
  },
  'spk.noStampAccount': {
    status: 409,
    id: 'Toko ini membubuhkan e-Meterai di situs resmi. Unduh berkasnya, bubuhkan, lalu unggah kembali.',
    en: 'This shop affixes e-Meterai on the official site. Download the file, have it stamped, upload it again.',
  },
  'spk.noStampWanted': {
    status: 409,
    id: 'SPK ini sedang tidak menunggu e-Meterai.',
    en: 'This SPK is not waiting for an e-Meterai.',
  },
  'spk.nikInvalid': {
    status: 422,
    id: 'NIK terdiri dari 16 angka. Periksa kembali sesuai KTP.',
    en: 'A NIK has 16 digits. Please check it against the identity card.',
  },
} as const satisfies Record<string, { status: number } & Labels>
