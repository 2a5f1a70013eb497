import { defineMachine } from '../kernel/machine'

/** What the guard of `open` looks at. */
export type OrderFacts = { needsSpk: boolean; spkConfirmed: boolean }

/** What the guard of `fulfil` looks at. */
export type FulfilFacts = {
  isPaid: boolean
  /** Items with a delivery that has not arrived yet. */
  undelivered: number
}

/** What the guard of `cancel` looks at: rupiah on the order that were not refunded. */
export type CancelFacts = { credited: number }

const isConfirmed = (_: unknown, facts: unknown) => {
  const { needsSpk, spkConfirmed } = facts as OrderFacts
  return (
    !needsSpk ||
    spkConfirmed || { en: 'the SPK is not confirmed yet', id: 'SPK belum dikonfirmasi' }
  )
}

const isDelivered = (_: unknown, facts: unknown) => {
  const { isPaid, undelivered } = facts as FulfilFacts
  if (!isPaid) {
    return { en: 'nothing has been paid yet', id: 'pesanan belum dibayar' }
  }
  return (
    undelivered === 0 || {
      en: `${undelivered} of its items are not delivered yet`,
      id: `${undelivered} barangnya belum diserahkan`,
    }
  )
}

const hasNoMoney = (_: unknown, facts: unknown) =>
  ((facts as CancelFacts | undefined)?.credited ?? 0) <= 0 || {
    en: 'money has been paid; an owner must refund it first',
    id: 'sudah ada uang masuk; pemilik harus mengembalikannya dahulu',
  }

/** An order's life. Its payment state is derived from the instalments, never fired. */
export const orderMachine = defineMachine({
  name: 'order',
  initial: 'draft',
  moves: [
    {
      button: {
        consequence: {
          en: 'The order counts as placed.',
          id: 'Pesanan dianggap sudah dibuat pelanggan.',
        },
        text: { en: 'Place', id: 'Tandai dibuat' },
      },
      by: ['system', 'customer', 'admin', 'owner'],
      event: 'place',
      from: ['draft'],
      label: { en: 'Placed', id: 'Pesanan dibuat' },
      to: 'placed',
    },
    {
      button: {
        consequence: { en: 'The customer can pay.', id: 'Pelanggan dapat membayar.' },
        text: { en: 'Open for payment', id: 'Buka pembayaran' },
      },
      by: ['system', 'admin', 'owner'],
      event: 'open',
      from: ['placed'],
      label: { en: 'Opened for payment', id: 'Siap dibayar' },
      to: 'open',
      when: isConfirmed,
    },
    {
      by: ['system'],
      event: 'hold',
      from: ['open'],
      label: {
        en: 'Held until the SPK is confirmed again',
        id: 'Ditahan sampai SPK dikonfirmasi lagi',
      },
      to: 'placed',
      when: hasNoMoney,
    },
    {
      button: {
        consequence: {
          en: 'Everything has been delivered. It can be closed afterwards.',
          id: 'Semua barang sudah diserahkan. Setelah ini pesanan dapat ditutup.',
        },
        text: { en: 'Mark as fulfilled', id: 'Tandai selesai' },
      },
      by: ['system', 'admin', 'owner'],
      event: 'fulfil',
      from: ['open'],
      label: { en: 'Fulfilled', id: 'Selesai dikirim' },
      to: 'fulfilled',
      when: isDelivered,
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'Open instalments become void and open invoices are cancelled. Money that still comes in is kept for your review.',
          id: 'Cicilan yang belum dibayar batal dan tagihan Duitku ditutup. Uang yang tetap masuk ditahan untuk Anda tinjau.',
        },
        danger: true,
        text: { en: 'Cancel order', id: 'Batalkan pesanan' },
      },
      by: ['system', 'customer', 'admin', 'owner'],
      event: 'cancel',
      from: ['draft', 'placed', 'open'],
      label: { en: 'Cancelled', id: 'Dibatalkan' },
      to: 'cancelled',
      when: hasNoMoney,
    },
    {
      button: {
        consequence: {
          en: 'Nothing more is to be done.',
          id: 'Tidak ada lagi yang perlu dikerjakan.',
        },
        text: { en: 'Close order', id: 'Tutup pesanan' },
      },
      by: ['system', 'admin', 'owner'],
      event: 'close',
      from: ['fulfilled'],
      label: { en: 'Closed', id: 'Ditutup' },
      to: 'closed',
    },
    {
      by: ['system'],
      event: 'reopen',
      from: ['fulfilled', 'closed'],
      label: { en: 'Open again', id: 'Terbuka lagi' },
      to: 'open',
    },
  ],
  states: {
    cancelled: { label: { en: 'Cancelled', id: 'Dibatalkan' }, terminal: true, tone: 'neutral' },
    closed: { label: { en: 'Closed', id: 'Ditutup' }, tone: 'neutral' },
    draft: { label: { en: 'Draft', id: 'Draf' }, tone: 'neutral' },
    fulfilled: { label: { en: 'Fulfilled', id: 'Selesai dikirim' }, tone: 'success' },
    open: { label: { en: 'Open', id: 'Berjalan' }, tone: 'info' },
    placed: { label: { en: 'Placed', id: 'Dibuat' }, tone: 'info' },
  },
})
