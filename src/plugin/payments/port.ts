/**
 * Closed outcome of every call to the payment gateway. `unavailable` means that nothing is known:
 * the caller keeps what it has and asks again later.
 */
export type GatewayOutcome<T> =
  | { kind: 'needsAction'; reason: string }
  | { kind: 'ok'; value: T }
  | { code?: string; kind: 'rejected'; reason: string }
  | { kind: 'unavailable'; reason: string; retryAfterMs?: number }

/** What the shop asks the gateway to collect; amounts in whole rupiah. */
export type InvoiceInput = {
  amount: number
  callbackUrl: string
  customerName: string
  email: string
  /** Minutes until the invoice lapses; always sent, Duitku documents no default for POP. */
  expiryMinutes: number
  /** One line per item with its line total; the sum must equal `amount` (facts: itemDetails rule). */
  items: { amount: number; name: string }[]
  merchantOrderId: string
  now: Date
  paymentMethod?: string
  phone?: string
  productDetails: string
  returnUrl: string
}

/** The gateway's own answer about one attempt; `unknown` is not failed. */
export type GatewayStatus = {
  amount?: number
  fee?: number
  rawStatusCode: string
  reference?: string
  status: 'failed' | 'paid' | 'pending' | 'unknown'
}

/** A channel that the merchant's project has switched on; `fee` in rupiah. */
export type PaymentMethod = { code: string; fee: number; image: string; name: string }

/** A callback whose signature is genuine. Its unsigned fields are hints only. */
export type GatewayCallback = {
  amount: number
  channel?: string
  /** The payload to keep, without signature, personal and card fields. */
  fields: Record<string, string>
  merchantOrderId: string
  publisherOrderId?: string
  reference: string
  resultCode: string
  scheme: string
  settlementDate?: string
}

/** Verdict on a received callback; `status` is the HTTP answer for a refused one. */
export type CallbackVerdict =
  | { callback: GatewayCallback; kind: 'verified' }
  | { code: string; kind: 'refused'; status: 400 | 401 | 405 | 413 | 415 | 503 }

/** What a channel is, as far as sending money back is concerned. */
export type ChannelGroup = 'bank' | 'card' | 'ewallet' | 'other' | 'paylater' | 'qris' | 'retail'

/** What payments need from a gateway vendor; implemented under `adapters/`. */
export type Gateway = {
  createInvoice: (
    input: InvoiceInput,
  ) => Promise<GatewayOutcome<{ paymentUrl: string; reference: string }>>
  fetchMethods: (input: { amount: number; now: Date }) => Promise<GatewayOutcome<PaymentMethod[]>>
  fetchStatus: (input: { merchantOrderId: string }) => Promise<GatewayOutcome<GatewayStatus>>
  /** What kind of channel a code stands for; `other` when it is unknown. */
  groupChannel: (code: string) => ChannelGroup
  /** What people call a channel, e.g. `BC` → BCA; the code itself when it is unknown. */
  nameChannel: (code: string) => string
  verifyCallback: (input: {
    contentType: null | string
    method: string
    rawBody: string
  }) => CallbackVerdict
}
