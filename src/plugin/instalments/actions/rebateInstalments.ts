import { fireEvent, SYSTEM, type Tx } from '../../kernel/payload'
import { buildPosting } from '../../payments'
import { instalmentMachine } from '../machine'
import type { InstalmentWithMoney } from '../queries'

/** What was promised to whoever pays everything early: at most `limit` rupiah of these debts. */
export type Rebate = { limit: number; seqs: readonly number[] }

const leftOf = ({ amount, paid }: InstalmentWithMoney): number => amount - paid

/**
 * The debts that are given up: what is left of those that were paid early, when it is no more than was
 * promised. When more is left, something has changed since and nothing is given up.
 */
export const findRebated = (
  instalments: readonly InstalmentWithMoney[],
  rebate: Rebate | undefined,
): InstalmentWithMoney[] => {
  if (!rebate || rebate.limit <= 0) {
    return []
  }
  const rest = instalments.filter(({ seq, state }) => state === 'open' && rebate.seqs.includes(seq))
  const sum = rest.reduce((total, each) => total + leftOf(each), 0)
  return sum > rebate.limit ? [] : rest
}

/** Gives the debts up; what is left of them leaves the receivables. Under the order's lock. */
export const rebateInstalments = async (args: {
  orderId: string
  paymentId: string
  rebated: readonly InstalmentWithMoney[]
  tx: Tx
}): Promise<void> => {
  const { orderId, paymentId, rebated, tx } = args
  for (const each of rebated) {
    const left = leftOf(each)
    const posting = buildPosting({
      kind: 'instalment.rebated',
      lines: [
        { account: 'rebates', amount: left },
        { account: 'receivable', amount: -left },
      ],
      orderId,
    })
    await fireEvent({
      actor: SYSTEM,
      along: [posting],
      event: 'rebate',
      id: each.id,
      locked: 'open',
      machine: instalmentMachine,
      note: { metadata: { left, paymentId }, reason: 'Potongan pelunasan awal' },
      table: 'instalments',
      tx,
    })
  }
}
