import { resolvePayoff, resolveStanding } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { clock, wibDayOf } from '../../kernel/time'
import { findOwed, type LockedOrder, type Owed, sumOwed } from './lockOrder'

/** What a buyer wants to pay. */
export type PaymentWish = {
  /** The debts by their numbers; only the oldest ones in their turn. */
  instalments?: readonly number[] | undefined
  /** `all`: be done with the contract today. Without either: what is due, else the next instalment. */
  pay?: 'all' | undefined
}

/** What an attempt is to ask for; rupiah. */
export type Chosen = { owed: Owed[]; rebate: number; total: number }

const asChosen = (owed: Owed[], rebate = 0): Chosen => ({
  owed,
  rebate,
  total: sumOwed(owed) - rebate,
})

const chooseNamed = (order: LockedOrder, seqs: readonly number[]): Chosen => {
  const open = findOwed(order)
  const unknown = seqs.find((seq) => !open.some((instalment) => instalment.seq === seq))
  if (unknown !== undefined) {
    throw new DomainError('payment.nothingDue', { field: 'instalments', instalment: unknown })
  }
  const chosen = open.filter(({ seq }) => seqs.includes(seq))
  const passed = order.contract
    ? open.slice(0, chosen.length).find(({ seq }) => !seqs.includes(seq))
    : undefined
  if (passed) {
    throw new DomainError('contract.oldestFirst', { field: 'instalments', instalment: passed.seq })
  }
  return asChosen(chosen)
}

const standingOf = (order: LockedOrder) => {
  const today = wibDayOf(clock.now())
  return { standing: resolveStanding({ rows: order.contract?.rows ?? [], today }), today }
}

const chooseAll = (order: LockedOrder): Chosen => {
  const { contract } = order
  if (!contract) {
    return asChosen(findOwed(order))
  }
  const { markup, terms } = contract
  const { rebate } = resolvePayoff({ markup, payoff: terms.payoff, ...standingOf(order) })
  return asChosen(findOwed(order), rebate)
}

/** Everything that is due, fees included; when nothing is, the next instalment. */
const chooseDue = (order: LockedOrder): Chosen => {
  if (!order.contract) {
    return asChosen(findOwed(order))
  }
  const { standing, today } = standingOf(order)
  const isDue = new Set(
    standing.debts
      .filter(
        ({ dueOn, kind, state }) => state === 'open' && (kind === 'lateFee' || dueOn <= today),
      )
      .map(({ seq }) => seq),
  )
  const owed = findOwed(order)
  const due = owed.filter(({ seq }) => isDue.has(seq))
  return asChosen(due.length > 0 ? due : owed.slice(0, 1))
}

/**
 * The debts that a buyer wants to pay, and what that comes to.
 *
 * @throws DomainError `payment.nothingDue`, `contract.oldestFirst` (with `instalment`)
 */
export const chooseOwed = (order: LockedOrder, wish: PaymentWish): Chosen => {
  if (wish.instalments) {
    return chooseNamed(order, wish.instalments)
  }
  return wish.pay === 'all' ? chooseAll(order) : chooseDue(order)
}
