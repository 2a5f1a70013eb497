import type { Locale } from '../../kernel/errors'
import type { POSTING_WORDS } from '../../payments'
import type { DebtFacts } from './facts'
import type { ScheduleLine } from './rules/schedule'

import { formatRupiah } from '../../kernel/money'

const id = {
  account: 'Rincian',
  amount: 'Tagihan',
  arrears: 'Tunggakan',
  asOf: 'Keadaan per',
  apart: (excess: string) => `${excess}, dicatat terpisah`,
  aside: (came: string, aside: string) => `Masuk ${came}; ${aside} dicatat terpisah.`,
  balance: 'Sisa',
  balanceAfter: 'Sisa setelah ini',
  cashPrice: 'Harga tunai',
  cashSame: 'Rp0: total sama dengan harga tunai',
  channel: 'Melalui',
  charged: 'Ditagih',
  credited: 'Dibayar',
  customer: 'Pelanggan',
  description: 'Uraian',
  difference: 'Selisih harga tunai',
  dueOn: 'Jatuh tempo',
  elsewhere: 'Untuk pesanan lain',
  excess: 'Kelebihan',
  fee: 'Denda',
  feeOwed: 'denda belum dibayar',
  fees: 'Denda belum dibayar',
  forgiven: 'Potongan pelunasan',
  inWords: 'Terbilang',
  kind: 'Jenis',
  left: 'Sisa',
  made: 'Dokumen ini dibuat otomatis dari catatan pembayaran kami.',
  markup: 'Tambahan harga',
  name: 'Dibayar oleh',
  next: 'Berikutnya',
  none: 'tidak ada',
  number: 'No.',
  order: 'Pesanan',
  orderedOn: 'Tanggal pesanan',
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  paid: 'Dibayar',
  paidFor: 'Dipakai untuk',
  paidOn: 'Tanggal bayar',
  paidOut: (k: number, n: number) => `${k} dari ${n} lunas`,
  payoff: 'Pelunasan hari ini',
  payoffRebate: (amount: string, rebate: string) => `${amount} (sudah dipotong ${rebate})`,
  product: 'Produk',
  receipt: 'Bukti pembayaran elektronik',
  receiptNumber: 'Nomor',
  reference: 'Referensi',
  replaced: 'Jadwal sebelumnya, sudah diganti',
  returned: 'Sudah dikembalikan',
  returnedAll: 'Pembayaran ini sudah dikembalikan seluruhnya.',
  returnedPart: 'Sebagian dari pembayaran ini sudah dikembalikan.',
  schedule: 'Jadwal cicilan',
  setupFee: 'Biaya pemasangan',
  stampHint:
    'Dokumen yang menyatakan penerimaan uang di atas Rp5.000.000 dapat terutang bea meterai (UU No. 10 Tahun ' +
    '2020). Bila diperlukan, e-Meterai dapat dibubuhkan pada PDF ini.',
  statement: 'Riwayat pembayaran',
  status: 'Status',
  summary: 'Ringkasan',
  terms: 'Ketentuan',
  time: 'Waktu',
  total: 'Jumlah',
  totalPrice: 'Total cicilan',
  transfer: 'Transfer bank ke rekening toko',
  watermark: 'DIKEMBALIKAN',
}

/** Words of the documents of an order. */
export type DocumentWords = typeof id

const en: DocumentWords = {
  account: 'Account',
  amount: 'Amount',
  arrears: 'In arrears',
  asOf: 'As of',
  apart: (excess) => `${excess}, put aside`,
  aside: (came, aside) => `${came} came in; ${aside} was put aside.`,
  balance: 'Balance',
  balanceAfter: 'Still owed after it',
  cashPrice: 'Cash price',
  cashSame: 'Rp0: the total equals the cash price',
  channel: 'Paid by',
  charged: 'Charged',
  credited: 'Paid',
  customer: 'Customer',
  description: 'What',
  difference: 'Cash price difference',
  dueOn: 'Due on',
  elsewhere: 'For another order',
  excess: 'Excess',
  fee: 'Late fee',
  feeOwed: 'late fee not paid',
  fees: 'Late fees not paid',
  forgiven: 'Forgiven',
  inWords: 'In words (Indonesian)',
  kind: 'Kind',
  left: 'Left',
  made: 'This document was made automatically from our payment records.',
  markup: 'Markup',
  name: 'Received from',
  next: 'Next',
  none: 'none',
  number: 'No.',
  order: 'Order',
  orderedOn: 'Ordered on',
  page: (page, pages) => `Page ${page} of ${pages}`,
  paid: 'Paid',
  paidFor: 'Used for',
  paidOn: 'Paid on',
  paidOut: (k, n) => `${k} of ${n} paid`,
  payoff: 'To pay it off today',
  payoffRebate: (amount, rebate) => `${amount} (${rebate} already taken off)`,
  product: 'Product',
  receipt: 'Electronic proof of payment',
  receiptNumber: 'Number',
  reference: 'Reference',
  replaced: 'Earlier schedule, replaced',
  returned: 'Already returned',
  returnedAll: 'This payment has been returned in full.',
  returnedPart: 'Part of this payment has been returned.',
  schedule: 'Payment schedule',
  setupFee: 'Setup fee',
  stampHint:
    'A document that acknowledges the receipt of more than Rp5,000,000 can be subject to Indonesian stamp duty ' +
    '(Law 10 of 2020). Where it is needed, an e-Meterai can be affixed to this PDF.',
  statement: 'Payment statement',
  status: 'Status',
  summary: 'Summary',
  terms: 'Terms',
  time: 'Time',
  total: 'Total',
  totalPrice: 'Total in instalments',
  transfer: 'Bank transfer to the shop’s account',
  watermark: 'REFUNDED',
}

