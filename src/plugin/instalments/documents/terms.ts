import type { Locale } from '../../kernel/errors'
import type { LateFee, PlanTerms, Share } from '../../plans'

import { formatRupiah } from '../../kernel/money'

/** One rule of a contract: its name, and what it says. */
export type SaidTerm = readonly [name: string, sentence: string]

const percentOf = (basisPoints: number, locale: Locale): string => {
  const percent = String(basisPoints / 100)
  return `${locale === 'id' ? percent.replace('.', ',') : percent}%`
}

const shareOf = (share: Exclude<Share, { kind: 'none' }>, locale: Locale): string =>
  share.kind === 'amount'
    ? formatRupiah(share.amount, locale)
    : locale === 'id'
      ? `${percentOf(share.basisPoints, locale)} dari cicilan`
      : `${percentOf(share.basisPoints, locale)} of the instalment`

const sayFeeId = (fee: NonNullable<LateFee>): string => {
  const from = fee.graceDays + 1
  const cap = fee.cap === null ? '' : `, paling banyak ${formatRupiah(fee.cap)} untuk satu cicilan`
  const again = fee.every === 'month' ? ', dan lagi setiap 30 hari berikutnya' : ', satu kali'
  return `${shareOf(fee.share, 'id')} mulai hari ke-${from} setelah jatuh tempo${again}${cap}.`
}

const sayFeeEn = (fee: NonNullable<LateFee>): string => {
  const from = fee.graceDays + 1
  const cap = fee.cap === null ? '' : `, at most ${formatRupiah(fee.cap, 'en')} for one instalment`
  const again = fee.every === 'month' ? ', and again for every further 30 days' : ', once'
  return `${shareOf(fee.share, 'en')} from day ${from} after the due day${again}${cap}.`
}

const PAYOFF: Record<PlanTerms['payoff'], Record<Locale, string>> = {
  full: {
    en: 'Possible on any day, without a penalty: everything that is left.',
    id: 'Boleh kapan saja, tanpa penalti: seluruh sisa tagihan.',
  },
  markupBack: {
    en: 'Possible on any day, without a penalty. The markup of instalments that are not due yet is taken off.',
    id: 'Boleh kapan saja, tanpa penalti. Tambahan harga dari cicilan yang belum jatuh tempo dipotong.',
  },
}

const OVERPAID: Record<PlanTerms['overpaid'], Record<Locale, string>> = {
  keep: {
    en: 'Put aside; we ask you before anything is done with it.',
    id: 'Dicatat terpisah; kami menghubungi Anda sebelum memakainya.',
  },
  next: {
    en: 'Goes onto the next instalment.',
    id: 'Dipakai untuk cicilan berikutnya.',
  },
}

const saySuspensionId = ({ offsets, suspension }: PlanTerms['ladder']): string => {
  const { choice, suspend, warning } = offsets
  if (suspend === null) {
    return 'Layanan tidak ditangguhkan karena terlambat membayar.'
  }
  const who = suspension === 'auto' ? 'layanan ditangguhkan' : 'layanan dapat ditangguhkan admin'
  return (
    `Hari ke-${choice} setelah jatuh tempo: Anda diminta memilih membayar atau menangguhkan. ` +
    `Hari ke-${warning}: peringatan terakhir. Hari ke-${suspend}: ${who}. ` +
    'Setelah tunggakan dibayar, layanan menyala kembali. Data tidak pernah dihapus otomatis.'
  )
}

const saySuspensionEn = ({ offsets, suspension }: PlanTerms['ladder']): string => {
  const { choice, suspend, warning } = offsets
  if (suspend === null) {
    return 'The service is not suspended for paying late.'
  }
  const who =
    suspension === 'auto' ? 'the service is suspended' : 'our staff may suspend the service'
  return (
    `Day ${choice} after the due day: you are asked to pay or to suspend. ` +
    `Day ${warning}: last warning. Day ${suspend}: ${who}. ` +
    'Once the arrears are paid the service is back. Nothing is ever deleted automatically.'
  )
}

/** The rules of a contract that cost money or the service, in words. */
export const sayTerms = (terms: PlanTerms, locale: Locale): SaidTerm[] => {
  const { ladder, lateFee, overpaid, payoff } = terms
  return locale === 'en'
    ? [
        ['Late fee', lateFee ? sayFeeEn(lateFee) : 'None.'],
        ['Paying off early', PAYOFF[payoff].en],
        ['Paying too much', OVERPAID[overpaid].en],
        ['Suspension', saySuspensionEn(ladder)],
      ]
    : [
        ['Denda', lateFee ? sayFeeId(lateFee) : 'Tidak ada.'],
        ['Pelunasan awal', PAYOFF[payoff].id],
        ['Kelebihan bayar', OVERPAID[overpaid].id],
        ['Penangguhan', saySuspensionId(ladder)],
      ]
}
