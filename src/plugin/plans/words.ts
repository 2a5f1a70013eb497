import type { Labels, Locale } from '../kernel/errors'
import type { LadderFault, LadderStep } from './ladder'
import type { PlanFault } from './rules/faults'

import { MAX_TENOR } from './rules/terms'

/** What each step of the ladder is called by those who write plans. */
export const STEP_WORDS: Record<LadderStep, Labels> = {
  choice: { en: 'Choice: pay or suspend', id: 'Pilihan: bayar atau tangguhkan' },
  dueToday: { en: 'Reminder on the due day', id: 'Pengingat hari jatuh tempo' },
  escalate: { en: 'Handed to staff', id: 'Diserahkan ke admin' },
  issued: { en: 'Bill issued', id: 'Tagihan terbit' },
  late: { en: 'Late notice', id: 'Pemberitahuan terlambat' },
  remind1: { en: 'First reminder', id: 'Pengingat pertama' },
  remind2: { en: 'Second reminder', id: 'Pengingat kedua' },
  remind3: { en: 'Third reminder', id: 'Pengingat ketiga' },
  suspend: { en: 'Suspension', id: 'Penangguhan' },
  warning: { en: 'Last warning', id: 'Peringatan terakhir' },
}

const BEFORE_DUE = new Set<LadderStep>(['issued', 'remind1', 'remind2', 'remind3', 'dueToday'])

const sayLadderFault = ({ after, kind, step }: LadderFault): Labels => {
  if (kind === 'required') {
    return {
      en: 'A suspension needs this step before it.',
      id: 'Penangguhan memerlukan langkah ini lebih dahulu.',
    }
  }
  if (kind === 'order' && after) {
    return {
      en: `Must come later than: ${STEP_WORDS[after].en}.`,
      id: `Harus setelah: ${STEP_WORDS[after].id}.`,
    }
  }
  return BEFORE_DUE.has(step)
    ? {
        en: 'Write whole days from -60 to 0: it comes before the due day.',
        id: 'Tulis hari bulat dari -60 sampai 0: langkah ini sebelum jatuh tempo.',
      }
    : {
        en: 'Write whole days from 1 to 180: it comes after the due day.',
        id: 'Tulis hari bulat dari 1 sampai 180: langkah ini setelah jatuh tempo.',
      }
}

const SHARE_WORDS: Labels = {
  en: 'Write whole rupiah from 1, or a percentage from 0.01 to 100 with at most two decimals.',
  id: 'Tulis rupiah bulat mulai 1, atau persen 0,01 sampai 100 dengan paling banyak dua desimal.',
}

const LATE_FEE_WORDS: Record<Extract<PlanFault, { field: 'lateFee' }>['part'], Labels> = {
  cap: {
    en: 'Write whole rupiah from 1, or leave it empty for no limit.',
    id: 'Tulis rupiah bulat mulai 1, atau kosongkan bila tanpa batas.',
  },
  graceDays: { en: 'Write whole days from 0 to 90.', id: 'Tulis hari bulat dari 0 sampai 90.' },
  share: SHARE_WORDS,
}

const FIELD_WORDS: Record<
  Exclude<PlanFault['field'], 'downPayment' | 'ladder' | 'lateFee'>,
  Labels
> = {
  contractMonths: {
    en: 'Write whole months from 1 to 60.',
    id: 'Tulis bulan bulat dari 1 sampai 60.',
  },
  dueDay: {
    en: 'Write a day from 1 to 28, or leave it empty.',
    id: 'Tulis tanggal 1 sampai 28, atau kosongkan.',
  },
  firstDueDays: { en: 'Write whole days from 0 to 60.', id: 'Tulis hari bulat dari 0 sampai 60.' },
  key: {
    en: 'Use small letters, digits and hyphens, such as 12x; at most 31.',
    id: 'Gunakan huruf kecil, angka, dan tanda hubung, misalnya 12x; paling banyak 31.',
  },
  markup: {
    en: 'Write whole rupiah from 1, a percentage up to 100, or up to 10 % for each month; at most two decimals.',
    id: 'Tulis rupiah bulat mulai 1, persen sampai 100, atau sampai 10 % tiap bulan; paling banyak dua desimal.',
  },
  setupFee: { en: 'Write whole rupiah, or 0.', id: 'Tulis rupiah bulat, atau 0.' },
  tenor: {
    en: `Write a whole number from 1 to ${MAX_TENOR}.`,
    id: `Tulis bilangan bulat dari 1 sampai ${MAX_TENOR}.`,
  },
}

const TOO_MUCH: Labels = {
  en: 'Too little is left: each instalment must be at least Rp10,000.',
  id: 'Sisanya terlalu kecil: setiap cicilan paling sedikit Rp10.000.',
}

/** Two plans of a product with one name. */
export const KEY_TAKEN: Labels = {
  en: 'Another plan of this product has this name. Each needs one of its own.',
  id: 'Nama ini sudah dipakai rencana lain pada produk ini. Setiap rencana perlu nama sendiri.',
}

/** Says what is wrong with a plan, and what is allowed. */
export const sayPlanFault = (fault: PlanFault, locale: Locale): string => {
  switch (fault.field) {
    case 'downPayment':
      return (fault.kind === 'tooMuch' ? TOO_MUCH : SHARE_WORDS)[locale]
    case 'ladder':
      return sayLadderFault(fault.fault)[locale]
    case 'lateFee':
      return LATE_FEE_WORDS[fault.part][locale]
    default:
      return FIELD_WORDS[fault.field][locale]
  }
}
