/** What the form shows after a refused attempt; sent to the browser, so plain data only. */
export type RefundState = {
  errors: Partial<Record<'account' | 'reason', string>>
  /** A message that belongs to no field. */
  general?: string
  values: { account?: string; reason?: string }
}

/** A form nobody has sent yet. */
export const emptyRefund: RefundState = { errors: {}, values: {} }

/** What the button to take a request back shows after a refusal. */
export type WithdrawalState = { refusal?: string }

/** A button that nobody has pressed yet. */
export const emptyWithdrawal: WithdrawalState = {}
