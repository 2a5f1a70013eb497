import type { Locale } from '../../kernel/errors'
import type { SpkState } from '../states'

import { addDays, endOfWibDay, startOfWibDay, wibDayOf } from '../../kernel/time'

/** Where an agreement waits for its customer, and runs out. */
export const WAITING_STATES = [
  'validating',
  'awaitingSignature',
  'signatureRejected',
  'moreEvidence',
] as const satisfies readonly SpkState[]

/** One of them. */
export type WaitingState = (typeof WAITING_STATES)[number]

/** Whether it is the customer who has to act. */
export const isWaiting = (state: SpkState): state is WaitingState =>
  (WAITING_STATES as readonly string[]).includes(state)

const HOUR_MS = 3_600_000
/** Nobody is reminded before eight or after eight: facts of the trade, WIB hours. */
const DAY_HOURS = { from: 8, until: 20 }

/** Whether customers may be reminded now. */
export const isReminderHour = (now: Date): boolean => {
  const hour = (now.getTime() - startOfWibDay(wibDayOf(now)).getTime()) / HOUR_MS
  return hour >= DAY_HOURS.from && hour < DAY_HOURS.until
}

/** The last instant to sign: the end of the WIB day so many days after an instant. */
const endOfWaiting = (from: Date, signDays: number): Date =>
  endOfWibDay(addDays(wibDayOf(from), signDays))

/** As much of an agreement as decides what the clock does with it; instants. */
export type Waiting = {
  remindedAt: Date | null
  signBy: Date | null
  /** Since when it stands where it stands. */
  since: Date
  state: SpkState
}

/** What the clock does with an agreement now. */
export type ClockStep = 'expire' | 'nothing' | 'remind'

const DAY_MS = 24 * HOUR_MS

/**
 * An agreement runs out at the end of its time, also where nobody has set one. Before that its customer
 * is reminded after so many days of silence, again each time; 0 days: never.
 */
export const resolveStep = (
  { remindedAt, signBy, since, state }: Waiting,
  { now, remindDays, signDays }: { now: Date; remindDays: number; signDays: number },
): ClockStep => {
  if (!isWaiting(state)) {
    return 'nothing'
  }
  if (now > (signBy ?? endOfWaiting(since, signDays))) {
    return 'expire'
  }
  const quietSince = Math.max(since.getTime(), remindedAt?.getTime() ?? 0)
  const isDue = remindDays > 0 && now.getTime() - quietSince >= remindDays * DAY_MS
  return isDue && isReminderHour(now) ? 'remind' : 'nothing'
}

/** What is waited for, in the words of a reminder. */
export const WAITED_FOR: Record<WaitingState, Record<Locale, string>> = {
  awaitingSignature: {
    en: 'Print the SPK, sign it with a blue pen, and send a colour scan of all pages.',
    id: 'Cetak SPK, tanda tangani dengan pena biru, lalu kirim pindaian berwarna semua halaman.',
  },
  moreEvidence: {
    en: 'Send a photo of the page that you signed.',
    id: 'Kirim foto halaman yang Anda tanda tangani.',
  },
  signatureRejected: {
    en: 'Sign the page once more, and send a colour scan of all pages.',
    id: 'Tanda tangani lagi halamannya, lalu kirim pindaian berwarna semua halaman.',
  },
  validating: {
    en: 'Read the content of the SPK, and confirm it or mark what is wrong.',
    id: 'Baca isi SPK, lalu nyatakan benar atau tandai yang keliru.',
  },
}
