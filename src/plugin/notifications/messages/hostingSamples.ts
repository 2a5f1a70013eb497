import type { HostingParams, HostingParamsOf } from './hostingParams'

const hosting: HostingParams = {
  customerEmail: 'budi@contoh.id',
  customerName: 'Budi Santoso',
  domain: 'contoh-situs.co.id',
  note: '',
  orderNumber: 'HZ-000123',
  title: 'Cloud Server 2 vCPU',
  url: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
}

const url =
  'https://toko.example/admin/collections/hosting-accounts/01a1ff09-2992-74ac-babd-000000000004'

/** Made-up parameters of every event about services. */
export const hostingSamples: HostingParamsOf = {
  'hosting.alarm': {
    ...hosting,
    note: 'Server menjawab selesai, tetapi terlihat on. Sudah dicoba 3 kali.',
    url,
  },
  'hosting.changed': { ...hosting, note: 'Sudah ditangguhkan. Tunggakan sejak 5 Januari', url },
  'hosting.contractEnded': { ...hosting, note: '21 November 2026' },
  'hosting.decision': { ...hosting, note: 'Kontrak berakhir 21 November 2026.', url },
  'hosting.ended': hosting,
  'hosting.exporting': { ...hosting, note: '21 November 2026' },
  'hosting.kept': { ...hosting, note: '' },
  'hosting.failed': { ...hosting, note: 'Domain ini sudah ada di server.' },
  'hosting.ready': hosting,
  'hosting.renewalDue': { ...hosting, note: '21 November 2026' },
  'hosting.resumed': hosting,
  'hosting.suspended': {
    ...hosting,
    url: 'https://toko.example/pesanan/tokenyangtidakdapatditebak/tunggakan',
  },
  'hosting.task': { ...hosting, domain: '', note: 'Matikan sementara', url },
}
