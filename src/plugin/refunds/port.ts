/** A bank that money can be sent to. */
export type Bank = { code: string; name: string }

/** A transfer as it is ordered; rupiah. `now` is when the order is signed. */
export type TransferDraft = {
  /** Digits only. */
  account: string
  amount: number
  bank: string
  now: Date
  /** What the account statement says; the same in the check and in the order. */
  purpose: string
}

/** An account that exists, and the one order that may be given for it. */
export type CheckedAccount = {
  /** Who holds it, as the bank writes the name. */
  holder: string
  /** Number on the account statement. */
  receipt: string
  /** Names the order at the service: given twice under one number, it is one transfer. */
  reference: string
}

/** What the service itself says of an order. `absent`: it knows no such order. */
export type TransferStatus = {
  /** Code and words, for people. */
  answer: string
  receipt: string
  state: 'absent' | 'pending' | 'refused' | 'sent'
}

/**
 * Closed outcome of every call. `rejected` and `unavailable` are certain: no money moves because of this
 * call. After `unknown` it may have moved: only `findStatus` may be called then.
 */
export type TransferOutcome<T> =
  | { code: string; kind: 'rejected'; reason: string }
  | { kind: 'ok'; value: T }
  | { kind: 'unavailable'; reason: string }
  | { kind: 'unknown'; reason: string }

/** What refunds need from whoever sends money to bank accounts; implemented under `adapters/`. */
export type Disburser = {
  banks: readonly Bank[]
  /** Looks an account up and reserves an order. Moves no money. */
  check: (draft: TransferDraft) => Promise<TransferOutcome<CheckedAccount>>
  /** Asks what became of an order. Moves no money. */
  findStatus: (
    order: { reference: string } & Pick<TransferDraft, 'account' | 'amount' | 'now'>,
  ) => Promise<TransferOutcome<TransferStatus>>
  /** Gives the order. Never called twice for one reference while the first may have been heard. */
  send: (order: CheckedAccount & TransferDraft) => Promise<TransferOutcome<{ answer: string }>>
  /** Milliseconds after its signature in which an order is still taken. */
  windowMs: number
}
