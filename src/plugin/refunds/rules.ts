import type { Labels } from '../kernel/errors'
import type { StateOf } from '../kernel/machine'
import type { refundMachine } from './machine'

import { type PanelState, plainWord } from '../kernel/machine'
import { addDays, endOfWibDay, wibDayOf } from '../kernel/time'

/** Where a refund stands. */
export type RefundState = StateOf<typeof refundMachine>

/** Until which point of the work money may be asked back. */
export type RefundUntil = 'always' | 'delivery' | 'start'

/** How far the work on an item is. */
export type RefundPhase = 'cancelled' | 'delivered' | 'done' | 'waiting' | 'working'

/** How the money went back. */
export const REFUND_METHODS = {
  duitku: plainWord('Dasbor Duitku', 'Duitku’s dashboard'),
  transfer: plainWord('Transfer bank', 'Bank transfer'),
} as const satisfies Record<string, PanelState>

/** How the money went back. */
export type RefundMethod = keyof typeof REFUND_METHODS

/** What the rule of an item's product said when it was bought, and how far the work is. */
export type RefundItem = {
  days: number
  /** Null where nobody delivers it. */
  phase: null | RefundPhase
  until: RefundUntil
}

const PHASES: Record<RefundUntil, readonly RefundPhase[]> = {
  always: ['waiting', 'working', 'delivered', 'done'],
  delivery: ['waiting', 'working'],
  start: ['waiting'],
}

/** Last instant at which the customer may ask for all of it: the strictest rule of its items. */
export const resolveRefundUntil = (paidAt: Date, items: readonly RefundItem[]): Date =>
  endOfWibDay(addDays(wibDayOf(paidAt), Math.min(...items.map(({ days }) => days))))

const TOO_LATE: Labels = {
  en: 'The days in which money could be asked back are over.',
  id: 'Masa pengajuan pengembalian dana sudah lewat.',
}

const TOO_FAR: Labels = {
  en: 'The work has gone too far for that by the rule of the product.',
  id: 'Pengerjaan sudah melewati batas yang disebut aturan produk.',
}

/** Why the customer cannot ask for his money by himself; null when he can. Staff always may ask. */
export const findRefundRefusal = (args: {
  items: readonly RefundItem[]
  now: Date
  paidAt: Date
}): Labels | null => {
  const { items, now, paidAt } = args
  if (items.length === 0 || now > resolveRefundUntil(paidAt, items)) {
    return TOO_LATE
  }
  const isFar = items.some(({ phase, until }) => phase !== null && !PHASES[until].includes(phase))
  return isFar ? TOO_FAR : null
}
