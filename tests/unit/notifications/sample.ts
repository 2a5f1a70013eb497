import type { MessageParams } from '../../../src/plugin/notifications/schema'

/** An order as the mails tell of it. */
export const sampleParams: MessageParams = {
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

/** The shop around the mails. */
export const sampleFrame = {
  contact: { email: 'halo@toko.example', whatsapp: '6281200000000' },
  shopName: 'hanzamas.tech',
}
