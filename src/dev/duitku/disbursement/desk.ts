/** What really becomes of an order, whatever its answer said. */
export type TransferFate = 'done' | 'lost' | 'pending' | 'refused'

/** An account that was looked up, and the order that may have been given for it. */
export type SimulatedTransfer = {
  account: string
  amount: number
  bank: string
  /** How often the order was heard. More than once is a fault of the shop. */
  heard: number
  holder: string
  receipt: string
  /** The `disburseId`. */
  reference: string
  state: 'asked' | TransferFate
}

/** User of the disbursement; a service with credentials of its own. */
export type DisbursementUser = { email: string; secret: string; userId: string }

/** Accounts and orders of the simulated service. */
export type DisbursementDesk = {
  /** What was paid out, by order; the shop's own books must say the same. */
  paid: () => SimulatedTransfer[]
  reset: () => void
  transfers: Map<string, SimulatedTransfer>
  user: DisbursementUser
}

/** Opens a service that has sent nothing yet. */
export const createDesk = (user: DisbursementUser): DisbursementDesk => {
  const transfers = new Map<string, SimulatedTransfer>()
  return {
    paid: () => [...transfers.values()].filter(({ state }) => state === 'done'),
    reset: () => transfers.clear(),
    transfers,
    user,
  }
}
