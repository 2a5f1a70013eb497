import type { AgreedEdition } from '../../catalog'
import type { WorkState } from '../../fulfilment'
import type { PaymentState } from '../../instalments'

/** One line of an order, and what is being done for it once it is paid. */
export type PanelItem = {
  amount: number
  delivery: null | WorkState
  id: string
  quantity: number
  title: string
  unitPrice: number
}

/** One debt with what has been paid on it. */
export type PanelInstalment = {
  amount: number
  dueOn: string
  id: string
  paid: number
  seq: number
  state: string
}

/** One attempt at the gateway. */
export type PanelAttempt = {
  amount: number
  attempt: number
  channel: null | string
  createdAt: string
  expiresAt: null | string
  id: string
  merchantOrderId: string
  paidAt: null | string
  reference: null | string
  state: string
}

/** Money of this order that waits for a decision or had one. */
export type PanelReview = { amount: number; id: string; kind: string; state: string }

/** One change of state of the order or of a part of it. */
export type PanelStep = {
  actor: string
  /** To whom the work was given, where that is what happened. */
  assignee: null | string
  at: string
  event: string
  evidence: null | string
  machine: string
  reason: null | string
  subject: string
}

/** One message about the order. */
export type PanelMessage = {
  address: string
  at: string
  event: string
  id: string
  kind: string
  state: string
}

/** What the customer or the shop wrote about a part of the order; its beginning. */
export type PanelPost = {
  at: string
  author: string
  body: string
  id: string
  /** Kind of what it is about. */
  kind: string
  subject: string
}

/** Everything that staff want to see of an order at a glance. */
export type PanelOrder = {
  agreed: AgreedEdition[]
  attempts: PanelAttempt[]
  /** What began without a move, such as a refund that was asked for; their event is empty. */
  begun: PanelStep[]
  customerId: null | string
  email: string
  /** Whether it is paid in instalments. */
  hasContract: boolean
  history: PanelStep[]
  id: string
  instalments: PanelInstalment[]
  items: PanelItem[]
  locale: string
  messages: PanelMessage[]
  name: string
  notes: null | string
  number: string
  paymentState: PaymentState
  phone: string
  placedAt: string
  posts: PanelPost[]
  reviews: PanelReview[]
  state: string
  token: string
  total: number
}
