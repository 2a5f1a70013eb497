import type { Move } from '../../kernel/machine'
import type { SpkState } from '../states'

import { LIVE_STATES } from '../states'
import { hasNoMoney, isErased, isKept, STAFF } from './guards'

/** What follows a confirmation, and the ways out of everything else. */
export const ENDING = [
  {
    by: ['customer'],
    event: 'decline',
    from: ['validating', 'awaitingSignature', 'signatureRejected', 'moreEvidence'],
    label: { en: 'Declined by the customer', id: 'Dibatalkan oleh pelanggan' },
    to: 'cancelled',
  },
  {
    by: ['system'],
    event: 'seal',
    from: ['confirmed'],
    label: { en: 'Sealed', id: 'Disegel' },
    to: 'sealed',
  },
  {
    by: ['system'],
    event: 'activate',
    from: ['sealed'],
    label: { en: 'First payment received', id: 'Pembayaran pertama diterima' },
    to: 'active',
  },
  {
    by: ['system'],
    event: 'complete',
    from: ['active'],
    label: { en: 'Fulfilled by both sides', id: 'Kewajiban kedua pihak selesai' },
    to: 'completed',
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'The agreement ends, and the customer is told with your reason. Debts stay as they are; decide on them on the order.',
        id: 'Perjanjian berakhir dan pelanggan diberi tahu beserta alasan Anda. Tagihan tetap ada; putuskan di halaman pesanan.',
      },
      danger: true,
      text: { en: 'Terminate agreement', id: 'Akhiri perjanjian' },
    },
    by: STAFF,
    event: 'terminate',
    from: ['active'],
    label: { en: 'Terminated', id: 'Diakhiri' },
    to: 'terminated',
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'The order cannot be paid any more until you confirm again. The customer is told with your reason.',
        id: 'Pesanan tidak dapat dibayar lagi sampai Anda mengonfirmasi ulang. Pelanggan diberi tahu beserta alasan Anda.',
      },
      danger: true,
      text: { en: 'Revoke confirmation', id: 'Cabut konfirmasi' },
    },
    by: STAFF,
    event: 'revoke',
    from: ['confirmed', 'sealed'],
    label: { en: 'Confirmation revoked', id: 'Konfirmasi dicabut' },
    to: 'underReview',
    when: hasNoMoney,
  },
  {
    by: ['system'],
    event: 'expire',
    from: ['validating', 'awaitingSignature', 'signatureRejected', 'moreEvidence'],
    label: { en: 'Expired', id: 'Kedaluwarsa' },
    to: 'expired',
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'The links of the customer end, he is told with your reason, and his files stay on record. It can be opened again.',
        id: 'Tautan pelanggan berakhir dan ia diberi tahu beserta alasan Anda; berkasnya tetap tersimpan. SPK dapat dibuka lagi.',
      },
      danger: true,
      text: { en: 'Cancel SPK', id: 'Batalkan SPK' },
    },
    by: ['system', ...STAFF],
    event: 'cancel',
    from: LIVE_STATES,
    label: { en: 'Cancelled', id: 'Dibatalkan' },
    to: 'cancelled',
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'It becomes a draft again, of the next revision.',
        id: 'Menjadi draf lagi, dengan revisi berikutnya.',
      },
      text: { en: 'Open again', id: 'Buka lagi' },
    },
    by: STAFF,
    event: 'reopen',
    from: ['expired', 'cancelled'],
    label: { en: 'Opened again', id: 'Dibuka lagi' },
    to: 'draft',
    when: isKept,
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'What was issued loses its effect, the customer is told with your reason, and a new draft begins. An e-Meterai that was affixed (Rp10.000) is lost.',
        id: 'Dokumen yang sudah terbit tidak berlaku, pelanggan diberi tahu beserta alasan Anda, dan draf baru dimulai. e-Meterai yang sudah dibubuhkan (Rp10.000) hangus.',
      },
      danger: true,
      text: { en: 'Replace by a new draft', id: 'Ganti dengan draf baru' },
    },
    by: STAFF,
    event: 'supersede',
    from: ['issued', 'awaitingSignature', 'signatureRejected', 'moreEvidence', 'underReview'],
    label: { en: 'Replaced by a new draft', id: 'Diganti draf baru' },
    to: 'superseded',
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'The erased SPK stays as it is, and a new draft begins with what the order says.',
        id: 'SPK yang datanya dihapus tetap seperti adanya; draf baru dimulai dari data pesanan.',
      },
      text: { en: 'Begin a new SPK', id: 'Buat SPK baru' },
    },
    by: STAFF,
    event: 'renew',
    from: ['expired', 'cancelled'],
    label: { en: 'A new SPK takes its place', id: 'SPK baru menggantikannya' },
    to: 'superseded',
    when: isErased,
  },
] as const satisfies readonly Move<SpkState>[]
