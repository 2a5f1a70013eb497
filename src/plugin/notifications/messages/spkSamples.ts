import type { SpkParamsOf } from './spkParams'

const spk = {
  customerName: 'Budi Santoso',
  edition: 1,
  note: '',
  number: '001/SPK/HZ/XI/2026',
  orderNumber: 'HZ-000123',
  spkId: '01a1ff09-2992-74ac-babd-000000000004',
  title: 'VPS 4 GB',
  until: '2026-12-05T16:59:59.999Z',
  url: 'https://toko.example/pesanan/tokenyangtidakdapatditebak/spk',
  version: 6,
}
const forStaff = {
  ...spk,
  url: 'https://toko.example/admin/spk/01a1ff09-2992-74ac-babd-000000000004',
}
const unnumbered = { number: '', version: 1 }

/** Made-up parameters of the messages about agreements. */
export const spkSamples: SpkParamsOf = {
  'spk.cancelled': { ...spk, note: 'Pelanggan memilih paket lain.' },
  'spk.code': spk,
  'spk.confirmed': { ...spk, until: '' },
  'spk.contentConfirmed': { ...forStaff, ...unnumbered },
  'spk.declined': { ...forStaff, note: 'Saya pindah ke paket tahunan.' },
  'spk.expired': spk,
  'spk.faulty': { ...spk, note: 'Berkas terkunci kata sandi. Kirim berkas tanpa kata sandi.' },
  'spk.handedOver': { ...forStaff, note: 'Pelanggan minta dihubungi lewat WhatsApp sore hari.' },
  'spk.photoArrived': forStaff,
  'spk.photoWanted': { ...spk, note: 'Foto halaman terakhir, dengan kodenya terlihat.' },
  'spk.rejected': { ...spk, note: 'Tanda tangan belum ditulis langsung di kertas.' },
  'spk.remarked': { ...forStaff, ...unnumbered, note: 'Alamat: nomor rumah saya 12, bukan 21.' },
  'spk.reminder': { ...spk, note: 'Cetak, tanda tangani, lalu kirim hasil pindainya.' },
  'spk.revoked': { ...spk, note: 'Halaman 3 belum terbaca jelas.', until: '' },
  'spk.scanArrived': forStaff,
  'spk.sealFailed': { ...forStaff, note: 'Sertifikat toko kedaluwarsa.' },
  'spk.stampFailed': { ...forStaff, note: 'Berkas ini berubah setelah diterbitkan.' },
  'spk.superseded': { ...spk, note: 'Jumlah angsuran diubah menjadi 12.', until: '' },
  'spk.terminated': { ...spk, note: 'Angsuran tidak dibayar selama tiga bulan.', until: '' },
  'spk.toCheck': { ...spk, ...unnumbered },
  'spk.toDraft': { ...forStaff, ...unnumbered, edition: 0, until: '', version: 0 },
  'spk.toSign': spk,
  'spk.withdrawn': { ...spk, ...unnumbered, note: 'Alamat Anda kami lengkapi.', until: '' },
}
