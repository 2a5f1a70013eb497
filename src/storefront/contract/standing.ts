import { sortByTurn, type RowStatus, type Standing, type StandingDebt } from '@/plugin/instalments'
import { daysBetween, type WibDay } from '@/plugin/kernel/time'

import type { Tone } from '../order/status'

/** One line of the table of debts: a part of the price with what being late on it has cost. */
export type DebtRow = { debt: StandingDebt; fees: StandingDebt[] }

/** One answer to "how many?": the oldest debts up to one of them. Amounts in rupiah. */
export type PayOption = {
  amount: number
  /** Instalments and down payment among them. */
  count: number
  /** What of the amount are late fees. */
  fees: number
  seqs: number[]
  /** Day on which the last of its instalments is due; null when it is about fees alone. */
  until: null | string
}

/** What the plain button asks for: everything that is due, else the next instalment. */
export type DueNow = {
  amount: number
  /** Nothing is due yet: it is paid ahead. */
  isAhead: boolean
  seqs: number[]
}

const isCurrent = ({ state }: StandingDebt): boolean => state !== 'replaced' && state !== 'void'

const buildRows = (debts: readonly StandingDebt[], shown: readonly StandingDebt[]): DebtRow[] =>
  shown.map((debt) => ({
    debt,
    fees: debts.filter(
      ({ kind, lateFor, state }) => kind === 'lateFee' && lateFor === debt.seq && state !== 'void',
    ),
  }))

/** The schedule as it counts now, and the lines of schedules that were replaced or cancelled. */
export const buildDebtRows = ({
  debts,
}: Pick<Standing, 'debts'>): { current: DebtRow[]; former: DebtRow[] } => {
  const parts = debts.filter(({ kind }) => kind !== 'lateFee')
  return {
    current: buildRows(debts, parts.filter(isCurrent)),
    former: buildRows(
      debts,
      parts.filter((debt) => !isCurrent(debt)),
    ),
  }
}

type Open = Pick<Standing, 'debts'> & { today: WibDay }

const inTurn = ({ debts, today }: Open): StandingDebt[] => sortByTurn({ instalments: debts, today })

const isDue = ({ kind, status }: StandingDebt): boolean =>
  kind === 'lateFee' || status === 'late' || status === 'dueToday'

const sumLeft = (debts: readonly StandingDebt[]): number =>
  debts.reduce((sum, { left }) => sum + left, 0)

/** What the plain button asks for; null when nothing is owed. */
export const resolveDueNow = (open: Open): DueNow | null => {
  const turn = inTurn(open)
  const due = turn.filter(isDue)
  const asked = due.length > 0 ? due : turn.slice(0, 1)
  return asked.length > 0
    ? { amount: sumLeft(asked), isAhead: due.length === 0, seqs: asked.map(({ seq }) => seq) }
    : null
}

/**
 * Every way to pay some debts in their turn, the fewest first. Each ends with an instalment, or with
 * the last of the late fees that come before what is not due yet.
 */
export const buildPayOptions = (open: Open): PayOption[] => {
  const turn = inTurn(open)
  return turn.flatMap((debt, at) => {
    if (debt.kind === 'lateFee' && turn[at + 1]?.kind === 'lateFee') {
      return []
    }
    const chosen = turn.slice(0, at + 1)
    const parts = chosen.filter(({ kind }) => kind !== 'lateFee')
    return [
      {
        amount: sumLeft(chosen),
        count: parts.length,
        fees: sumLeft(chosen.filter(({ kind }) => kind === 'lateFee')),
        seqs: chosen.map(({ seq }) => seq),
        until: parts.at(-1)?.dueOn ?? null,
      },
    ]
  })
}

/** The colour that goes with each status of a debt; never the only carrier of the meaning. */
export const debtTones: Record<RowStatus, Tone> = {
  dueToday: 'warning',
  late: 'danger',
  notIssued: 'neutral',
  paid: 'success',
  paidLate: 'success',
  refunded: 'neutral',
  replaced: 'neutral',
  void: 'neutral',
  waiting: 'info',
  waived: 'neutral',
}

/** Where a purchase in instalments stands, in one word. */
export type ContractStatus =
  'agreement' | 'arrears' | 'cancelled' | 'notStarted' | 'paid' | 'refunded' | 'running'

/** The colour that goes with it. */
export const contractTones: Record<ContractStatus, Tone> = {
  agreement: 'info',
  arrears: 'danger',
  cancelled: 'neutral',
  notStarted: 'info',
  paid: 'success',
  refunded: 'neutral',
  running: 'success',
}

/** One word for a purchase in instalments: its end outranks arrears, arrears outrank the rest. */
export const resolveContractStatus = (order: {
  isOverdue: boolean
  paymentState: string
  spk?: { isConfirmed: boolean } | null
  state: string
}): ContractStatus => {
  const { isOverdue, paymentState, spk, state } = order
  if (paymentState === 'paid' || paymentState === 'refunded') {
    return paymentState
  }
  if (state === 'cancelled') {
    return 'cancelled'
  }
  if (isOverdue) {
    return 'arrears'
  }
  if (paymentState !== 'unpaid') {
    return 'running'
  }
  return spk && !spk.isConfirmed ? 'agreement' : 'notStarted'
}

/** Days until a due day: 0 today, negative once it is over. */
export const daysLeft = (today: WibDay, dueOn: WibDay): number =>
  daysBetween({ from: today, to: dueOn })
