import type { LedgerAccount } from './accounts'
import type { Posting } from './post'

import { type PanelState, plainWord } from '../../kernel/machine'

/** The accounts as a bookkeeper calls them. */
export const LEDGER_ACCOUNT_WORDS: Record<LedgerAccount, PanelState> = {
  bank: plainWord('Rekening bank', 'Bank account'),
  excess: plainWord('Kelebihan bayar', 'Excess payments'),
  gateway: plainWord('Saldo di Duitku', 'Held by Duitku'),
  late_fees: plainWord('Pendapatan denda', 'Late fees'),
  rebates: plainWord('Potongan pelunasan', 'Rebates'),
  receivable: plainWord('Piutang', 'Receivable'),
  refund_payable: plainWord('Utang pengembalian dana', 'Refunds payable'),
  refunds: plainWord('Pengembalian dana', 'Refunds'),
  sales: plainWord('Penjualan', 'Sales'),
  waived: plainWord('Piutang dibebaskan', 'Debts forgiven'),
}

/** What a posting records. */
export const POSTING_WORDS: Record<Posting['kind'], PanelState> = {
  'contract.revised': plainWord('Jadwal cicilan diubah', 'Schedule revised'),
  'instalment.charged': plainWord('Denda ditagihkan', 'Late fee charged'),
  'instalment.rebated': plainWord('Potongan pelunasan awal', 'Forgiven for paying early'),
  'instalment.voided': plainWord('Cicilan dibatalkan', 'Instalment voided'),
  'instalment.waived': plainWord('Cicilan dibebaskan', 'Instalment waived'),
  'order.placed': plainWord('Pesanan dibuat', 'Order placed'),
  'payment.received': plainWord('Pembayaran diterima', 'Payment received'),
  'payment.recorded': plainWord('Transfer bank dicatat', 'Bank transfer recorded'),
  'payment.refunded': plainWord('Pembayaran dikembalikan', 'Payment refunded'),
  'review.credited': plainWord('Tinjauan: masuk ke pesanan', 'Review: credited to the order'),
  'review.refundMarked': plainWord('Tinjauan: akan dikembalikan', 'Review: marked for refund'),
  'review.refunded': plainWord('Tinjauan: dikembalikan', 'Review: refunded'),
}
