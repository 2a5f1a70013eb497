import { defineMachine } from '../../kernel/machine'

/** Money that waits for an admin's decision; each decision needs a reason. */
export const reviewMachine = defineMachine({
  name: 'review',
  initial: 'open',
  moves: [
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The money pays what the order owes; the customer gets a receipt.',
          id: 'Uang ini membayar tagihan pesanan; pelanggan mendapat tanda terima.',
        },
        text: { en: 'Credit to order', id: 'Kreditkan ke pesanan' },
      },
      by: ['admin', 'owner'],
      event: 'credit',
      from: ['open'],
      label: { en: 'Credited to order', id: 'Dikreditkan ke pesanan' },
      to: 'credited',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The money stays with the shop as excess. It can still be marked for refund later.',
          id: 'Uang disimpan sebagai kelebihan bayar. Nanti masih dapat ditandai untuk dikembalikan.',
        },
        text: { en: 'Keep as excess', id: 'Simpan sebagai kelebihan' },
      },
      by: ['admin', 'owner'],
      event: 'keep',
      from: ['open'],
      label: { en: 'Kept as excess', id: 'Disimpan sebagai kelebihan bayar' },
      to: 'kept',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The shop owes this money back. An owner sends it and records the refund here.',
          id: 'Toko berutang uang ini kepada pelanggan. Pemilik mengirimnya lalu mencatatnya di sini.',
        },
        text: { en: 'Mark for refund', id: 'Tandai untuk dikembalikan' },
      },
      by: ['admin', 'owner'],
      event: 'markRefund',
      from: ['open', 'kept'],
      label: { en: 'Marked for refund', id: 'Ditandai untuk pengembalian dana' },
      to: 'refundMarked',
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
      by: ['owner'],
      event: 'refund',
      from: ['refundMarked'],
      label: { en: 'Refunded', id: 'Dana dikembalikan' },
      to: 'refunded',
    },
  ],
  states: {
    credited: { label: { en: 'Credited', id: 'Dikreditkan' }, terminal: true, tone: 'success' },
    kept: { label: { en: 'Kept as excess', id: 'Disimpan' }, tone: 'neutral' },
    open: { label: { en: 'Open', id: 'Perlu diputuskan' }, tone: 'danger' },
    refundMarked: { label: { en: 'Marked for refund', id: 'Akan dikembalikan' }, tone: 'warning' },
    refunded: { label: { en: 'Refunded', id: 'Dikembalikan' }, terminal: true, tone: 'neutral' },
  },
})
