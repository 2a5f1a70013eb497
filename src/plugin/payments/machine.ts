import { defineMachine } from '../kernel/machine'

/** What a guard of the payment machine looks at: whether amount and reference match the attempt. */
export type PaymentFacts = { matches: boolean }

/** One attempt at the gateway. Unknown is not failed: an unanswered question leaves the state. */
export const paymentMachine = defineMachine({
  name: 'payment',
  initial: 'created',
  moves: [
    {
      by: ['system'],
      event: 'request',
      from: ['created'],
      label: { en: 'Invoice made at the gateway', id: 'Tagihan dibuat di gerbang pembayaran' },
      to: 'pending',
    },
    {
      by: ['system'],
      event: 'settle',
      from: ['created', 'pending', 'expired', 'cancelled', 'failed'],
      label: { en: 'Money received', id: 'Uang diterima' },
      to: 'paid',
      when: (_, facts) =>
        (facts as PaymentFacts | undefined)?.matches === true ||
        'amount and reference must match what the gateway repeats',
    },
    {
      by: ['system'],
      event: 'decline',
      from: ['pending'],
      label: { en: 'Refused by the gateway', id: 'Ditolak gerbang pembayaran' },
      to: 'failed',
    },
    {
      by: ['system'],
      event: 'expire',
      from: ['created', 'pending'],
      label: { en: 'Time ran out', id: 'Waktu habis' },
      to: 'expired',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The shop stops waiting for it. Duitku cannot take the invoice back: money that still comes in is credited.',
          id: 'Toko berhenti menunggunya. Duitku tidak dapat menarik tagihan: uang yang tetap masuk akan dikreditkan.',
        },
        danger: true,
        text: { en: 'Cancel attempt', id: 'Batalkan percobaan' },
      },
      by: ['system', 'customer', 'admin', 'owner'],
      event: 'cancel',
      from: ['created', 'pending'],
      label: { en: 'Replaced or cancelled', id: 'Diganti atau dibatalkan' },
      to: 'cancelled',
    },
    {
      by: ['system'],
      event: 'quarantine',
      from: ['created', 'pending', 'failed', 'expired', 'cancelled'],
      label: { en: 'Put aside for review', id: 'Ditahan untuk ditinjau' },
      to: 'review',
    },
    {
      by: ['admin', 'owner'],
      event: 'record',
      from: ['created'],
      label: { en: 'Transfer recorded', id: 'Transfer dicatat' },
      to: 'paid',
    },
    {
      by: ['admin', 'owner'],
      event: 'accept',
      from: ['review'],
      label: { en: 'Reviewed and accepted', id: 'Ditinjau dan diterima' },
      to: 'paid',
    },
    {
      button: {
        asks: ['reason', 'evidence'],
        consequence: {
          en: 'You have sent the money back, by bank transfer or in Duitku’s dashboard. The books record it; this cannot be undone.',
          id: 'Uang sudah Anda kirim kembali, lewat transfer bank atau dasbor Duitku. Pembukuan mencatatnya dan tidak dapat diurungkan.',
        },
        danger: true,
        text: { en: 'Record refund', id: 'Catat pengembalian dana' },
      },
      by: ['owner', 'system'],
      event: 'refund',
      from: ['paid'],
      label: { en: 'Refunded', id: 'Dana dikembalikan' },
      to: 'refunded',
    },
  ],
  states: {
    cancelled: { label: { en: 'Cancelled', id: 'Dibatalkan' }, tone: 'neutral' },
    created: { label: { en: 'Created', id: 'Dibuat' }, tone: 'neutral' },
    expired: { label: { en: 'Expired', id: 'Kedaluwarsa' }, tone: 'warning' },
    failed: { label: { en: 'Failed', id: 'Gagal' }, tone: 'danger' },
    paid: { label: { en: 'Paid', id: 'Lunas' }, tone: 'success' },
    pending: { label: { en: 'Waiting', id: 'Menunggu' }, tone: 'info' },
    refunded: { label: { en: 'Refunded', id: 'Dikembalikan' }, terminal: true, tone: 'neutral' },
    review: { label: { en: 'In review', id: 'Ditinjau' }, tone: 'danger' },
  },
})
