import type { Outcome } from './actions/obstacle'
import type { DryRun, DryRunRow, DryRunStep } from './queries/dryRun'
import type { HoldReason, SkipReason } from './rules/ladderFacts'

import type { Labels, Locale } from '../kernel/errors'
import { formatRupiah } from '../kernel/money'
import { daysBetween, formatDay, type WibDay } from '../kernel/time'
import type { LadderStep } from '../plans'

/** What the ladder does with each step, as a sentence without its end. */
const DOES: Record<LadderStep, Labels> = {
  choice: {
    en: 'the customer is asked to pay or to be suspended',
    id: 'pelanggan diminta memilih bayar atau tangguhkan',
  },
  dueToday: { en: 'the reminder of the due day is sent', id: 'pengingat hari jatuh tempo dikirim' },
  escalate: { en: 'it is handed to staff', id: 'diserahkan kepada admin' },
  issued: { en: 'the bill is sent', id: 'tagihan dikirim' },
  late: { en: 'the late notice is sent', id: 'pemberitahuan terlambat dikirim' },
  remind1: { en: 'the first reminder is sent', id: 'pengingat pertama dikirim' },
  remind2: { en: 'the second reminder is sent', id: 'pengingat kedua dikirim' },
  remind3: { en: 'the third reminder is sent', id: 'pengingat ketiga dikirim' },
  suspend: { en: 'the service is suspended', id: 'layanan ditangguhkan' },
  warning: { en: 'the last warning is sent', id: 'peringatan terakhir dikirim' },
}

const PROPOSES: Labels = {
  en: 'a suspension is proposed to staff',
  id: 'penangguhan diusulkan kepada admin',
}

const HOLDS: Record<HoldReason, Labels> = {
  chance: { en: 'a chance is running', id: 'kesempatan sedang berjalan' },
  paymentInFlight: {
    en: 'a payment is open or is being checked',
    id: 'ada pembayaran yang masih terbuka atau sedang diperiksa',
  },
  undelivered: {
    en: 'no claim has reached the customer yet',
    id: 'belum ada pemberitahuan yang sampai kepada pelanggan',
  },
}

const SKIPS: Record<SkipReason, Labels> = {
  beforeOrder: { en: 'its day was before the order', id: 'harinya sebelum pesanan dibuat' },
  overtaken: { en: 'a later step has overtaken it', id: 'sudah didahului langkah berikutnya' },
}

/** How far a WIB day is from a due day, in words. */
const sayDistance = (dueOn: WibDay, day: WibDay, locale: Locale): string => {
  const days = daysBetween({ from: dueOn, to: day })
  if (days === 0) {
    return locale === 'en' ? 'due on this day' : 'jatuh tempo hari itu'
  }
  const count = Math.abs(days)
  const inEnglish = `${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'after' : 'before'} it was due`
  return locale === 'en'
    ? days > 0
      ? inEnglish
      : `${count} ${count === 1 ? 'day' : 'days'} before it is due`
    : `${count} hari ${days > 0 ? 'setelah' : 'sebelum'} jatuh tempo`
}

const NOUNS: Record<LadderStep, Labels> = {
  choice: { en: 'Asking for the choice', id: 'Permintaan memilih' },
  dueToday: { en: 'The reminder of the due day', id: 'Pengingat hari jatuh tempo' },
  escalate: { en: 'Handing to staff', id: 'Penyerahan kepada admin' },
  issued: { en: 'The bill', id: 'Tagihan' },
  late: { en: 'The late notice', id: 'Pemberitahuan terlambat' },
  remind1: { en: 'The first reminder', id: 'Pengingat pertama' },
  remind2: { en: 'The second reminder', id: 'Pengingat kedua' },
  remind3: { en: 'The third reminder', id: 'Pengingat ketiga' },
  suspend: { en: 'The suspension', id: 'Penangguhan' },
  warning: { en: 'The last warning', id: 'Peringatan terakhir' },
}

/** What would happen with one step of one debt, and why, as a sentence. */
export const sayStep = (
  step: DryRunStep,
  about: { day: WibDay; locale: Locale; suspension: 'auto' | 'propose' },
): string => {
  const { day, locale, suspension } = about
  const isEnglish = locale === 'en'
  const head = `${isEnglish ? 'Instalment' : 'Cicilan'} ${step.seq}: `
  const noun = NOUNS[step.step][locale]
  switch (step.kind) {
    case 'do': {
      const asksStaff = step.step === 'suspend' && suspension === 'propose'
      const does = (asksStaff ? PROPOSES : DOES[step.step])[locale]
      return `${head}${does}, ${sayDistance(step.dueOn, day, locale)} (${formatDay(step.dueOn, locale)}).`
    }
    case 'hold':
      return isEnglish
        ? `${head}${noun} waits: ${HOLDS[step.reason].en}.`
        : `${head}${noun} menunggu: ${HOLDS[step.reason].id}.`
    case 'skip':
      return isEnglish
        ? `${head}${noun} is left out: ${SKIPS[step.reason].en}.`
        : `${head}${noun} dilewati: ${SKIPS[step.reason].id}.`
  }
}

