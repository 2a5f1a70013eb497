import type { Labels } from '../kernel/errors'
import type { StateOf } from '../kernel/machine'
import type { ChannelGroup } from '../payments/port'
import type { refundMachine } from './machine'

import { type PanelState, plainWord } from '../kernel/machine'
import { addDays, endOfWibDay, wibDayOf } from '../kernel/time'

/** Where a refund stands. */
export type RefundState = StateOf<typeof refundMachine>

/** Until which point of the work money may be asked back. */
export type RefundUntil = 'always' | 'delivery' | 'start'

/** How far the work on an item is. */
export type RefundPhase = 'cancelled' | 'delivered' | 'done' | 'waiting' | 'working'

/** How money may go back: to where it came from, in Duitku's dashboard, or to a bank account. */
export const REFUND_WAYS = {
  duitku: plainWord('Dasbor Duitku', 'Duitku’s dashboard'),
  transfer: plainWord('Transfer bank', 'Bank transfer'),
} as const satisfies Record<string, PanelState>

/** How money may go back. */
export type RefundWay = keyof typeof REFUND_WAYS

/** How the money went back: in one of the ways by hand, or to a bank account by the disbursement. */
export const REFUND_METHODS = {
  ...REFUND_WAYS,
  disbursement: plainWord('Duitku Disbursement', 'Duitku Disbursement'),
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

/** The ways of each kind of channel, the preferred one first. */
export type RefundWays = Readonly<Record<ChannelGroup, readonly [RefundWay, ...RefundWay[]]>>

/**
 * Cards, wallets and paylater have a source that Duitku's dashboard can give back to; of virtual
 * accounts, QRIS and shops nobody knows the account that the money came from.
 */
export const DEFAULT_WAYS: RefundWays = {
  bank: ['transfer'],
  card: ['duitku', 'transfer'],
  ewallet: ['duitku', 'transfer'],
  other: ['transfer', 'duitku'],
  paylater: ['duitku', 'transfer'],
  qris: ['transfer'],
  retail: ['transfer'],
}

/** In which ways money of a channel may go back, the preferred one first. */
export const resolveRefundWays = (
  group: ChannelGroup,
  overrides: Partial<RefundWays> = {},
): RefundWays[ChannelGroup] => overrides[group] ?? DEFAULT_WAYS[group]

/** Whether the customer has to name an account, may, or must not. */
export type AccountNeed = 'none' | 'optional' | 'required'

const needOf = ([first, ...rest]: RefundWays[ChannelGroup]): AccountNeed => {
  if (first === 'transfer') {
    return 'required'
  }
  return rest.includes('transfer') ? 'optional' : 'none'
}

const NEEDS: readonly AccountNeed[] = ['required', 'optional', 'none']

/** What the customer has to say about an account, for all payments that he asks back: the strictest. */
export const resolveAccountNeed = (all: readonly RefundWays[ChannelGroup][]): AccountNeed =>
  NEEDS.find((need) => all.some((ways) => needOf(ways) === need)) ?? 'required'

/** Last instant at which an approved refund is to be sent: the end of that day in Jakarta. */
export const resolveSendBy = (approvedAt: Date, days: number): Date =>
  endOfWibDay(addDays(wibDayOf(approvedAt), days))