/** The words of the documents in each language. */
export const DOCUMENT_WORDS: Record<Locale, DocumentWords> = { en, id }

/** What of the books a customer reads in his statement. */
export const LINE_WORDS: Record<keyof typeof POSTING_WORDS, Record<Locale, string>> = {
  'contract.revised': { en: 'New schedule', id: 'Jadwal cicilan diperbarui' },
  'instalment.charged': { en: 'Late fee', id: 'Denda keterlambatan' },
  'instalment.rebated': { en: 'Forgiven for paying early', id: 'Potongan pelunasan awal' },
  'instalment.voided': { en: 'Bill cancelled', id: 'Tagihan dibatalkan' },
  'instalment.waived': { en: 'Bill waived', id: 'Tagihan dibebaskan' },
  'order.placed': { en: 'Order placed', id: 'Pesanan dibuat' },
  'payment.received': { en: 'Payment', id: 'Pembayaran' },
  'payment.recorded': { en: 'Payment', id: 'Pembayaran' },
  'payment.refunded': { en: 'Money returned', id: 'Dana dikembalikan' },
  'review.credited': {
    en: 'Money that was put aside, used for this order',
    id: 'Dana yang dicatat terpisah, dipakai untuk pesanan ini',
  },
  'review.refundMarked': { en: 'Excess to be returned', id: 'Kelebihan akan dikembalikan' },
  'review.refunded': { en: 'Excess returned', id: 'Kelebihan dikembalikan' },
}

/** What a debt is called: `Cicilan 3`, `Uang muka`, `Denda cicilan 3`. */
export const nameDebt = (
  { kind, lateFor, seq }: Pick<DebtFacts, 'kind' | 'lateFor' | 'seq'>,
  locale: Locale,
): string => {
  const isEnglish = locale === 'en'
  switch (kind) {
    case 'downPayment':
      return isEnglish ? 'Down payment' : 'Uang muka'
    case 'full':
      return isEnglish ? 'Full payment' : 'Pembayaran penuh'
    case 'instalment':
      return `${isEnglish ? 'Instalment' : 'Cicilan'} ${seq}`
    case 'lateFee':
      return `${isEnglish ? 'Late fee for instalment' : 'Denda cicilan'} ${lateFor ?? seq}`
  }
}

const STATUS_WORDS: Record<
  Exclude<ScheduleLine['status'], 'late' | 'paidLate'>,
  Record<Locale, string>
> = {
  dueToday: { en: 'Due today', id: 'Jatuh tempo hari ini' },
  notIssued: { en: 'Not issued yet', id: 'Belum terbit' },
  paid: { en: 'Paid', id: 'Lunas' },
  refunded: { en: 'Returned', id: 'Dikembalikan' },
  replaced: { en: 'Replaced', id: 'Diganti' },
  void: { en: 'Cancelled', id: 'Dibatalkan' },
  waiting: { en: 'Waiting for payment', id: 'Menunggu pembayaran' },
  waived: { en: 'Waived', id: 'Diringankan' },
}

const inDays = (days: number, locale: Locale): string =>
  locale === 'en' ? `${days} ${days === 1 ? 'day' : 'days'}` : `${days} hari`

/** How an instalment stands, in words: `Lunas`, `Terlambat 3 hari`, `Lunas (terlambat 3 hari)`. */
export const sayStatus = (
  { daysLate, status }: Pick<ScheduleLine, 'daysLate' | 'status'>,
  locale: Locale,
): string => {
  const late = `${locale === 'en' ? 'late by' : 'terlambat'} ${inDays(daysLate, locale)}`
  switch (status) {
    case 'late':
      return late.charAt(0).toUpperCase() + late.slice(1)
    case 'paidLate':
      return `${STATUS_WORDS.paid[locale]} (${late})`
    default:
      return STATUS_WORDS[status][locale]
  }
}

/** The same for a line of the schedule, which may owe a fee although it is paid. */
export const sayLine = (
  line: Pick<ScheduleLine, 'daysLate' | 'feeLeft' | 'status'>,
  locale: Locale,
): string => {
  const status = sayStatus(line, locale)
  return line.feeLeft > 0 ? `${status}, ${DOCUMENT_WORDS[locale].feeOwed}` : status
}

/** `Rp1.000`, or a dash for nothing: tables are easier to read without noughts. */
export const formatOrDash = (amount: number, locale: Locale): string =>
  amount === 0 ? '–' : formatRupiah(amount, locale)
