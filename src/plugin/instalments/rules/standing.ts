import type { InstalmentKind } from '../../plans'

import { daysBetween, wibDay, type WibDay } from '../../kernel/time'

/** One debt with its money, as a contract's standing is made of it. Amounts in rupiah. */
export type StandingRow = {
  amount: number
  dueOn: string
  kind: InstalmentKind
  /** Number of the instalment that a late fee is for. */
  lateFor: null | number
  paid: number
  /** WIB day on which the last rupiah came in; null before. */
  paidOn: null | string
  refunded: number
  seq: number
  state: string
}

/** What a person reads about one debt today. */
export type RowStatus =
  | 'dueToday'
  | 'late'
  | 'notIssued'
  | 'paid'
  | 'paidLate'
  | 'refunded'
  | 'replaced'
  | 'void'
  | 'waiting'
  | 'waived'

/** One debt as it stands today; `daysLate` counts until today, or until it was paid. */
export type StandingDebt = { daysLate: number; left: number; status: RowStatus } & StandingRow

/** Everything that can be said of a contract's money on one day. Amounts in rupiah. */
export type Standing = {
  /** Overdue principal, with what being late has cost so far; null while nothing is overdue. */
  arrears: null | {
    daysLate: number
    fees: number
    principal: number
    /** Numbers of the overdue instalments, the oldest first. */
    seqs: number[]
    /** WIB day on which the oldest of them was due. */
    since: WibDay
  }
  /** Instalments and down payment, without late fees and without what was replaced or void. */
  count: number
  debts: StandingDebt[]
  /** Fees that are still owed, whether or not anything is overdue. */
  fees: number
  /** Principal that is still owed, due or not. */
  left: number
  next: null | { dueOn: WibDay; left: number; seq: number }
  paid: number
  paidCount: number
  /** What is to be paid today to become current: overdue principal and all fees. */
  toBecomeCurrent: number
  /** Principal of the contract. */
  total: number
}

const lateDays = (dueOn: string, until: string): number =>
  Math.max(0, daysBetween({ from: wibDay(dueOn), to: wibDay(until) }))

const ENDED: Partial<Record<string, RowStatus>> = {
  replaced: 'replaced',
  void: 'void',
  waived: 'waived',
}

type Day = { issuedBefore: number; today: WibDay }

const statusOf = (row: StandingRow, { issuedBefore, today }: Day): RowStatus => {
  const ended = ENDED[row.state]
  if (ended) {
    return ended
  }
  if (row.state === 'paid') {
    if (row.refunded >= row.paid) {
      return 'refunded'
    }
    return row.paidOn && row.paidOn > row.dueOn ? 'paidLate' : 'paid'
  }
  const days = daysBetween({ from: today, to: wibDay(row.dueOn) })
  if (days < 0) {
    return 'late'
  }
  if (days === 0) {
    return 'dueToday'
  }
  return days > issuedBefore ? 'notIssued' : 'waiting'
}

const toDebt = (row: StandingRow, day: Day): StandingDebt => {
  const status = statusOf(row, day)
  const until = status === 'late' ? day.today : status === 'paidLate' ? row.paidOn : row.dueOn
  return {
    ...row,
    daysLate: lateDays(row.dueOn, until ?? row.dueOn),
    left: row.state === 'open' ? row.amount - row.paid : 0,
    status,
  }
}

const sum = (debts: readonly StandingDebt[], of: 'amount' | 'left' | 'paid'): number =>
  debts.reduce((total, debt) => total + debt[of], 0)

const buildArrears = (overdue: readonly StandingDebt[], fees: number): Standing['arrears'] => {
  const [oldest] = overdue
  return oldest
    ? {
        daysLate: oldest.daysLate,
        fees,
        principal: sum(overdue, 'left'),
        seqs: overdue.map(({ seq }) => seq),
        since: wibDay(oldest.dueOn),
      }
    : null
}

/**
 * What the debts of a contract say on one day. Nothing of it is stored: it follows from the rows, what
 * was put on them and the calendar. A contract is current while no principal is overdue.
 *
 * @param args.issuedBefore Days before the due day from which a bill counts as issued; 14 by default
 */
export const resolveStanding = (args: {
  issuedBefore?: number
  rows: readonly StandingRow[]
  today: WibDay
}): Standing => {
  const { issuedBefore = 14, rows, today } = args
  const debts = [...rows]
    .sort((a, b) => a.seq - b.seq)
    .map((row) => toDebt(row, { issuedBefore, today }))
  const counted = debts.filter(
    ({ kind, state }) => kind !== 'lateFee' && state !== 'replaced' && state !== 'void',
  )
  const open = counted.filter(({ state }) => state === 'open')
  const overdue = open.filter(({ status }) => status === 'late')
  const fees = sum(
    debts.filter(({ kind, state }) => kind === 'lateFee' && state === 'open'),
    'left',
  )
  const [next] = open
  return {
    arrears: buildArrears(overdue, fees),
    count: counted.length,
    debts,
    fees,
    left: sum(open, 'left'),
    next: next ? { dueOn: wibDay(next.dueOn), left: next.left, seq: next.seq } : null,
    paid: sum(counted, 'paid'),
    paidCount: counted.filter(({ state }) => state === 'paid' || state === 'waived').length,
    toBecomeCurrent: sum(overdue, 'left') + fees,
    total: sum(counted, 'amount'),
  }
}
