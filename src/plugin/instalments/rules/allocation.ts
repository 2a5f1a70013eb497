import type { InstalmentKind } from '../../plans'

/** What is needed of an instalment to put money on it; amounts in rupiah, `dueOn` a WIB day. */
export type OpenInstalment = {
  amount: number
  dueOn: string
  id: string
  kind: InstalmentKind
  paid: number
  seq: number
  state: string
}

/** Money put on one instalment; `settles` when nothing of it remains owed. */
export type Allocation = { amount: number; instalmentId: string; seq: number; settles: boolean }

/** First what is due, then what being late has cost, then what is not due yet. */
const rankOf = ({ dueOn, kind }: Pick<OpenInstalment, 'dueOn' | 'kind'>, today: string): number => {
  if (kind === 'lateFee') {
    return 1
  }
  return dueOn <= today ? 0 : 2
}

/**
 * Open debts in the order in which money pays them: principal that is due, the oldest first; late fees;
 * principal that is not due yet. A fee never comes before principal that is due.
 *
 * @param args.today WIB day
 */
export const sortByTurn = <
  T extends Pick<OpenInstalment, 'dueOn' | 'kind' | 'seq' | 'state'>,
>(args: {
  instalments: readonly T[]
  today: string
}): T[] =>
  args.instalments
    .filter(({ state }) => state === 'open')
    .sort((a, b) => rankOf(a, args.today) - rankOf(b, args.today) || a.seq - b.seq)

/** Puts money on the oldest debt first, never more than is owed; what is left over is excess. */
export const allocateOldestFirst = (args: {
  amount: number
  instalments: readonly OpenInstalment[]
  today: string
}): { allocations: Allocation[]; left: number } => {
  let left = args.amount
  const allocations: Allocation[] = []
  for (const { amount, id, paid, seq } of sortByTurn(args)) {
    const part = Math.min(left, amount - paid)
    if (part > 0) {
      allocations.push({ amount: part, instalmentId: id, seq, settles: part === amount - paid })
      left -= part
    }
  }
  return { allocations, left }
}

/** What an attempt asked for: an amount in rupiah, and the debts by their numbers. */
export type AskedFor = { amount: number; seqs: readonly number[] }

/**
 * How much of what came in may be put on debts. What was asked for is good for the debts that it was
 * asked for: what somebody else has paid meanwhile is paid twice and goes aside. What lies above it
 * goes onto the next debts or aside, by the contract's rule. A debt that was replaced by a new
 * revision has no number to match any more: then the money is good for whatever is owed.
 */
export const resolveCreditable = (args: {
  amount: number
  asked: AskedFor
  instalments: readonly OpenInstalment[]
  overpaid: 'keep' | 'next'
}): number => {
  const { amount, asked, instalments, overpaid } = args
  const named = instalments.filter(({ seq }) => asked.seqs.includes(seq))
  if (named.some(({ state }) => state === 'replaced')) {
    return amount
  }
  const owed = named
    .filter(({ state }) => state === 'open')
    .reduce((sum, instalment) => sum + instalment.amount - instalment.paid, 0)
  const above = Math.max(0, amount - asked.amount)
  return Math.min(amount - above, owed) + (overpaid === 'next' ? above : 0)
}
