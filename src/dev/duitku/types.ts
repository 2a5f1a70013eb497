import type { DisbursementDesk } from './disbursement/desk'
import type { CallbackSender } from './callbacks/sender'
import type { SimulatorConfig } from './config'
import type { Fault } from './faults'
import type { Limiter } from './limiter'
import type { Store } from './store'

/** Kinds of signatures seen on the wire. */
export type WireScheme = 'hmac' | 'md5' | 'sha256'

/** `created`: a POP invoice without a channel, which transactionStatus does not know yet. */
export type InvoiceStatus = 'created' | 'expired' | 'failed' | 'paid' | 'pending'

/** One send of a callback. */
export type Delivery = {
  at: string
  error?: string
  send: number
  status?: number
  variant: string
}

/** An invoice (POP) or a transaction (v2). */
export type Invoice = {
  additionalParam: string
  amount: number
  callbackUrl: string
  channel?: string
  createdAt: number
  customerName: string
  deliveries: Delivery[]
  email: string
  expiresAt: number
  items: { name: string; price: number; quantity: number }[]
  merchantOrderId: string
  merchantUserInfo: string
  paidAmount?: number
  paidAt?: number
  product: 'pop' | 'v2'
  productDetails: string
  publisherOrderId?: string
  reference: string
  returnUrl: string
  scheme: WireScheme
  status: InvoiceStatus
  vaNumber?: string
}

/** The project that the simulator plays for. */
export type Credentials = { apiKey: string; merchantCode: string }

/** The running simulator, as its handlers see it. */
export type Simulator = {
  config: SimulatorConfig
  credentials: Credentials
  disbursement: DisbursementDesk
  faults: Fault[]
  limiter: Limiter
  now: () => number
  /** Origin for payment pages; without it, the origin that the shop called. */
  publicUrl?: string
  requests: Record<string, number>
  sender: CallbackSender
  store: Store
}
