/** What the form shows after a refused attempt; sent to the browser, so plain data only. */
export type RefundState = {
  errors: Partial<Record<'account' | 'reason', string>>
  /** A message that belongs to no field. */
  general?: string
  values: { account?: string; reason?: string }
}

/** A form nobody has sent yet. */
export const emptyRefund: RefundState = { errors: {}, values: {} }
