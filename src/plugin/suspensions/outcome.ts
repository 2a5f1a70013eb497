/** What becomes of one service in a bulk action. */
export type SuspensionOutcome =
  | 'alreadyDone'
  | 'chance'
  | 'done'
  | 'failed'
  | 'noneLeft'
  | 'notMade'
  | 'notProposed'
  | 'owes'
  | 'paid'
  | 'paymentInFlight'

/** What became of one service, by its id. */
export type SuspensionResult = { accountId: string; outcome: SuspensionOutcome }

/** Why staff switch a service off. */
export type SuspensionCause = 'abuse' | 'admin' | 'unpaid'
