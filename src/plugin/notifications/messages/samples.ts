import type { MessageParamsOf } from '../schema'

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

/** Made-up parameters of every event, for looking at its message before it was ever sent. */
export const sampleParams: MessageParamsOf = {
  'account.passwordAsked': {
    customerName: 'Budi Santoso',
    url: 'https://toko.example/akun/kata-sandi?token=contoh',
  },
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
}
