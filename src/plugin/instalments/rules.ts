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

/** The payment state follows from the instalments; nobody sets it. */
export const resolvePaymentState = (
  instalments: readonly Pick<OpenInstalment, 'amount' | 'paid' | 'state'>[],
): PaymentState => {
  const owed = instalments.filter(({ state }) => state === 'open' || state === 'paid')
  const paid = owed.reduce((sum, instalment) => sum + instalment.paid, 0)
  if (owed.length > 0 && owed.every((instalment) => instalment.paid >= instalment.amount)) {
    return 'paid'
  }
  return paid > 0 ? 'partly_paid' : 'unpaid'
}
