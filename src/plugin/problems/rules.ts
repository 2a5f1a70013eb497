import type { StateOf } from '../kernel/machine'
import type { problemMachine } from './machine'

import { type PanelState, plainWord } from '../kernel/machine'
import { addDays, endOfWibDay, wibDayOf } from '../kernel/time'

/** Where a report stands. */
export type ProblemState = StateOf<typeof problemMachine>

/** What a report is about, in the order of the form. */
export const PROBLEM_KINDS = {
  notReceived: plainWord('Barang belum saya terima', 'I have not received it'),
  doesNotOpen: plainWord('Berkas atau tautan tidak bisa dibuka', 'A file or link does not open'),
  session: plainWord('Jadwal atau sesi konsultasi', 'The time or session of an appointment'),
  payment: plainWord('Pembayaran atau tagihan', 'A payment or a bill'),
  other: plainWord('Lainnya', 'Something else'),
} as const satisfies Record<string, PanelState>

/** What a report is about. */
export type ProblemKind = keyof typeof PROBLEM_KINDS

/** Ways on which answers are sent. */
export const CONTACT_WAYS = {
  email: plainWord('Email', 'E-mail'),
  whatsapp: plainWord('WhatsApp', 'WhatsApp'),
} as const satisfies Record<string, PanelState>

/** How the customer wants to hear from us. */
export type ContactWay = keyof typeof CONTACT_WAYS

/** Last instant at which the customer may open a report again: the end of a WIB day. */
export const resolveReopenUntil = (resolvedAt: Date, days: number): Date =>
  endOfWibDay(addDays(wibDayOf(resolvedAt), days))

/** Whether the customer may still come back to a report that was solved. */
export const isInTime = (args: { days: number; now: Date; resolvedAt: Date | null }): boolean =>
  args.resolvedAt !== null && args.now <= resolveReopenUntil(args.resolvedAt, args.days)
