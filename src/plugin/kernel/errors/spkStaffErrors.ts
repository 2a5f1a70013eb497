import type { Labels } from './locale'

/** Refusals of what staff do with agreements. */
export const spkStaffErrors = {
  'spk.noTemplate': {
    status: 422,
    id: 'Pilih naskah SPK yang masih boleh dipakai.',
    en: 'Please choose a template that may still be used.',
  },
  'spk.notDraft': {
    status: 409,
    id: 'Isian hanya dapat diubah selama SPK masih draf.',
    en: 'The content can only be changed while the SPK is a draft.',
  },
  'spk.fileRequired': {
    status: 422,
    id: 'Pilih satu berkas terlebih dahulu.',
    en: 'Please choose one file first.',
  },
  'spk.fileUnfit': {
    status: 422,
    id: 'Berkas tidak dapat dipakai: {fault}',
    en: 'This file cannot be used: {fault}',
  },
  'spk.serialTaken': {
    status: 409,
    id: 'Nomor seri e-Meterai ini sudah dipakai pada dokumen lain.',
    en: 'The serial of this e-Meterai has been used on another document.',
  },
  'spk.noOverride': {
    status: 409,
    id: 'Berkas ber-e-Meterai ini tidak dapat diterima dengan alasan: {verdict}.',
    en: 'This stamped file cannot be accepted with a reason: {verdict}.',
  },
  'spk.noScan': {
    status: 409,
    id: 'Belum ada hasil pindai untuk diperiksa.',
    en: 'There is no scan to look at yet.',
  },
  'spk.notInArrears': {
    status: 409,
    id: 'Pelanggan ini tidak menunggak.',
    en: 'This customer is not in arrears.',
  },
  'spk.noNik': {
    status: 409,
    id: 'NIK belum diisi.',
    en: 'No NIK has been filled in.',
  },
  'spk.sameAssignee': {
    status: 409,
    id: 'SPK ini sudah dipegang {name}.',
    en: '{name} looks after this SPK already.',
  },
  'spk.changedSince': {
    status: 409,
    id: 'Harga atau jadwal pesanan sudah berubah sejak disetujui pelanggan. Tarik SPK untuk diubah.',
    en: 'Price or schedule of the order have changed since the customer agreed. Take the SPK back for changes.',
  },
  'spk.templateFault': {
    status: 422,
    id: 'Naskah belum benar: {fault}',
    en: 'The template is not right yet: {fault}',
  },
} as const satisfies Record<string, { status: number } & Labels>
