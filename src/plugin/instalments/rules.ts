/** What is needed of an instalment to put money on it; amounts in rupiah. */
export type OpenInstalment = {
  amount: number
  id: string
  paid: number
  seq: number
  state: string
}

/** Money put on one instalment; `settles` when nothing of it remains owed. */
export type Allocation = { amount: number; instalmentId: string; seq: number; settles: boolean }

/** What all instalments of an order say together. */
export type PaymentState = 'paid' | 'partly_paid' | 'refunded' | 'unpaid'

/** Puts money on the oldest debt first, never more than is owed; what is left over is excess. */
export const allocateOldestFirst = (args: {
  amount: number
  instalments: readonly OpenInstalment[]
}): { allocations: Allocation[]; left: number } => {
  let left = args.amount
  const allocations: Allocation[] = []
  const open = args.instalments.filter(({ state }) => state === 'open')
  for (const { amount, id, paid, seq } of [...open].sort((a, b) => a.seq - b.seq)) {
    const part = Math.min(left, amount - paid)
    if (part > 0) {
      allocations.push({ amount: part, instalmentId: id, seq, settles: part === amount - paid })
      left -= part
    }
  }
  return { allocations, left }
}

/** What one instalment says to the payment state; `refunded` is the part of `paid` that went back. */
export type CountedInstalment = Pick<OpenInstalment, 'amount' | 'paid' | 'state'> & {
  refunded?: number
}

const kept = ({ paid, refunded = 0 }: CountedInstalment): number => paid - refunded

/**
 * The payment state follows from the instalments; nobody sets it. A waived instalment owes nothing
 * any more, a void one never did.
 */
export const resolvePaymentState = (instalments: readonly CountedInstalment[]): PaymentState => {
  const counted = instalments.filter(({ state }) => state !== 'void')
  const money = counted.reduce((sum, instalment) => sum + kept(instalment), 0)
  if (money <= 0 && instalments.some(({ refunded = 0 }) => refunded > 0)) {
    return 'refunded'
  }
  const isSettled = (instalment: CountedInstalment): boolean =>
    instalment.state === 'waived' || kept(instalment) >= instalment.amount
  if (counted.length > 0 && counted.every(isSettled)) {
    return 'paid'
  }
  return money > 0 ? 'partly_paid' : 'unpaid'
}
