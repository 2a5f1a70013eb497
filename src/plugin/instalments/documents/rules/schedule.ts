import type { InstalmentKind } from '../../../plans'
import type { Standing, StandingDebt } from '../../rules'

/** One instalment with the late fees that it has cost. Rupiah, WIB days. */
export type ScheduleLine = {
  amount: number
  daysLate: number
  dueOn: string
  /** Late fees for it that were not forgiven. */
  fee: number
  /** What of those is still owed. */
  feeLeft: number
  kind: InstalmentKind
  left: number
  /** What was paid of it and of its fees. */
  paid: number
  paidOn: null | string
  seq: number
  status: StandingDebt['status']
}

/** A schedule to be read: what counts today, and the rows that a later revision has replaced. */
export type ScheduleTable = {
  lines: ScheduleLine[]
  replaced: ScheduleLine[]
  totals: { amount: number; fee: number; left: number; paid: number }
}

/** Fees that were never owed, or not any more. */
const FORGIVEN = new Set(['replaced', 'void', 'waived'])

const sumOf = <K extends string>(rows: readonly Record<K, number>[], key: K): number =>
  rows.reduce((sum, row) => sum + row[key], 0)

const toLine = (debt: StandingDebt, fees: readonly StandingDebt[]): ScheduleLine => {
  const { amount, daysLate, dueOn, kind, left, paid, paidOn, seq, status } = debt
  const owed = fees.filter(({ state }) => !FORGIVEN.has(state))
  return {
    amount,
    daysLate,
    dueOn,
    fee: sumOf(owed, 'amount'),
    feeLeft: sumOf(owed, 'left'),
    kind,
    left,
    paid: paid + sumOf(fees, 'paid'),
    paidOn,
    seq,
    status,
  }
}

/** The debts of a contract as a table, each instalment with its own late fees. */
export const buildScheduleTable = ({ debts }: Pick<Standing, 'debts'>): ScheduleTable => {
  const all = debts
    .filter(({ kind }) => kind !== 'lateFee')
    .map((debt) =>
      toLine(
        debt,
        debts.filter(({ kind, lateFor }) => kind === 'lateFee' && lateFor === debt.seq),
      ),
    )
  const isPast = ({ status }: ScheduleLine): boolean => status === 'replaced' || status === 'void'
  const lines = all.filter((line) => !isPast(line))
  return {
    lines,
    replaced: all.filter(isPast),
    totals: {
      amount: sumOf(lines, 'amount'),
      fee: sumOf(all, 'fee'),
      left: sumOf(lines, 'left') + sumOf(all, 'feeLeft'),
      paid: sumOf(all, 'paid'),
    },
  }
}