/** Everything that would happen with one contract on a day, each as a sentence. */
export const sayRow = (row: DryRunRow, day: WibDay, locale: Locale): string[] => {
  const isEnglish = locale === 'en'
  return [
    ...(row.lapses
      ? [isEnglish ? 'The chance has lapsed and ends.' : 'Kesempatan sudah lewat dan berakhir.']
      : []),
    ...row.decisions.map((step) => sayStep(step, { day, locale, suspension: row.suspension })),
    ...(row.fees > 0
      ? [
          isEnglish
            ? `Late fees of ${formatRupiah(row.fees, locale)} are charged.`
            : `Denda ${formatRupiah(row.fees, locale)} dibebankan.`,
        ]
      : []),
  ]
}

/** A dry run as lines of plain text. */
export const describeDryRun = (run: DryRun, locale: Locale): string => {
  const isEnglish = locale === 'en'
  const head = isEnglish
    ? `Dry run for ${formatDay(run.day, locale)}. This is a preview: nothing changes and nobody is told.`
    : `Uji jalan untuk ${formatDay(run.day, locale)}. Ini hanya pratinjau: tidak ada yang berubah atau dikirim.`
  const rows = run.rows.flatMap((row) => {
    const late = row.daysLate > 0 ? sayLate(row, locale) : ''
    return ['', `${row.number}  ${row.customerName}  ${row.title}${late}`].concat(
      sayRow(row, run.day, locale).map((line) => `  - ${line}`),
    )
  })
  const none = isEnglish ? 'Nothing would happen.' : 'Tidak ada yang terjadi.'
  return [head, ...(rows.length > 0 ? rows : ['', none]), '', sayTotal(run, locale)].join('\n')
}

const sayLate = (row: DryRunRow, locale: Locale): string => {
  const amount = formatRupiah(row.toBecomeCurrent, locale)
  return locale === 'en'
    ? `  (${row.daysLate} days late, ${amount} to become current)`
    : `  (terlambat ${row.daysLate} hari, ${amount} agar lancar)`
}

/** How many contracts were looked at, and of how many something is to be said. */
export const sayTotal = ({ rows, total }: DryRun, locale: Locale): string =>
  locale === 'en'
    ? `${rows.length} of ${total} contracts whose time comes that day.`
    : `${rows.length} dari ${total} kontrak yang waktunya tiba hari itu.`

/** What became of a row of a bulk action. */
export const OUTCOME_WORDS: Record<'notify' | 'suspend', Record<Outcome, Labels>> = {
  notify: {
    alreadyDone: { en: 'Was sent already', id: 'Sudah pernah dikirim' },
    chance: { en: 'Has a chance, not sent', id: 'Ada kesempatan, tidak dikirim' },
    done: { en: 'Will be sent', id: 'Masuk antrean kirim' },
    failed: { en: 'Failed; please try again', id: 'Gagal; coba lagi' },
    notProposed: { en: 'Not proposed', id: 'Belum diusulkan' },
    paid: {
      en: 'Nothing is overdue any more, not sent',
      id: 'Sudah tidak menunggak, tidak dikirim',
    },
    paymentInFlight: { en: 'Is paying right now, not sent', id: 'Sedang membayar, tidak dikirim' },
  },
  suspend: {
    alreadyDone: { en: 'Suspended already', id: 'Sudah ditangguhkan' },
    chance: { en: 'Has a chance, stays on', id: 'Ada kesempatan, tetap menyala' },
    done: { en: 'Suspended', id: 'Ditangguhkan' },
    failed: { en: 'Failed; please try again', id: 'Gagal; coba lagi' },
    notProposed: { en: 'Not proposed yet, stays on', id: 'Belum diusulkan, tetap menyala' },
    paid: {
      en: 'Nothing is overdue any more, stays on',
      id: 'Sudah tidak menunggak, tetap menyala',
    },
    paymentInFlight: { en: 'Is paying right now, stays on', id: 'Sedang membayar, tetap menyala' },
  },
}
