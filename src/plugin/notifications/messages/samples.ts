import type { MessageParamsOf } from '../schema'

import { arrearsSamples } from './arrearsSamples'
import { hostingSamples } from './hostingSamples'
import { spkSamples } from './spkSamples'

const order = {
  customerEmail: 'budi@contoh.id',
  customerName: 'Budi Santoso',
  customerPhone: '+6281234567890',
  items: [
    { amount: 750_000, quantity: 1, title: 'Audit keamanan situs' },
    { amount: 500_000, quantity: 2, title: 'Sesi konsultasi' },
  ],
  orderNumber: 'HZ-000123',
  orderUrl: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
  placedAt: '2026-11-21T07:30:00.000Z',
  total: 1_250_000,
}
const payment = { ...order, amount: 1_250_000 }
const item = {
  assigneeName: 'Adi Admin',
  customerName: 'Budi Santoso',
  dueAt: '2026-11-26T03:00:00.000Z',
  orderNumber: 'HZ-000123',
  state: 'Ditugaskan',
  title: 'Audit keamanan situs',
  url: 'https://toko.example/admin/collections/fulfilments/01a1ff09-2992-74ac-babd-000000000000',
}
const question = {
  by: 'Budi Santoso',
  customerEmail: 'budi@contoh.id',
  customerName: 'Budi Santoso',
  orderNumber: 'HZ-000123',
  text: 'Seberapa sering logrotate perlu dijalankan?',
  title: 'Konsultasi IT 1 Jam',
  url: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
}
const followUp = {
  customerEmail: 'budi@contoh.id',
  customerName: 'Budi Santoso',
  orderNumber: 'HZ-000123',
  title: 'Konsultasi IT 1 Jam',
  until: '2026-12-06T16:59:59.999Z',
  url: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
}
const session = {
  customerEmail: 'budi@contoh.id',
  customerName: 'Budi Santoso',
  endsAt: '2026-11-26T04:00:00.000Z',
  hostEmail: 'adi@toko.example',
  hostName: 'Adi Admin',
  movesLeft: 2,
  orderNumber: 'HZ-000123',
  place: 'Zoom',
  placeUrl: 'https://us02web.zoom.us/j/81234567890',
  revision: 0,
  sessionId: '01a1ff09-2992-74ac-babd-000000000001',
  startsAt: '2026-11-26T03:00:00.000Z',
  title: 'Konsultasi IT 1 Jam',
  url: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
}
const changed = { ...session, reason: 'Ada rapat mendadak', revision: 1 }
const forHost = { ...session, url: item.url }
const changedForHost = { ...changed, url: item.url }

const scope = {
  customerEmail: 'budi@contoh.id',
  customerName: 'Budi Santoso',
  domain: 'contoh-situs.co.id',
  note: '',
  orderNumber: 'HZ-000123',
  readyOn: '2026-12-11',
  scopeId: '01a1ff09-2992-74ac-babd-000000000002',
  startsOn: '2026-12-07',
  title: 'Analisis Keamanan Web',
  url: 'https://toko.example/pesanan/tokenyangtidakdapatditebak/lingkup/01a1ff09-2992-74ac-babd-000000000003',
}
const unscheduled = { ...scope, readyOn: '', startsOn: '' }

const problem = {
  customerName: 'Budi Santoso',
  number: 'M-000123',
  url: 'https://toko.example/bantuan/tokenyangtidakdapatditebakolehsiapapunjuga1',
  what: 'Berkas atau tautan tidak bisa dibuka',
}
const problemNews = {
  ...problem,
  replyBy: '2026-11-24T03:00:00.000Z',
  text: 'Tautan unduhan meminta kata sandi, tetapi kata sandinya tidak cocok.',
  url: 'https://toko.example/admin/collections/problems/01a1ff09-2992-74ac-babd-000000000000',
}

const refund = {
  account: '•••• 7890',
  amount: 1_250_000,
  customerName: 'Budi Santoso',
  number: 'R-000123',
  orderNumber: 'HZ-000123',
  url: order.orderUrl,
}

const download = {
  customerName: 'Budi Santoso',
  hasAccount: false,
  orderNumber: 'HZ-000123',
  orderUrl: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
  size: 12_345_678,
  supportUntil: '2026-12-21T16:59:59.999Z',
  title: 'Template Portofolio Premium',
  validUntil: '2027-11-21T16:59:59.999Z',
  version: '1.2.0',
}

const report = {
  customerName: 'Budi Santoso',
  hasAccount: true,
  orderNumber: 'HZ-000123',
  orderUrl: 'https://toko.example/pesanan/tokenyangtidakdapatditebak',
  reportId: '01a1ff09-2992-74ac-babd-000000000000',
  retestUntil: '2026-12-21T16:59:59.999Z',
  revision: 1,
  size: 184_320,
  title: 'Analisis Keamanan Web',
  validUntil: '2026-12-21T16:59:59.999Z',
}

