import type { Locale } from '../../kernel/errors'
import type { POSTING_WORDS } from '../../payments'
import type { DebtFacts } from './facts'
import type { ScheduleLine } from './rules/schedule'

import { formatRupiah } from '../../kernel/money'
import { DOCUMENT_WORDS } from './words'

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
