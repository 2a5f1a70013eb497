import type { QueuedMessage } from '@/plugin/notifications'

/** What a shop sends on an ordinary day: to customers in both languages, and to its staff. */
const KINDS = [
  { event: 'order.placed', kind: 'customer', locale: 'id' },
  { event: 'payment.received', kind: 'customer', locale: 'id' },
  { event: 'payment.received', kind: 'customer', locale: 'en' },
  { event: 'payment.receivedByStaff', kind: 'staff', locale: 'id' },
] as const

/** Message number `index` of a run; no two have the same key. */
export const makeMessage = (args: { index: number; run: string }): QueuedMessage => {
  const { index, run } = args
  const { event, kind, locale } = KINDS[index % KINDS.length] as (typeof KINDS)[number]
  const address = kind === 'staff' ? 'admin@lunas.test' : `budi.${run}.${index}@contoh.id`
  const params = {
    customerEmail: `budi.${run}.${index}@contoh.id`,
    customerName: 'Budi Santoso',
    customerPhone: '+6281234567890',
    items: [
      { amount: 750_000, quantity: 1, title: 'Audit keamanan situs' },
      { amount: 500_000, quantity: 2, title: 'Sesi konsultasi' },
    ],
    orderNumber: `HZ-${String(index).padStart(6, '0')}`,
    orderUrl: `https://toko.contoh.id/pesanan/${run}-${index}-tidakdapatditebak`,
    placedAt: '2026-11-21T07:30:00.000Z',
    total: 1_250_000,
  }
  return {
    ...(event === 'order.placed'
      ? { event, params }
      : { event, params: { ...params, amount: 1_250_000 } }),
    recipient: { address, kind, locale, name: kind === 'staff' ? 'Admin' : 'Budi Santoso' },
    subject: { id: `order-${run}-${index}`, type: 'order' },
  }
}
