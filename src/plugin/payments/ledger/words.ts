import type { PanelState } from '../../kernel/machine'
import type { LedgerAccount } from './accounts'
import type { Posting } from './post'

const word = (id: string, en: string): PanelState => ({ label: { en, id }, tone: 'neutral' })

/** The accounts as a bookkeeper calls them. */
export const LEDGER_ACCOUNT_WORDS: Record<LedgerAccount, PanelState> = {
  excess: word('Kelebihan bayar', 'Excess payments'),
  gateway: word('Saldo di Duitku', 'Held by Duitku'),
  receivable: word('Piutang', 'Receivable'),
  refund_payable: word('Utang pengembalian dana', 'Refunds payable'),
  refunds: word('Pengembalian dana', 'Refunds'),
  sales: word('Penjualan', 'Sales'),
  waived: word('Piutang dibebaskan', 'Debts forgiven'),
}

/** What a posting records. */
export const POSTING_WORDS: Record<Posting['kind'], PanelState> = {
  'instalment.voided': word('Cicilan dibatalkan', 'Instalment voided'),
  'instalment.waived': word('Cicilan dibebaskan', 'Instalment waived'),
  'order.placed': word('Pesanan dibuat', 'Order placed'),
  'payment.received': word('Pembayaran diterima', 'Payment received'),
  'payment.refunded': word('Pembayaran dikembalikan', 'Payment refunded'),
  'review.credited': word('Tinjauan: masuk ke pesanan', 'Review: credited to the order'),
  'review.refundMarked': word('Tinjauan: akan dikembalikan', 'Review: marked for refund'),
  'review.refunded': word('Tinjauan: dikembalikan', 'Review: refunded'),
}