/** Made-up parameters of every event, for looking at its message before it was ever sent. */
export const sampleParams: MessageParamsOf = {
  ...arrearsSamples,
  ...hostingSamples,
  ...spkSamples,
  'account.passwordAsked': {
    customerName: 'Budi Santoso',
    url: 'https://toko.example/akun/kata-sandi?token=contoh',
  },
  'download.password': {
    customerName: 'Budi Santoso',
    entitlementId: '01a1ff09-2992-74ac-babd-000000000000',
    orderNumber: 'HZ-000123',
    title: 'Template Portofolio Premium',
    url: 'https://toko.example/pesanan',
  },
  'download.ready': download,
  'followUp.analysis': { ...followUp, title: 'Analisis Keamanan Web' },
  'followUp.consulting': followUp,
  'followUp.template': { ...followUp, title: 'Template Portofolio Premium', until: null },
  'item.dueSoon': item,
  'item.late': { ...item, assigneeName: null, state: 'Baru' },
  'message.stuck': {
    channel: 'email',
    count: 34,
    lastSentAt: '2026-11-21T05:10:00.000Z',
    reason: '535 5.7.8 Authentication failed',
    since: '2026-11-21T05:30:00.000Z',
    url: 'https://toko.example/admin/collections/notifications?where[state][equals]=queued',
  },
  'message.undeliverable': {
    about: 'Pesanan dibuat',
    address: 'budi@contoh.id',
    reason: '550 5.1.1 No such mailbox',
    url: 'https://toko.example/admin/collections/notifications?where[state][equals]=dead',
  },
  'order.placed': order,
  'payment.expired': payment,
  'payment.failed': payment,
  'payment.inReview': payment,
  'payment.needsReview': payment,
  'payment.received': payment,
  'payment.receivedByStaff': payment,
  'scope.agreed': { ...scope, note: 'Kami mulai setelah jam kerja Anda.' },
  'scope.changesWanted': { ...unscheduled, note: 'Tulis jam yang diizinkan.' },
  'scope.notAgreed': { ...unscheduled, url: item.url },
  'scope.proven': unscheduled,
  'scope.provenForStaff': { ...unscheduled, url: item.url },
  'scope.reminder': { ...unscheduled, domain: '' },
  'scope.submitted': { ...unscheduled, url: item.url },
  'scope.wanted': { ...unscheduled, domain: '' },
  'session.booked': session,
  'session.bookedForHost': forHost,
  'session.cancelled': changed,
  'session.cancelledForHost': changedForHost,
  'session.missed': session,
  'session.moved': changed,
  'session.movedForHost': changedForHost,
  'session.placeChanged': { ...session, revision: 1 },
  'session.placeChangedForHost': { ...forHost, revision: 1 },
  'session.soon': session,
  'session.soonForHost': forHost,
  'session.summary': {
    ...session,
    summary: [
      { kind: 'heading', text: 'Yang kita bahas' },
      { kind: 'paragraph', text: 'Server lama penuh karena log tidak pernah dihapus.' },
      { kind: 'item', text: 'Pasang logrotate' },
      { kind: 'item', text: 'Pindahkan gambar ke penyimpanan objek' },
    ],
  },
  'problem.answered': {
    ...problem,
    by: 'Adi Admin',
    text: 'Kata sandi baru sudah kami kirim.\nSilakan dicoba lagi.',
  },
  'problem.late': problemNews,
  'problem.received': { ...problem, replyBy: '2026-11-24T03:00:00.000Z' },
  'problem.replied': problemNews,
  'problem.reported': problemNews,
  'problem.resolved': { ...problem, reopenUntil: '2026-12-06T16:59:59.999Z' },
  'question.answered': {
    ...question,
    by: 'Adi Admin',
    text: 'Cukup jalankan perintahnya sekali seminggu.',
  },
  'question.asked': { ...question, url: item.url },
  'refund.approved': { ...refund, sendBy: '2026-11-29T16:59:59.999Z', way: 'transfer' },
  'refund.asked': {
    ...refund,
    reason: 'Salah memilih produk.',
    url: 'https://toko.example/admin/collections/refunds/01a1ff09-2992-74ac-babd-000000000000',
  },
  'refund.rejected': { ...refund, reason: 'Sesi sudah berlangsung.' },
  'refund.requested': refund,
  'refund.sent': { ...refund, evidence: 'BCA 20261122-0042' },
  'refund.withdrawn': refund,
  'release.published': {
    ...download,
    changelog: 'Halaman blog baru.\nPerbaikan mode gelap.',
    hasAccount: true,
  },
  'report.password': {
    customerName: 'Budi Santoso',
    orderNumber: 'HZ-000123',
    reportId: '01a1ff09-2992-74ac-babd-000000000000',
    revision: 1,
    title: 'Analisis Keamanan Web',
    url: 'https://toko.example/pesanan',
  },
  'report.ready': report,
  'retest.ready': { ...report, hasAccount: false, revision: 2 },
  'retest.wanted': {
    customerName: 'Budi Santoso',
    fulfilmentId: '01a1ff09-2992-74ac-babd-000000000000',
    orderNumber: 'HZ-000123',
    title: 'Analisis Keamanan Web',
    url: item.url,
  },
}
