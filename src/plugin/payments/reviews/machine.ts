import { defineMachine } from '../../kernel/machine'

/** Money that waits for an admin's decision; each decision needs a reason. */
export const reviewMachine = defineMachine({
  name: 'review',
  initial: 'open',
  moves: [
    {
      by: ['admin', 'owner'],
      event: 'credit',
      from: ['open'],
      label: { en: 'Credit to order', id: 'Kreditkan ke pesanan' },
      to: 'credited',
    },
    {
      by: ['admin', 'owner'],
      event: 'keep',
      from: ['open'],
      label: { en: 'Keep as excess', id: 'Simpan sebagai kelebihan bayar' },
      to: 'kept',
    },
    {
      by: ['admin', 'owner'],
      event: 'markRefund',
      from: ['open', 'kept'],
      label: { en: 'Mark for refund', id: 'Tandai untuk pengembalian dana' },
      to: 'refundMarked',
    },
  ],
  states: {
    credited: { label: { en: 'Credited', id: 'Dikreditkan' }, terminal: true, tone: 'success' },
    kept: { label: { en: 'Kept as excess', id: 'Disimpan' }, tone: 'neutral' },
    open: { label: { en: 'Open', id: 'Perlu diputuskan' }, tone: 'danger' },
    refundMarked: {
      label: { en: 'Marked for refund', id: 'Akan dikembalikan' },
      terminal: true,
      tone: 'warning',
    },
  },
})
