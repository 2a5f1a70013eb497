import type { ArrearsParamsOf } from './arrearsParams'

const contract = {
  amount: 1_250_000,
  count: 12,
  customerEmail: 'budi@contoh.id',
  customerName: 'Budi Santoso',
  customerPhone: '+6281234567890',
  left: 11_250_000,
  orderNumber: 'HZ-000123',
  orderUrl: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
  title: 'VPS 4 GB',
  total: 15_000_000,
}
const instalment = {
  ...contract,
  dueOn: '2026-11-28',
  kind: 'instalment' as const,
  seq: 4,
}
const choiceUrl = 'https://toko.example/pesanan/tokenyangtidakdapatditebak/tunggakan'
const arrears = {
  ...contract,
  choiceUrl,
  daysLate: 3,
  fees: 0,
  since: '2026-11-28',
  suspendOn: '2026-12-05',
}
const cases = 'https://toko.example/admin/collections/overdue-cases'
const caseUrl = `${cases}/01a1ff09-2992-74ac-babd-000000000004`

/** Made-up parameters of everything that is said about instalments. */
export const arrearsSamples: ArrearsParamsOf = {
  'chance.asked': {
    ...contract,
    url: caseUrl,
    wish: 'Gaji saya baru masuk tanggal 10.\nBoleh sampai tanggal 11?',
    wishedUntil: '2026-12-11',
  },
  'chance.broken': { ...arrears, daysLate: 14, suspendOn: '2026-12-13', until: '2026-12-11' },
  'chance.declined': { ...contract, text: 'Kesempatan sebelumnya belum ditepati.' },
  'chance.granted': { ...contract, text: 'Sesuai pembicaraan di telepon.', until: '2026-12-11' },
  'chance.withdrawn': { ...contract, text: '' },
  'contract.paidOff': { ...contract, amount: 0, left: 0 },
  'contract.revised': {
    ...contract,
    amount: 0,
    revision: 2,
    text: 'Tanggal jatuh tempo kami pindahkan ke tanggal 10, sesuai permintaan Anda.',
  },
  'instalment.dueToday': instalment,
  'instalment.issued': instalment,
  'instalment.late': { ...arrears, daysLate: 1 },
  'instalment.reminder': { ...instalment, daysLeft: 3 },
  'overdue.capReached': { done: 25, url: `${cases}?where[state][equals]=open`, waiting: 41 },
  'overdue.choice': arrears,
  'overdue.chosen': {
    ...contract,
    choice: 'suspend',
    choiceUrl,
    chosenAt: '2026-12-02T03:12:00.000Z',
  },
  'overdue.chosenByCustomer': { ...contract, choice: 'suspend', url: caseUrl },
  'overdue.escalated': { ...arrears, daysLate: 30, fees: 50_000, suspendOn: null, url: caseUrl },
  'overdue.notice': {
    ...arrears,
    daysLate: 5,
    text: 'Telepon Anda tidak terjawab.\nMohon kabari kami hari ini.',
  },
  'overdue.proposals': { count: 7, total: 8_750_000, url: `${cases}?where[state][equals]=open` },
  'overdue.settled': { ...contract, amount: 0, wasOff: true },
  'overdue.warning': { ...arrears, daysLate: 6 },
}
